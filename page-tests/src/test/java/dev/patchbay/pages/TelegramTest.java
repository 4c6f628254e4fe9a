package dev.patchbay.pages;

import dev.patchbay.pages.stage.OnStage;
import dev.patchbay.pages.stage.Phone;
import dev.patchbay.pages.stage.Stage;
import dev.patchbay.pages.stage.Visitor;
import org.junit.jupiter.api.Test;

@OnStage
class TelegramTest {
    @Test
    void a_chat_and_the_page_become_one_account_by_a_number(Stage stage) {
        Visitor tor = stage.visitor("Tor Bakke");
        Phone phone = tor.phone().isBought().writes("/account");

        tor.opens(phone.link("Open the page"));
        tor.reads("Sign in with the account that you want to use in your chat.");
        tor.signsInHere("Google");
        String number = tor.numberIn(tor.frame().dialog("Use this account in your chat?"));
        phone.reads("send me the two-digit number").writes(number).reads("used with your account from now on");
    }

    @Test
    void somebody_signs_in_by_sending_a_number_from_their_chat(Stage stage) {
        Visitor tea = stage.visitor("Tea Bakke").opens("/");
        Phone phone = tea.phone().isBought();
        tea.welcome().signInByChat("Telegram").click();

        phone.opens(tea.page().getByText("Open the chat").getAttribute("href"));
        phone.reads("send me the two-digit number")
                .writes(tea.numberIn(tea.page().locator("main")));
        tea.connections().isShown();
    }

    @Test
    void another_number_ends_it_on_the_page_at_once(Stage stage) {
        Visitor tia =
                stage.visitor("Tia Bakke").expects("Failed to load resource").opens("/");
        Phone phone = tia.phone().isBought();
        tia.welcome().signInByChat("Telegram").click();
        phone.opens(tia.page().getByText("Open the chat").getAttribute("href"));
        int number = Integer.parseInt(tia.numberIn(tia.page().locator("main")));

        phone.reads("send me the two-digit number").writes(String.valueOf(number == 99 ? 10 : number + 1));
        tia.frame().warns("Another number was said");
        tia.opens("/").welcome().isShown();
    }
}
