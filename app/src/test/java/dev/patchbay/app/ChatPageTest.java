package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.patchbay.sandbox.telegram.TelegramUser;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** In a real browser: a chat and the page become one account, in either direction. */
@Timeout(180)
class ChatPageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    @BeforeAll
    static void thereIsABrowser() {
        assumeTrue(Chromium.installed().isPresent(), "chromium is not installed");
    }

    @Test
    void somebody_who_has_a_chat_alone_signs_in_on_the_page() throws Exception {
        try (World world = World.usual();
                Patchbay service = start(world);
                Chromium page = Chromium.start(Files.createDirectory(folder.resolve("profile")))) {
            TelegramUser ann = world.sandbox().telegram().user("ann");
            int number = asked(ann, page, service);

            ann.write(String.valueOf(number));

            page.await("document.querySelector('#card-spotify')");
            assertThat(page.text()).contains(ann.firstName(), "Sign out");
            assertThat(page.evaluate("location.href")).isEqualTo(service.baseUrl() + "/");
        }
    }

    @Test
    void another_number_ends_it_on_the_page_at_once() throws Exception {
        try (World world = World.usual();
                Patchbay service = start(world);
                Chromium page = Chromium.start(Files.createDirectory(folder.resolve("profile")))) {
            TelegramUser ann = world.sandbox().telegram().user("ann");
            int number = asked(ann, page, service);

            ann.write(String.valueOf(number == 99 ? 10 : number + 1));

            page.await("document.querySelector('#notices').innerText.includes('Another number was said')");
            assertThat(page.evaluate("document.getElementById('look').hidden")).isEqualTo(true);
        }
    }

    @Test
    void a_chat_is_linked_to_the_account_on_the_page() throws Exception {
        try (World world = World.usual();
                Patchbay service = start(world);
                Chromium page = Chromium.start(Files.createDirectory(folder.resolve("profile")))) {
            TelegramUser ann = world.sandbox().telegram().user("ann");
            ann.ask("/account", PATIENCE);
            page.open(ann.link("Open the page"));
            page.await("document.body.innerText.includes('Sign in with the account that you want')");
            assertThat(page.evaluate("location.href")).isEqualTo(service.baseUrl() + "/");

            page.press("form.sign-in button", "");
            page.press("button.person", "Bob");
            page.await("document.querySelector('dialog[open] #chat-number')");
            assertThat(page.text()).contains("Use this account in your chat?").contains(ann.firstName());
            ann.awaitFromBot("send me the two-digit number", PATIENCE);
            ann.write(String.valueOf(page.evaluate("document.getElementById('chat-number').innerText")));

            ann.awaitFromBot("used with your account from now on", PATIENCE);
            assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
        }
    }

    /** Begins on the page and opens the chat from there. @return the number that the page shows and the chat is asked for */
    private static int asked(TelegramUser user, Chromium page, Patchbay service) {
        page.open(service.baseUrl());
        page.press("button", "Sign in with Telegram");
        page.await("document.getElementById('chat-number')");
        user.open(URI.create(String.valueOf(page.evaluate("document.getElementById('open-chat').href"))));
        assertThat(user.awaitFromBot("send me the two-digit number", PATIENCE).text())
                .contains("Chrome on Linux");
        return Integer.parseInt(String.valueOf(page.evaluate("document.getElementById('chat-number').innerText")));
    }

    private Patchbay start(World world) {
        Map<String, String> settings = world.settings(folder);
        settings.putAll(SandboxSettings.ofTelegram(world.sandbox()));
        settings.put("TELEGRAM_MODE", "polling");
        return Patchbay.start(settings);
    }
}
