package dev.patchbay.adapter.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.port.Fixtures;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.attempt.Refusal;
import dev.patchbay.usecase.provider.ListProviders;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StartPageTest {
    private static final Visit STRANGER = visit(false);
    private static final Visit MEMBER = visit(true);

    @Test
    void a_stranger_gets_a_form_that_signs_in_without_scripts() {
        assertThat(page(Parties.with("Google", "google"), STRANGER))
                .contains("method=\"post\" action=\"/auth/google/login\"")
                .contains("name=\"returnTo\" value=\"https://patchbay.example/\"")
                .contains("Sign in with Google")
                .contains("data-session=\"none\"")
                .doesNotContain("id=\"welcome\" aria-labelledby=\"welcome-title\" hidden");
    }

    @Test
    void a_provider_without_an_app_is_not_offered_and_the_page_says_what_to_do() {
        assertThat(page(Parties.with("Google"), STRANGER))
                .doesNotContain("<form")
                .contains("no way to sign in yet")
                .contains("GOOGLE_CLIENT_ID");
    }

    @Test
    void a_member_sees_neither_the_sign_in_nor_an_empty_page_first() {
        assertThat(page(Parties.with("Google", "google"), MEMBER))
                .contains("data-session=\"claimed\"")
                .contains("id=\"welcome\" aria-labelledby=\"welcome-title\" hidden")
                .contains("id=\"loading\"");
    }

    @Test
    void a_member_without_scripts_is_told_so_and_can_sign_out() {
        String noscript = between(page(Parties.with("Google", "google"), MEMBER), "<noscript>", "</noscript>");

        assertThat(noscript).contains("You are signed in").contains("method=\"post\" action=\"/auth/logout\"");
    }

    @Test
    void the_name_of_a_provider_is_text() {
        assertThat(page(Parties.with("<img src=x onerror=\"alert(1)\">", "google"), STRANGER))
                .contains("Sign in with &lt;img src=x onerror=&quot;alert(1)&quot;&gt;")
                .doesNotContain("<img src=x");
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void every_refusal_is_told_in_its_own_words(Refusal refusal) {
        assertThat(page(withError(refusal.code()))).contains(inAlert(refusal.words()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"APP_REJECTED", "PROVIDER_UNAVAILABLE"}, // words of the refusals
            mode = EnumSource.Mode.EXCLUDE)
    void every_cause_is_told_in_its_own_words(Cause cause) {
        assertThat(page(withError(cause.code()))).contains(inAlert(cause.words()));
        assertThat(page(MEMBER)).contains("<p data-cause=\"%s\">".formatted(cause.code()));
    }

    @Test
    void a_code_nobody_knows_is_not_repeated() {
        assertThat(page(withError("<b>pay-here.example</b>")))
                .contains("Something went wrong")
                .doesNotContain("pay-here.example");
    }

    @Test
    void good_news_names_the_party_and_only_one_that_is_here() {
        assertThat(page(new Visit(true, none(), Optional.of("spotify"), none(), none(), none())))
                .contains("<p class=\"notice good\" role=\"status\">Spotify is connected.</p>");
        assertThat(page(new Visit(true, none(), none(), Optional.of("google"), none(), none())))
                .contains("You can now sign in with Google too.");
        assertThat(page(new Visit(true, none(), Optional.of("evil\"name"), none(), none(), none())))
                .doesNotContain("class=\"notice")
                .doesNotContain("evil");
    }

    @Test
    void a_kept_connection_is_good_news() {
        assertThat(page(new Visit(true, none(), none(), none(), Optional.of("spotify"), none())))
                .contains("<p class=\"notice good\" role=\"status\">Spotify stays connected as it was.</p>");
    }

    @Test
    void a_choice_names_both_accounts_and_is_made_without_scripts() {
        String choice = choice("Ann", "Bob");

        assertThat(choice)
                .contains("Connected is <strong>Ann</strong>.", "you chose <strong>Bob</strong> at Spotify")
                .contains("<time datetime=\"2026-11-21T10:10:00.123Z\">10:10 UTC</time>")
                .contains("method=\"post\" action=\"/platforms/spotify/replacement\"")
                .contains("name=\"answer\" value=\"yes\" class=\"main\">Connect Bob instead<")
                .contains("name=\"answer\" value=\"no\">Keep Ann<");
    }

    @Test
    void two_accounts_of_one_name_are_told_apart_by_their_ids() {
        assertThat(choice("Ann", "Ann"))
                .contains("Connected is <strong>Ann (id-1)</strong>")
                .contains("Connect Ann (id-2) instead");
    }

    @Test
    void the_name_of_an_outside_account_is_text() {
        assertThat(choice("Ann", "<img src=x>")).contains("&lt;img src=x&gt;").doesNotContain("<img src=x>");
    }

    @Test
    void who_has_nothing_to_choose_sees_no_choice() {
        assertThat(page(MEMBER)).doesNotContain("/replacement");
    }

    private static String choice(String connected, String waiting) {
        Choice choice = new Choice(
                Fixtures.SPOTIFY,
                new ExternalAccount("id-1", Optional.of(connected), none()),
                new ExternalAccount("id-2", Optional.of(waiting), none()),
                Fixtures.NOW.plus(Fixtures.minutes(10)));
        return between(
                page(Parties.with("Google", "google"), MEMBER, List.of(choice)), "<section class=\"card", "</form>");
    }

    @Test
    void somebody_asked_to_reconnect_is_taken_there_after_signing_in() {
        assertThat(page(new Visit(false, none(), none(), none(), none(), Optional.of("spotify"))))
                .contains("Please sign in to reconnect Spotify.")
                .contains("value=\"https://patchbay.example/?reconnect=spotify\"")
                .contains("data-reconnect=\"spotify\"");
        assertThat(page(new Visit(false, none(), none(), none(), none(), Optional.of("x&next=https://evil.example"))))
                .contains("data-reconnect=\"\"")
                .doesNotContain("evil.example");
    }

    @Test
    void there_are_no_scripts_styles_or_handlers_inside_the_page() {
        for (Visit visit : List.of(STRANGER, MEMBER, withError("state_invalid"))) {
            assertThat(page(visit))
                    .doesNotContainPattern("(?i)<script(?![^>]*\\ssrc=\"/assets/)[^>]*>")
                    .doesNotContainPattern("(?i)<script[^>]*>[^<]")
                    .doesNotContainPattern("(?i)<style|\\sstyle=|\\son\\w+=|javascript:");
        }
    }

    @Test
    void nothing_is_loaded_from_anybody_else() {
        assertThat(page(MEMBER)).doesNotContainPattern("(src|href)=\"(?!/)");
    }

    @Test
    void all_that_the_page_needs_is_small() {
        Assets assets = new Assets();
        int bytes = page(MEMBER).length();
        for (String path : List.of("page.css", "page.js", "icon.svg")) {
            assertThat(page(MEMBER)).contains("/assets/" + path);
            bytes += assets.find(path).orElseThrow().content().length;
        }
        for (String imported : List.of("own-app.js", "seats.js", "tools.js")) {
            bytes += assets.find(imported).orElseThrow().content().length;
        }
        assertThat(bytes).isLessThan(150_000);
    }

    private static String page(Visit visit) {
        return page(Parties.with("Google", "google", "spotify"), visit);
    }

    private static String page(ListProviders providers, Visit visit) {
        return page(providers, visit, List.of());
    }

    private static String page(ListProviders providers, Visit visit, List<Choice> open) {
        URI base = URI.create("https://patchbay.example");
        Frontend frontend = new Frontend(base, URI.create("https://app.example/"), List.of());
        return new StartPage(providers, Parties.chats(Optional.empty()), frontend)
                .render(visit, open, Html.NONE)
                .markup();
    }

    private static Visit visit(boolean signedIn) {
        return new Visit(signedIn, none(), none(), none(), none(), none());
    }

    private static Visit withError(String code) {
        return new Visit(false, Optional.of(code), none(), none(), none(), none());
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private static String inAlert(String words) {
        return "<p class=\"notice bad\" role=\"alert\">" + Html.text(words).markup() + "</p>";
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start);
        assertThat(from).isNotNegative();
        return text.substring(from, text.indexOf(end, from));
    }
}
