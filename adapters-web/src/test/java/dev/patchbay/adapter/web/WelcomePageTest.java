package dev.patchbay.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.usecase.attempt.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What strangers see, and what a browser is told that comes back. */
class WelcomePageTest {
    private static TestService service;

    @BeforeAll
    static void open() {
        service = TestService.start();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void a_stranger_reads_what_this_is_and_signs_in_by_a_form_that_needs_no_scripts() {
        assertThat(page("/"))
                .contains("Patchbay keeps your music platforms connected for the apps you use")
                .contains("method=\"post\" action=\"/auth/google/login\"")
                .contains("name=\"returnTo\" value=\"http://127.0.0.1:8080/\"")
                .contains("Sign in with Google", "Sign in with GitHub")
                .contains("method=\"post\" action=\"/sign-in/chat\"", "Sign in with Telegram")
                .doesNotContain("Sign out", "/operator");
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void every_refusal_is_told_in_its_own_words(Refusal refusal) {
        assertThat(page("/?error=" + refusal.code())).contains(inAlert(refusal.words()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"APP_REJECTED", "PROVIDER_UNAVAILABLE"}, // words of the refusals
            mode = EnumSource.Mode.EXCLUDE)
    void every_cause_is_told_in_its_own_words(Cause cause) {
        assertThat(page("/?error=" + cause.code())).contains(inAlert(cause.words()));
    }

    @Test
    void a_code_nobody_knows_is_not_repeated() {
        assertThat(page("/?error=%3Cb%3Epay-here.example"))
                .contains("Something went wrong")
                .doesNotContain("pay-here.example");
    }

    @Test
    void good_news_names_the_party_and_only_one_that_is_here() {
        assertThat(page("/?connected=spotify"))
                .contains("<p class=\"notice good\" role=\"status\">Spotify is connected.</p>");
        assertThat(page("/?linked=google")).contains("You can now sign in with Google too.");
        assertThat(page("/?kept=spotify")).contains("Spotify stays connected as it was.");
        assertThat(page("/?connected=evil%22name")).doesNotContain("class=\"notice", "evil");
    }

    @Test
    void somebody_asked_to_reconnect_is_taken_there_after_signing_in() {
        assertThat(page("/?reconnect=spotify"))
                .contains("Please sign in to reconnect Spotify.")
                .contains("value=\"http://127.0.0.1:8080/?reconnect=spotify\"");
        assertThat(page("/?reconnect=x%26next%3Dhttps%3A%2F%2Fevil.example")).doesNotContain("evil.example");
    }

    @Test
    void nothing_in_a_page_is_a_script_or_a_style_and_nothing_is_loaded_from_anybody_else() {
        Client ann = service.person("Ann").client();
        for (String page : new String[] {
            page("/"),
            ann.get("/").body(),
            ann.get("/apps/spotify").body(),
            ann.get("/account").body()
        }) {
            assertThat(page)
                    .doesNotContainPattern("(?i)<script(?![^>]*\\ssrc=\"/assets/)[^>]*>")
                    .doesNotContainPattern("(?i)<script[^>]*>[^<]")
                    .doesNotContainPattern("(?i)<style|\\sstyle=|\\son\\w+=|javascript:")
                    .doesNotContainPattern("\\ssrc=\"(?!/)|<link[^>]*href=\"(?!/)")
                    .doesNotContainPattern("\\{\\{|}}");
        }
    }

    private static String page(String path) {
        Answer answer = service.client().get(path, "Accept", "text/html").isOk();
        return answer.body();
    }

    private static String inAlert(String words) {
        return "<p class=\"notice bad\" role=\"alert\">"
                + words.replace("&", "&amp;").replace("'", "&#39;").replace("\"", "&quot;") + "</p>";
    }
}
