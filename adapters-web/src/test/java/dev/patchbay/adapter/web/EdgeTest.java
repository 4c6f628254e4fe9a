package dev.patchbay.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EdgeTest {
    private static final String APP = "https://app.example";

    private final TestService service = TestService.start(Map.of("FRONTEND_ORIGINS", APP));
    private final TestService.Person ann = service.person("Ann");

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void every_answer_carries_the_security_headers_whatever_it_is() {
        Client client = service.client();
        for (Answer answer : List.of(
                client.get("/auth/providers"),
                client.get("/user/profile"),
                client.get("/no/such/path"),
                client.send("PUT", "/auth/providers", null),
                client.post("/auth/google/login", "{"),
                client.get("/auth/google/callback"),
                client.post("/auth/google/login", "{}", "Sec-Fetch-Site", "cross-site"),
                client.send("OPTIONS", "/user/profile", null, "Origin", APP, "Access-Control-Request-Method", "GET"))) {
            assertThat(answer.header("X-Request-Id")).as("%s", answer).matches("[0-9a-f]{16}");
            assertThat(answer.header("Cache-Control")).as("%s", answer).isEqualTo("no-store");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; frame-ancestors 'none'");
            assertThat(answer.headers().map()).doesNotContainKeys("server", "Server", "strict-transport-security");
        }
    }

    @Test
    void request_ids_are_ours_and_differ() {
        Client client = service.client();
        String first = client.get("/auth/providers", "X-Request-Id", "theirs").header("X-Request-Id");
        assertThat(first)
                .isNotEqualTo("theirs")
                .isNotEqualTo(client.get("/auth/providers").header("X-Request-Id"));
    }

    @Test
    void the_server_refuses_in_problems() {
        Client client = service.client();
        client.get("/no/such/path").isProblem(404, "not_found");
        client.send("PUT", "/auth/providers", null).isProblem(405, "method_not_allowed");
        client.send("POST", "/auth/google/login", "<a/>", "Content-Type", "text/xml")
                .isProblem(415, "unsupported_media_type");
        client.send("POST", "/auth/google/login", "a=b", "Content-Type", "text/plain")
                .isProblem(415, "unsupported_media_type");
    }

    @Test
    void bodies_that_are_no_json_objects_are_refused() {
        for (String body : List.of(
                "{",
                "}",
                "[]",
                "null",
                "\"x\"",
                "1",
                "{\"returnTo\":[]}",
                "{\"returnTo\":{}}",
                "{\"scopes\":\"x\"}",
                "{\"return\":\"x\"}",
                "{\"app\":\"own\"}",
                "{'returnTo':1}",
                "\0",
                "{\"returnTo\":\"\\ud800",
                "{\"a\":".repeat(5000),
                "{\"a\":" + "[".repeat(20000) + "]".repeat(20000) + "}",
                "{\"returnTo\":" + "[".repeat(20000))) {
            service.client().post("/auth/google/login", body).isProblem(400, "invalid_request");
        }
        service.client().post("/auth/google/login", "{\"a\":1,\"b\":[{}]}").isOk();
        service.client().post("/auth/google/login", " ").isProblem(400, "invalid_request");
        service.client().post("/auth/google/login", "").isOk();
    }

    @Test
    void a_body_has_64_kib_at_most() {
        String most = "{\"a\":\"" + "x".repeat(65536 - 8) + "\"}";
        service.client().post("/auth/google/login", most).isOk();
        service.client().post("/auth/google/login", most + " ").isProblem(413, "body_too_large");
    }

    @Test
    void raw_nonsense_is_answered_or_hung_up_on_and_never_5xx() throws IOException {
        for (String raw : List.of(
                "GET / HTTP/9.9\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "GET http:// HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /auth/providers HTTP/1.1\r\nHost: x\r\nA: " + "x".repeat(20000) + "\r\n\r\n",
                "GET /" + "x".repeat(20000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /auth/google/login HTTP/1.1\r\nHost: x\r\nContent-Type: ;;;\r\nContent-Length: 2\r\n\r\n{}",
                "POST /auth/google/login HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                "POST /auth/google/login HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n",
                "POST /auth/google/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "GET /auth/providers HTTP/1.1\r\nHost: x\r\nAccept: ;;;\r\n\r\n",
                "GET /auth/providers HTTP/1.1\r\nHost: x\r\nCookie: =;==;\u0001=\u0002\r\n\r\n",
                "GET /auth/providers HTTP/1.1\r\nHost: x\r\nOrigin: ://\r\n\r\n",
                "GET /user/profile HTTP/1.1\r\nHost: x\r\nAccept-Language: ,\r\n\r\n",
                "HEAD /auth/providers HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
                "GET /user/profile HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \u00e4\r\n\r\n")) {
            String answer = answerTo(raw);
            assertThat(answer)
                    .as(raw.length() > 100 ? raw.substring(0, 100) : raw)
                    .doesNotContain("HTTP/1.1 5", "HTTP/1.0 5");
            if (!answer.isEmpty()) {
                assertThat(answer)
                        .contains("X-Request-Id: ", "X-Content-Type-Options: nosniff", "Cache-Control: no-store");
            }
        }
    }

    /** Empty when the server hung up. */
    private String answerTo(String raw) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), service.address().getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(raw.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            byte[] start = new byte[4096];
            int length = in.read(start);
            return length < 0 ? "" : new String(start, 0, length, StandardCharsets.ISO_8859_1);
        } catch (java.net.SocketTimeoutException hangs) {
            throw new AssertionError("no answer within 5 s to " + raw, hangs);
        } catch (IOException reset) {
            return "";
        }
    }

    @Test
    void what_a_foreign_site_makes_a_browser_ask_for_is_not_done() {
        Client browser = ann.browser();
        for (String[] signs : new String[][] {
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"},
            {"Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"},
            {"Origin", "https://evil.example"},
            {"Origin", "null"},
            {"Origin", "https://app.example.evil.example"},
            {"Origin", "http://app.example"},
            {"Origin", "https://app.example:444"},
            {"Origin", "http://127.0.0.1:8081"},
            {"Origin", "nonsense"}
        }) {
            for (String body : List.of("{\"displayName\":\"Evil\"}", "")) {
                browser.patch("/user/profile", body, signs).isProblem(403, "cross_site_request");
            }
            browser.delete("/user", signs).isProblem(403, "cross_site_request");
            browser.form("/auth/logout", "", signs).isProblem(403, "cross_site_request");
            browser.form("/platforms/spotify/connect", "", signs).isProblem(403, "cross_site_request");
            for (String spelling : List.of("/auth", "/auth/", "/auth//")) {
                browser.get("/api/v1/spotify" + spelling + "?return=browser", signs)
                        .isProblem(403, "cross_site_request");
            }
            service.client().form("/auth/google/login", "", signs).isProblem(403, "cross_site_request");
            ann.client()
                    .patch("/user/profile", "{\"displayName\":\"Ann\"}", signs)
                    .isOk();
        }
        assertThat(browser.get("/user/profile").text("data.displayName")).isEqualTo("Ann");
    }

    @Test
    void our_own_pages_allowed_frontends_and_plain_clients_are_heard() {
        for (String[] signs : new String[][] {
            {"Sec-Fetch-Site", "same-origin"},
            {"Sec-Fetch-Site", "none"},
            {"Origin", "http://127.0.0.1:8080"},
            {"Origin", APP},
            {"Sec-Fetch-Site", "cross-site", "Origin", APP},
            {}
        }) {
            ann.browser()
                    .patch("/user/profile", "{\"displayName\":\"Ann\"}", signs)
                    .isOk();
        }
    }

    @Test
    void only_allowed_frontends_may_read_answers() {
        Answer allowed = ann.browser().get("/user/profile", "Origin", APP).isOk();
        assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo(APP);
        assertThat(allowed.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(allowed.headers().allValues("Vary")).contains("Origin");
        Answer refused = service.client().get("/user/profile", "Origin", APP).isProblem(401, "unauthenticated");
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(APP);
        Answer foreign = ann.browser()
                .get("/user/profile", "Origin", "https://evil.example")
                .isOk();
        assertThat(foreign.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(foreign.headers().allValues("Vary")).contains("Origin");
    }

    @Test
    void a_preflight_is_answered_for_allowed_frontends_only() {
        Answer allowed = service.client()
                .send("OPTIONS", "/user/profile", null, "Origin", APP, "Access-Control-Request-Method", "PATCH");
        assertThat(allowed.status()).isEqualTo(204);
        assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo(APP);
        assertThat(allowed.header("Access-Control-Allow-Methods")).contains("PATCH");
        assertThat(allowed.header("Access-Control-Allow-Headers")).contains("Authorization", "Content-Type");
        Answer foreign = service.client()
                .send(
                        "OPTIONS",
                        "/user/profile",
                        null,
                        "Origin",
                        "https://evil.example",
                        "Access-Control-Request-Method",
                        "PATCH");
        assertThat(foreign.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(foreign.status()).isGreaterThanOrEqualTo(400);
    }
}
