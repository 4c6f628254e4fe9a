package dev.patchbay.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.session.Session;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever asks too often is held back; whoever they do it to is not. Addresses are told by a proxy on loopback. */
class LimitsTest {
    private static final String FROM = "X-Forwarded-For";
    private static final String MALLORY = "198.51.100.7";
    private static final String ANN = "203.0.113.9";

    private static TestService with(String... settings) {
        var given = new HashMap<>(Map.of("TRUSTED_PROXIES", "loopback"));
        for (int i = 0; i < settings.length; i += 2) {
            given.put(settings[i], settings[i + 1]);
        }
        return TestService.start(given);
    }

    @Test
    void an_address_that_begins_too_many_sign_ins_hears_when_to_come_back() {
        try (TestService service = with("LIMIT_SIGN_IN", "3")) {
            for (int i = 0; i < 3; i++) {
                service.client().post("/auth/google/login", "{}", FROM, MALLORY).isOk();
            }
            for (String path : new String[] {"/auth/google/login", "/auth/chat", "/auth/nobody/login"}) {
                Answer held = service.client().post(path, "{}", FROM, MALLORY).isProblem(429, "too_many_requests");
                assertThat(held.header("Retry-After")).isEqualTo("20");
                assertThat(held.text("nextAction")).isEqualTo("wait");
            }
            service.client().get("/auth/providers", FROM, MALLORY).isOk();
            service.client().post("/auth/google/login", "{}", FROM, ANN).isOk();
            service.clock.advance(Duration.ofSeconds(20));
            service.client().post("/auth/google/login", "{}", FROM, MALLORY).isOk();
        }
    }

    @Test
    void people_read_plain_words() {
        try (TestService service = with("LIMIT_SIGN_IN", "1")) {
            service.client().form("/auth/google/login", "", FROM, MALLORY, "Accept", "text/html");
            Answer held = service.client().form("/auth/google/login", "", FROM, MALLORY, "Accept", "text/html");
            assertThat(held.status()).isEqualTo(429);
            assertThat(held.header("Content-Type")).startsWith("text/plain");
            assertThat(held.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void ten_thousand_failures_keep_nobody_out_but_their_source() {
        try (TestService service = with()) {
            TestService.Person ann = service.person("Ann");
            Client known = ann.client();
            Client mallory = service.client();
            String forged = "Bearer " + ann.token();
            int refused = 0;
            int heldBack = 0;
            for (int i = 1; i <= 10_000; i++) {
                String[] from = {FROM, "2001:db8:1:2::" + Integer.toHexString(i % 0xffff)};
                Answer answer = i % 2 == 0
                        ? mallory.get("/user/profile", FROM, from[1], "Authorization", forged + i)
                        : mallory.post("/auth/session", "{\"handoff\":\"" + i + "\",\"state\":\"x\"}", from);
                refused += answer.status() == 401 || answer.status() == 400 ? 1 : 0;
                heldBack += answer.status() == 429 ? 1 : 0;
                if (i % 1000 == 0) {
                    mallory.post("/auth/google/login", "{\"return\":\"handoff\"}", FROM, ANN)
                            .isOk();
                    known.get("/user/profile", FROM, ANN).isOk();
                    known.get("/user/profile", from).isOk();
                }
            }
            assertThat(refused).isBetween(600, 700);
            assertThat(refused + heldBack).isEqualTo(10_000);
        }
    }

    @Test
    void tokens_of_sessions_that_ended_do_not_use_up_what_the_account_may_ask() {
        try (TestService service = with("LIMIT_ACCOUNT", "5", "LIMIT_REFUSED", "0", "LIMIT_REFRESH", "5")) {
            TestService.Person ann = service.person("Ann");
            Client stolen = service.client().bearing(service.tokenOf(ended(service, ann)));
            for (int i = 0; i < 50; i++) {
                stolen.get("/user/profile").isProblem(401, "unauthenticated");
                assertThat(stolen.post("/platforms/spotify/refresh", "").status())
                        .isIn(401, 429);
            }
            for (int i = 0; i < 5; i++) {
                ann.client().get("/user/profile").isOk();
            }
            ann.client().get("/user/profile").isProblem(429, "too_many_requests");
            ann.client().post("/platforms/spotify/refresh", "").isProblem(404, "not_connected");
        }
    }

    private static Session ended(TestService service, TestService.Person who) {
        var session = service.newSession(who.account);
        service.client().bearing(service.tokenOf(session)).post("/auth/logout", "{}");
        return session;
    }

    @Test
    void a_server_takes_tokens_for_many_from_one_address() {
        try (TestService service = with("LIMIT_ADDRESS", "1", "LIMIT_ACCOUNT", "1")) {
            for (int person = 0; person < 5; person++) {
                TestService.Person who = service.person("P" + person);
                service.connected(who.account, any -> any);
                Client client = who.client();
                for (int i = 0; i < 20; i++) {
                    client.get("/platforms/spotify/token", FROM, ANN).isOk();
                }
            }
        }
    }

    @Test
    void an_account_is_counted_over_all_its_sessions_and_addresses() {
        try (TestService service = with("LIMIT_CONNECT", "2")) {
            TestService.Person ann = service.person("Ann");
            Client other = service.client().bearing(service.tokenOf(service.newSession(ann.account)));
            ann.client().post("/platforms/spotify/connect", "{}", FROM, ANN).isOk();
            other.post("/platforms/spotify/connect", "{}", FROM, MALLORY).isOk();
            other.post("/auth/github/link", "{}", FROM, "192.0.2.5").isProblem(429, "too_many_requests");
            other.get("/user/profile").isOk();
            service.person("Ben")
                    .client()
                    .post("/platforms/spotify/connect", "{}")
                    .isOk();
        }
    }

    @Test
    void strangers_are_counted_whatever_they_claim_to_be() {
        try (TestService service = with("LIMIT_ADDRESS", "3")) {
            service.client().get("/no/such/path", FROM, MALLORY).isProblem(404, "not_found");
            service.client()
                    .bearing("nonsense")
                    .get("/platforms", FROM, MALLORY)
                    .isOk();
            service.client().get("/", FROM, MALLORY).isOk();
            service.client()
                    .bearing("nonsense")
                    .get("/platforms", FROM, MALLORY)
                    .isProblem(429, "too_many_requests");
            service.client().get("/platforms", FROM, MALLORY).isProblem(429, "too_many_requests");
        }
    }

    @Test
    void the_nearest_hop_that_is_no_proxy_is_the_one_that_counts() {
        try (TestService service = with("LIMIT_SIGN_IN", "1", "TRUSTED_PROXIES", "loopback, 10.0.0.0/8")) {
            service.client()
                    .post("/auth/chat", "{}", FROM, "8.8.8.8, " + MALLORY + ", 10.1.1.1")
                    .isOk();
            for (String hops : new String[] {
                MALLORY,
                "9.9.9.9," + MALLORY,
                MALLORY + ":4711",
                "garbage, " + MALLORY,
                MALLORY + ",10.9.9.9, 127.0.0.1"
            }) {
                service.client().post("/auth/chat", "{}", FROM, hops).isProblem(429, "too_many_requests");
            }
            for (int i = 0; i < 2; i++) {
                service.client()
                        .post("/auth/chat", "{}", FROM, MALLORY + ", garbage")
                        .isOk();
                service.client().post("/auth/chat", "{}", FROM, "").isOk();
                service.client().post("/auth/chat", "{}").isOk();
            }
        }
    }

    @Test
    void the_standard_header_counts_where_the_operator_says_so_and_then_alone() {
        try (TestService service = with("LIMIT_SIGN_IN", "1", "FORWARDED_HEADER", "Forwarded")) {
            service.client()
                    .post("/auth/chat", "{}", "Forwarded", "for=\"[2001:db8::1]:80\";proto=https")
                    .isOk();
            service.client()
                    .post("/auth/chat", "{}", "Forwarded", "for=\"[2001:db8::2]\"", FROM, ANN)
                    .isProblem(429, "too_many_requests");
        }
    }

    @Test
    void nobody_but_a_named_proxy_says_where_a_request_comes_from() {
        try (TestService service = TestService.start(Map.of("LIMIT_SIGN_IN", "1", "TRUSTED_PROXIES", "10.0.0.0/8"))) {
            for (int i = 0; i < 5; i++) {
                // From this machine, which is not counted, and not from there.
                service.client().post("/auth/chat", "{}", FROM, MALLORY).isOk();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"LIMIT_SIGN_IN, 0", "LIMITS, off"})
    void limits_can_be_off_one_by_one_and_altogether(String name, String value) {
        try (TestService service = with(name, value)) {
            Client client = service.client();
            for (int i = 0; i < 310; i++) {
                client.post("/auth/chat", "{\"return\":\"handoff\"}", FROM, MALLORY)
                        .isOk();
            }
        }
    }
}
