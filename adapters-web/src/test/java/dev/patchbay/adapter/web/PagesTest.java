package dev.patchbay.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static TestService service;
    private static Client site;

    @BeforeAll
    static void open() {
        service = TestService.start(Map.of("PATCHBAY_BASE_URL", "https://patchbay.example"));
        site = service.client();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void the_start_page_comes_with_a_policy_that_lets_nothing_in() {
        var answer = site.get("/", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(directives(answer))
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "img-src 'self'",
                        "connect-src 'self'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'",
                        "form-action 'self' https:");
        assertThat(header(answer, "Content-Security-Policy"))
                .doesNotContain("unsafe")
                .doesNotContain("http:");
    }

    @Test
    void on_a_loopback_address_a_form_may_be_sent_on_to_a_provider_on_plain_http() {
        try (TestService demo = TestService.start()) {
            assertThat(directives(demo.client().get("/"))).contains("form-action 'self' https: http:");
        }
    }

    @Test
    void the_page_comes_also_when_the_store_is_away_and_claims_nothing() {
        try (TestService lost = TestService.start()) {
            Client ann = lost.person("Ann").client();
            lost.storeGoesDown();

            var answer = ann.get("/");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("Nothing is lost by this")
                    .doesNotContain("class=\"card", "Sign in with");
            assertThat(ann.get("/apps/spotify").body()).contains("Nothing is lost by this");
        }
    }

    @Test
    void a_session_that_has_ended_is_not_shown_as_one() {
        var gone = service.person("Gone");
        service.store.sessions().end(gone.account.id(), gone.session.id(), service.clock.instant());

        assertThat(service.client()
                        .get("/", "Cookie", "__Host-session=" + gone.token())
                        .body())
                .contains("You were signed out. Please sign in again.", "Sign in with Google")
                .doesNotContain("class=\"card");
    }

    @Test
    void strangers_are_sent_home_from_the_pages_of_members() {
        for (String path : List.of("/apps/spotify", "/account")) {
            var answer = site.get(path);
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("Location")).isEqualTo("https://patchbay.example/");
        }
    }

    @Test
    void somebody_who_chose_a_language_gets_it_in_every_browser_that_has_none_of_its_own() {
        var ann = service.person("Ann");
        ann.client()
                .patch("/user/profile", "{\"language\":\"de\"}", "Origin", "https://patchbay.example")
                .isOk();

        assertThat(ann.client().get("/", "Accept-Language", "en").body()).contains("Deine Verbindungen");
        assertThat(ann.client().get("/", "Cookie", "language=en").body()).contains("Your connections");
    }

    @Test
    void somebody_at_a_browser_who_mistypes_an_address_reads_words() {
        var answer = site.get("/conections", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("There is nothing at this address.\n");
        site.get("/conections", "Accept", "*/*").isProblem(404, "not_found");
    }

    @Test
    void the_page_can_be_switched_off_and_the_api_stays() {
        try (TestService bare = TestService.start(Map.of("PAGE", "off", "FRONTEND_URL", "https://app.example/"))) {
            for (String path : List.of("/", "/account", "/apps/spotify")) {
                bare.client().get(path).isProblem(404, "not_found");
            }
            bare.client().get("/auth/providers").isOk();
        }
    }

    @Test
    void what_is_not_there_is_a_page_too() {
        var answer = service.person("Lost").client().get("/apps/nosuch");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("There is nothing here").contains("<a href=\"/\">");
        assertThat(directives(answer)).contains("default-src 'none'");
    }

    @Test
    void the_language_is_the_one_asked_for_then_the_one_chosen_before_then_the_browsers() {
        String german = "Einmal anmelden";
        assertThat(service.client().get("/").body()).contains("Sign in once").contains("lang=\"en\"");
        assertThat(service.client()
                        .get("/", "Accept-Language", "de-AT,en;q=0.5")
                        .body())
                .contains(german, "<html lang=\"de\">");
        assertThat(service.client().get("/", "Accept-Language", "fr").body()).contains("Sign in once");
        var chosen = service.client().get("/?language=de");
        assertThat(chosen.body()).contains(german);
        assertThat(chosen.setCookies())
                .singleElement()
                .asString()
                .startsWith("language=de;")
                .contains("SameSite=Lax", "HTTPOnly");
        assertThat(service.client().get("/", "Cookie", "language=de").body()).contains(german);
        assertThat(service.client()
                        .get("/?language=en", "Cookie", "language=de")
                        .body())
                .contains("Sign in once");
        assertThat(service.client().get("/?language=%3Cb%3E").setCookies()).isEmpty();
    }

    @Test
    void what_came_back_in_the_address_is_told() {
        assertThat(site.get("/?error=access_denied").body()).contains("You did not give your consent");
        assertThat(site.get("/?connected=spotify").body()).contains("Spotify is connected.");
        assertThat(site.get("/?error=%3Cscript%3E").body()).contains("Something went wrong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/style/page.css",
                "/assets/script/connections.js",
                "/assets/script/own-app.js",
                "/assets/script/seats.js",
                "/assets/script/chat.js",
                "/assets/script/tools.js",
                "/assets/icon.svg",
                "/assets/words/de.json",
                "/assets/docs/swagger-ui-bundle.js",
                "/openapi.yaml"
            })
    void a_file_that_a_browser_has_is_not_sent_again(String path) {
        var first = site.get(path);
        var again = site.get(path, "If-None-Match", header(first, "ETag"));
        var other = site.get(path, "If-None-Match", "W/\"another\"");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body()).isNotEmpty();
        assertThat(header(first, "Cache-Control")).isEqualTo("public, no-cache");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(header(first, "ETag"));
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void files_have_the_types_that_browsers_insist_on() {
        assertThat(header(site.get("/assets/script/connections.js"), "Content-Type"))
                .startsWith("text/javascript");
        assertThat(header(site.get("/assets/style/page.css"), "Content-Type")).startsWith("text/css");
        assertThat(header(site.get("/assets/icon.svg"), "Content-Type")).startsWith("image/svg+xml");
        assertThat(header(site.get("/openapi.yaml"), "Content-Type")).startsWith("application/yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/nothing.js",
                "/assets/../openapi.yaml",
                "/assets/..%2fopenapi.yaml",
                "/assets/%2e%2e/%2e%2e/logback.xml",
                "/assets//etc/passwd",
                "/assets/docs/",
                "/assets/docs/../../web/index.html"
            })
    void no_path_leads_to_any_other_file(String path) {
        var answer = site.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void the_docs_page_loads_only_files_of_ours() {
        var answer = site.get("/docs");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(header(answer, "Content-Security-Policy"))
                .doesNotContain("unsafe")
                .contains("script-src 'self'");
        assertThat(answer.body())
                .doesNotContainPattern("(src|href)=\"(?!/)")
                .doesNotContainPattern("(?i)<script(?![^>]*\\ssrc=\"/assets/)[^>]*>|<style|\\sstyle=|\\son\\w+=");
        for (String path :
                List.of("docs/swagger-ui.css", "style/docs.css", "docs/swagger-ui-bundle.js", "script/docs.js")) {
            assertThat(answer.body()).contains("/assets/" + path);
            assertThat(site.get("/assets/" + path).status()).isEqualTo(200);
        }
    }

    private static List<String> directives(Answer answer) {
        return List.of(header(answer, "Content-Security-Policy").split("; "));
    }

    private static String header(Answer answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
