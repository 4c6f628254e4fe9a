package dev.patchbay.adapter.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.at("https://patchbay.example");
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void the_start_page_comes_with_a_policy_that_lets_nothing_in() throws Exception {
        var answer = site.get("/", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(directives(answer))
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "connect-src 'self'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'",
                        "form-action 'self' https:");
        assertThat(header(answer, "Content-Security-Policy"))
                .doesNotContain("unsafe")
                .doesNotContain("http:");
    }

    @Test
    void on_a_loopback_address_a_form_may_be_sent_on_to_a_provider_on_plain_http() throws Exception {
        try (Site demo = Site.at("http://127.0.0.1:8080")) {
            assertThat(directives(demo.get("/"))).contains("form-action 'self' https: http:");
        }
    }

    @Test
    void an_operator_sees_how_the_certificate_does_and_nobody_else_does() throws Exception {
        assertThat(seenBy(site.livingSession(true)))
                .contains("TLS certificate")
                .contains("Good for 10 more days")
                .contains("<time datetime=\"2026-12-01T10:00:01Z\">1 December 2026, 10:00 UTC</time>")
                .contains("<time datetime=\"2026-11-21T09:00:00Z\">")
                .contains("<time datetime=\"2026-11-21T12:00:00Z\">")
                .contains("port 80 of &lt;patchbay.example&gt; is closed");
        assertThat(seenBy(site.livingSession(false))).doesNotContain("TLS certificate");
        assertThat(seenBy(site.sessionToken())).doesNotContain("TLS certificate");
        assertThat(site.get("/").body()).doesNotContain("TLS certificate");
    }

    private static String seenBy(String sessionToken) throws Exception {
        return site.get("/", "Cookie", "__Host-session=" + sessionToken).body();
    }

    @Test
    void a_browser_with_a_good_session_token_is_shown_the_other_face() throws Exception {
        assertThat(site.get("/").body()).contains("data-session=\"none\"");
        assertThat(site.get("/", "Cookie", "__Host-session=" + site.sessionToken())
                        .body())
                .contains("data-session=\"claimed\"");
        assertThat(site.get("/", "Cookie", "__Host-session=nonsense").body()).contains("data-session=\"none\"");
        assertThat(site.get("/", "Cookie", "__Host-session=").body()).contains("data-session=\"none\"");
    }

    @Test
    void the_page_comes_also_when_the_store_is_away() throws Exception {
        try (Site lost = Site.at("https://patchbay.example")) {
            lost.loseStore();

            var answer = lost.get("/", "Cookie", "__Host-session=whatever");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("data-session=\"claimed\"");
        }
    }

    @Test
    void what_came_back_in_the_address_is_told() throws Exception {
        assertThat(site.get("/?error=access_denied").body()).contains("You did not give your consent");
        assertThat(site.get("/?connected=spotify").body()).contains("Spotify is connected.");
        assertThat(site.get("/?error=%3Cscript%3E").body()).contains("Something went wrong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/page.css",
                "/assets/page.js",
                "/assets/own-app.js",
                "/assets/seats.js",
                "/assets/chat.js",
                "/assets/tools.js",
                "/assets/icon.svg",
                "/assets/docs/docs.js",
                "/assets/docs/swagger-ui-bundle.js",
                "/openapi.yaml"
            })
    void a_file_that_a_browser_has_is_not_sent_again(String path) throws Exception {
        var first = site.get(path);
        var again = site.get(path, "If-None-Match", header(first, "ETag"));
        var other = site.get(path, "If-None-Match", "W/\"another\"");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).isNotEmpty();
        assertThat(header(first, "Cache-Control")).isEqualTo("public, no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(header(first, "ETag"));
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void files_have_the_types_that_browsers_insist_on() throws Exception {
        assertThat(header(site.get("/assets/page.js"), "Content-Type")).startsWith("text/javascript");
        assertThat(header(site.get("/assets/page.css"), "Content-Type")).startsWith("text/css");
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
    void no_path_leads_to_any_other_file(String path) throws Exception {
        var answer = site.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void the_docs_page_loads_only_files_of_ours() throws Exception {
        var answer = site.get("/docs");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Security-Policy"))
                .doesNotContain("unsafe")
                .contains("script-src 'self'");
        assertThat(answer.body())
                .doesNotContainPattern("(src|href)=\"(?!/)")
                .doesNotContainPattern("(?i)<script(?![^>]*\\ssrc=\"/assets/)[^>]*>|<style|\\sstyle=|\\son\\w+=");
        for (String path : List.of("swagger-ui.css", "docs.css", "swagger-ui-bundle.js", "docs.js")) {
            assertThat(answer.body()).contains("/assets/docs/" + path);
            assertThat(site.get("/assets/docs/" + path).statusCode()).isEqualTo(200);
        }
    }

    private static List<String> directives(HttpResponse<?> answer) {
        return List.of(header(answer, "Content-Security-Policy").split("; "));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
