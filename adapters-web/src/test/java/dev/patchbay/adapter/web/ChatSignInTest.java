package dev.patchbay.adapter.web;

import static dev.patchbay.adapter.web.TestService.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.chat.ChatSignIn;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.usecase.chat.ChatAccounts;
import dev.patchbay.usecase.chat.SignInByChat;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatSignInTest {
    private static final String BEGIN = "/auth/chat";
    private static final String SESSION = "/auth/chat/session";
    private static final String PAGE = "/sign-in/chat";

    private final TestService service = TestService.start();
    private final SignInByChat signInByChat = service.context().getBean(SignInByChat.class);
    private final ChatAccounts chats = service.context().getBean(ChatAccounts.class);

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void a_browser_is_signed_in_by_the_number_that_it_shows() {
        Client browser = service.client();
        Answer begun = browser.post(BEGIN, "{}").isOk();
        assertThat(begun.text("data.chatUrl")).startsWith("https://t.me/some_bot?start=in-");
        assertThat(begun.header("Cache-Control")).isEqualTo("no-store");
        assertThat(browser.cookie("patchbay_flow_")).isPresent();

        Answer waiting = browser.post(SESSION, state(begun));
        assertThat(waiting.status()).isEqualTo(202);
        assertThat(waiting.text("data.number")).isEqualTo(begun.text("data.number"));

        say(begun, 0);
        Answer signedIn = browser.post(SESSION, state(begun)).isOk();
        assertThat(signedIn.at("data.token")).isNull();
        assertThat(signedIn.text("data.account.displayName")).isEqualTo("Robin");
        assertThat(browser.get("/user/profile").isOk().text("data.id"))
                .isEqualTo(enter().who().account().value());
        assertThat(browser.get("/user/sessions").isOk().text("data.0.via")).isEqualTo("telegram");
        assertThat(browser.cookie("patchbay_flow_")).isEmpty();
        browser.post(SESSION, state(begun)).isProblem(410, "chat_sign_in_ended");
    }

    @Test
    void another_browser_that_knows_the_state_gets_nothing() {
        Answer begun = service.client().post(BEGIN, "{}").isOk();
        say(begun, 0);

        Client thief = service.client();
        thief.post(SESSION, state(begun)).isProblem(410, "chat_sign_in_ended");
        assertThat(thief.cookie("patchbay_session")).isEmpty();
    }

    @Test
    void a_client_that_asks_for_a_handoff_gets_a_token_by_the_state_alone() {
        Client client = service.client();
        Answer begun = client.post(BEGIN, "{\"return\":\"handoff\"}").isOk();
        assertThat(begun.setCookies()).isEmpty();
        say(begun, 0);

        Answer signedIn = client.post(SESSION, state(begun)).isOk();

        assertThat(signedIn.setCookies()).isEmpty();
        service.client()
                .bearing(signedIn.text("data.token"))
                .get("/user/profile")
                .isOk();
    }

    @Test
    void another_number_signs_nobody_in() {
        Client browser = service.client();
        Answer begun = browser.post(BEGIN, "{}").isOk();
        say(begun, 1);

        browser.post(SESSION, state(begun)).isProblem(403, "chat_number_wrong");
        browser.post(SESSION, state(begun)).isProblem(410, "chat_sign_in_ended");
        assertThat(browser.cookie("patchbay_session")).isEmpty();
    }

    @Test
    void it_is_over_after_two_minutes() {
        Client browser = service.client();
        Answer begun = browser.post(BEGIN, "{}").isOk();
        service.clock.advance(ChatSignIn.LIFE);

        browser.post(SESSION, state(begun)).isProblem(410, "chat_sign_in_ended");
    }

    @Test
    void what_is_not_well_formed_is_refused() {
        Client client = service.client();
        client.post(BEGIN, "[]").isProblem(400, "invalid_request");
        client.post(BEGIN, "{\"return\":\"pigeon\"}").isProblem(400, "invalid_request");
        client.post(SESSION, "{}").isProblem(400, "invalid_request");
        client.post(SESSION, "{\"state\":\"guess\"}").isProblem(410, "chat_sign_in_ended");
        client.form(PAGE, "", "Origin", "https://evil.example").isProblem(403, "cross_site_request");
    }

    @Test
    void it_works_without_scripts() {
        Client browser = service.client();
        assertThat(browser.get("/").body()).contains("Sign in with Telegram").contains("action=\"/sign-in/chat\"");
        Answer shown =
                browser.form(PAGE, "returnTo=" + HOME + "?reconnect=spotify").isOk();
        assertThat(shown.header("Content-Type")).startsWith("text/html");
        assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
        assertThat(shown.header("Content-Security-Policy")).contains("script-src 'self'");
        String fields = "state=" + field(shown, "state") + "&returnTo=" + field(shown, "returnTo");

        assertThat(browser.form(PAGE, fields).isOk().body())
                .contains("not sent the number yet")
                .contains(">" + number(shown) + "<");
        open(URI.create(match(shown, "href=\"(https://t.me/[^\"]*)\"")));
        signInByChat.answer(enter(), number(shown));

        Answer signedIn = browser.form(PAGE, fields);
        assertThat(signedIn.status()).isEqualTo(303);
        assertThat(signedIn.header("Location")).isEqualTo(HOME + "?reconnect=spotify");
        browser.get("/user/profile").isOk();
        assertThat(browser.form(PAGE, fields).header("Location")).contains("error=chat_sign_in_ended");
        assertThat(browser.get("/?error=chat_sign_in_ended").body()).contains("Sign-in by chat is over");
    }

    @Test
    void the_page_leads_nowhere_but_home() {
        for (String address : List.of("https://evil.example/", "//evil.example", "%zz", "https://app.example/")) {
            assertThat(field(service.client().form(PAGE, "returnTo=" + address).isOk(), "returnTo"))
                    .as(address)
                    .isEqualTo(HOME);
        }
        assertThat(service.client().form(PAGE, "state=guess").header("Location"))
                .isEqualTo(HOME + "?error=chat_sign_in_ended");
    }

    private ChatAccounts.Present enter() {
        return chats.enter(new ChatUser(7), Optional.empty(), Optional.of("Robin"));
    }

    /** The chat opens the link and says the number that is shown, or one beside it. */
    private void say(Answer begun, int beside) {
        open(URI.create(begun.text("data.chatUrl")));
        int number = Integer.parseInt(begun.text("data.number"));
        signInByChat.answer(enter(), number == 99 ? number - beside : number + beside);
    }

    private void open(URI chatUrl) {
        var code = SignInByChat.codeIn(chatUrl.getQuery().substring("start=".length()));
        assertThat(signInByChat.open(enter(), code.orElseThrow())).isInstanceOf(SignInByChat.Asking.NumberAsked.class);
    }

    private static String state(Answer begun) {
        return "{\"state\":\"" + begun.text("data.state") + "\"}";
    }

    private static int number(Answer shown) {
        return Integer.parseInt(match(shown, "id=\"chat-number\"[^>]*>([0-9]{2})<"));
    }

    private static String field(Answer shown, String name) {
        return match(shown, "name=\"" + name + "\" value=\"([^\"]*)\"");
    }

    private static String match(Answer shown, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(shown.body());
        assertThat(found.find()).as(pattern + " in " + shown.body()).isTrue();
        return found.group(1);
    }
}
