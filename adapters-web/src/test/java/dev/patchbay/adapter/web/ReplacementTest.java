package dev.patchbay.adapter.web;

import static dev.patchbay.adapter.web.TestService.HOME;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ExternalAccount;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another outside account than the connected one waits for a word, and takes the place only after a yes. */
class ReplacementTest {
    private static final String REPLACEMENT = "/platforms/spotify/replacement";

    private final TestService service = TestService.start();
    private final TestService.Person ann = service.person("Ann");
    private final TestService.Person bob = service.person("Bob");
    private Connection connection;

    @BeforeEach
    void choose_another_account() {
        connection = service.connected(ann.account, fixture -> fixture.expiringIn(minutes(50)));
        chosen("another");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void chosen(String outside) {
        ExternalAccount account = new ExternalAccount(outside, Optional.of("Other <b>"), Optional.empty());
        String state = ann.client()
                .post("/platforms/spotify/connect", "{\"reconnect\":true}")
                .text("data.state");
        String code = service.spotify.consentOf(account);
        ann.client()
                .post("/platforms/spotify/callback", "{\"code\":\"" + code + "\",\"state\":\"" + state + "\"}")
                .isProblem(409, "different_account");
    }

    private Answer status() {
        return ann.client().get("/platforms/spotify/status").isOk();
    }

    private String page(Client browser) {
        return browser.get("/", "Accept", "text/html").isOk().body();
    }

    private static String sameSite() {
        return "http://127.0.0.1:8080";
    }

    private Answer answered(String fields) {
        return ann.browser().form(REPLACEMENT, fields, "Origin", sameSite(), "Accept", "text/html");
    }

    @Test
    void who_waits_is_told_and_nothing_has_changed_yet() {
        assertThat(ann.client().get(REPLACEMENT).isOk().body())
                .isEqualTo("{\"data\":{\"platformUserId\":\"another\",\"displayName\":\"Other <b>\","
                        + "\"expiresAt\":\"2026-11-21T10:10:00.123Z\"}}");
        assertThat(status().text("data.platformUserId")).isEqualTo("spotify-Ann");
        assertThat(status().text("data.replacement.platformUserId")).isEqualTo("another");
        assertThat(ann.client().get("/platforms/spotify/health").text("data.replacement.expiresAt"))
                .isEqualTo("2026-11-21T10:10:00.123Z");
        assertThat(ann.client().get("/platforms/spotify/token").text("data.accessToken"))
                .isEqualTo("access-of-Ann");
    }

    @Test
    void a_yes_puts_the_other_account_into_the_same_connection() {
        Answer yes = ann.client().post(REPLACEMENT, "").isOk();
        assertThat(yes.text("data.platformUserId")).isEqualTo("another");
        assertThat(yes.text("data.state")).isEqualTo("connected");
        assertThat(yes.json().toString()).contains("replacement=null");
        assertThat(service.store.connections().of(ann.account.id(), SPOTIFY).map(Connection::id))
                .contains(connection.id());
        assertThat(ann.client().get("/platforms/spotify/token").text("data.accessToken"))
                .startsWith("access-token-");
        ann.client().post(REPLACEMENT, "").isProblem(404, "nothing_to_replace");
    }

    @Test
    void a_no_keeps_the_connection_and_forgets_the_other_account() {
        assertThat(ann.client().delete(REPLACEMENT).status()).isEqualTo(204);
        assertThat(status().text("data.platformUserId")).isEqualTo("spotify-Ann");
        assertThat(status().json().toString()).contains("replacement=null");
        for (Answer answer : List.of(
                ann.client().get(REPLACEMENT),
                ann.client().delete(REPLACEMENT),
                ann.client().post(REPLACEMENT, "{}"))) {
            answer.isProblem(404, "nothing_to_replace");
        }
    }

    @Test
    void who_says_nothing_keeps_what_there_is() {
        service.clock.advance(minutes(10));
        ann.client().get(REPLACEMENT).isProblem(404, "nothing_to_replace");
        ann.client().post(REPLACEMENT, "").isProblem(404, "nothing_to_replace");
        assertThat(status().text("data.platformUserId")).isEqualTo("spotify-Ann");
        assertThat(page(ann.browser())).doesNotContain(REPLACEMENT);
    }

    @Test
    void nobody_else_sees_it_or_can_answer() {
        bob.client().get(REPLACEMENT).isProblem(404, "nothing_to_replace");
        bob.client().post(REPLACEMENT, "").isProblem(404, "nothing_to_replace");
        bob.client().delete(REPLACEMENT).isProblem(404, "nothing_to_replace");
        assertThat(page(bob.browser())).doesNotContain(REPLACEMENT);
        assertThat(page(service.client())).doesNotContain(REPLACEMENT);
        ann.client().get(REPLACEMENT).isOk();
    }

    @Test
    void the_page_asks_in_plain_words_as_long_as_somebody_waits() {
        String page = page(ann.browser());
        assertThat(page)
                .contains("Which account?")
                .contains("Connected is Outside. Now you chose Other &lt;b&gt; at Spotify.")
                .contains(">Connect Other &lt;b&gt; instead<", ">Keep Outside<")
                .contains("action=\"" + REPLACEMENT + "\"");
        service.clock.advance(minutes(9));
        assertThat(page(ann.browser())).contains(REPLACEMENT);
    }

    @Test
    void a_page_of_a_store_that_is_away_comes_without_the_question() {
        Client browser = ann.browser();
        service.storeGoesDown();
        assertThat(page(browser)).contains("Nothing is lost by this").doesNotContain(REPLACEMENT);
    }

    @Test
    void a_form_says_yes() {
        assertThat(answered("answer=yes").header("Location")).isEqualTo(HOME + "?connected=spotify");
        assertThat(status().text("data.platformUserId")).isEqualTo("another");
        assertThat(answered("answer=yes").header("Location")).isEqualTo(HOME + "?error=nothing_to_replace");
        assertThat(ann.browser().get("/?error=nothing_to_replace").body()).contains("so nothing was changed");
    }

    @Test
    void a_form_says_no() {
        assertThat(answered("answer=no").header("Location")).isEqualTo(HOME + "?kept=spotify");
        assertThat(status().text("data.platformUserId")).isEqualTo("spotify-Ann");
        ann.client().get(REPLACEMENT).isProblem(404, "nothing_to_replace");
    }

    @Test
    void a_form_that_does_not_say_changes_nothing() {
        for (String unclear : List.of("", "answer=", "answer=%zz", "answer=YES", "yes")) {
            assertThat(answered(unclear).header("Location")).as(unclear).isEqualTo(HOME + "?error=invalid_request");
        }
        ann.client().get(REPLACEMENT).isOk();
    }

    @Test
    void another_site_cannot_answer_for_the_person() {
        ann.browser()
                .form(REPLACEMENT, "answer=yes", "Origin", "https://evil.example")
                .isProblem(403, "cross_site_request");
        assertThat(status().text("data.platformUserId")).isEqualTo("spotify-Ann");
        assertThat(service.client()
                        .form(REPLACEMENT, "answer=yes", "Accept", "text/html")
                        .header("Location"))
                .isEqualTo(HOME + "?error=unauthenticated");
    }

    @Test
    void the_last_choice_is_the_one_that_waits() {
        chosen("third");
        assertThat(ann.client().get(REPLACEMENT).text("data.platformUserId")).isEqualTo("third");
    }

    @Test
    void a_platform_that_is_not_here_is_told_from_one_where_nobody_waits() {
        ann.client().get("/platforms/soundcloud/replacement").isProblem(404, "nothing_to_replace");
        ann.client().get("/platforms/nosuch/replacement").isProblem(404, "unknown_platform");
        ann.client().post("/platforms/nosuch/replacement", "").isProblem(404, "unknown_platform");
        ann.client().delete("/platforms/No.Such/replacement").isProblem(404, "unknown_platform");
    }

    @Test
    void a_disconnected_platform_has_nothing_to_replace() {
        ann.client().delete("/user/platforms/spotify").isOk();
        assertThat(status().json().toString()).contains("replacement=null");
        assertThat(page(ann.browser())).doesNotContain(REPLACEMENT);
        ann.client().post(REPLACEMENT, "").isProblem(404, "nothing_to_replace");
    }
}
