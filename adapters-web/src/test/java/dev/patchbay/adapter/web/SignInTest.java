package dev.patchbay.adapter.web;

import static dev.patchbay.adapter.web.TestService.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.provider.Identification;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private final TestService service =
            TestService.start(Map.of("FRONTEND_ORIGINS", "https://app.example, http://localhost:3000"));
    private final ExternalIdentity ann = Fixtures.anIdentity();

    @AfterEach
    void stop() {
        service.close();
    }

    private static String callback(String provider, String code, String state) {
        return "/auth/" + provider + "/callback?code=" + code + "&state=" + state;
    }

    private String begun(Client client, String body) {
        return client.post("/auth/google/login", body).isOk().text("data.state");
    }

    private Answer signIn(Client browser) {
        return browser.get(callback("google", service.google.consentOf(ann), begun(browser, "{}")));
    }

    @Test
    void the_configured_providers_are_listed() {
        Answer answer = service.client().get("/auth/providers").isOk();
        assertThat(answer.body())
                .isEqualTo("{\"data\":[{\"id\":\"github\",\"name\":\"GitHub\",\"loginUrl\":\"/auth/github/login\"},"
                        + "{\"id\":\"google\",\"name\":\"Google\",\"loginUrl\":\"/auth/google/login\"}]}");
    }

    @Test
    void beginning_gives_the_address_the_state_and_a_flow_cookie() {
        Answer answer =
                service.client().send("POST", "/auth/google/login", null).isOk();
        String state = answer.text("data.state");
        assertThat(answer.text("data.authUrl")).isEqualTo("https://google.example/authorize?state=" + state);
        assertThat(answer.text("data.expiresAt")).isEqualTo("2026-11-21T10:10:00.123Z");
        assertThat(answer.setCookies())
                .singleElement()
                .asString()
                .matches("patchbay_flow_[0-9a-f]{16}=[A-Za-z0-9_-]{43}; Path=/; Max-Age=600; HttpOnly; SameSite=Lax");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_browser_that_comes_back_is_signed_in_by_a_cookie() {
        Client browser = service.client();
        Answer landing = signIn(browser);
        assertThat(landing.status()).isEqualTo(303);
        assertThat(landing.header("Location")).isEqualTo(HOME);
        assertThat(landing.body()).isEmpty();
        assertThat(landing.setCookies()).hasSize(2).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("patchbay_session=")
                .endsWith("; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax"));
        assertThat(browser.cookie("patchbay_flow_")).isEmpty();
        Answer profile = browser.get("/user/profile").isOk();
        assertThat(profile.text("data.id")).startsWith("mmp_");
        assertThat(profile.text("data.displayName")).isEqualTo("Ann");
        assertThat(profile.text("data.email")).isEqualTo("ann@example.org");
        assertThat(profile.text("data.providers")).isEqualTo("[google]");
    }

    @Test
    void on_https_both_cookies_belong_to_the_host_alone() {
        try (TestService secure = TestService.start(Map.of("PATCHBAY_BASE_URL", "https://patchbay.example"))) {
            Answer begun = secure.client().post("/auth/google/login", "{}").isOk();
            String flow = begun.header("Set-Cookie");
            assertThat(flow)
                    .matches("__Host-flow-[0-9a-f]{16}=[A-Za-z0-9_-]{43}; Path=/; Max-Age=600; HttpOnly; SameSite=Lax;"
                            + " Secure");
            Answer landing = secure.client()
                    .get(
                            callback("google", secure.google.consentOf(ann), begun.text("data.state")),
                            "Cookie",
                            flow.substring(0, flow.indexOf(';')));
            assertThat(landing.header("Location")).isEqualTo("https://patchbay.example/");
            assertThat(landing.setCookies())
                    .anyMatch(cookie -> cookie.startsWith("__Host-session=ey") && cookie.endsWith("; Secure"));
            assertThat(landing.header("Strict-Transport-Security")).startsWith("max-age=");
        }
    }

    @Test
    void the_second_sign_in_finds_the_same_account_and_ends_the_session_before() {
        Client browser = service.client();
        signIn(browser);
        String first = browser.cookie("patchbay_session").orElseThrow().getValue();
        String id = browser.get("/user/profile").text("data.id");
        signIn(browser);
        assertThat(browser.get("/user/profile").text("data.id")).isEqualTo(id);
        service.client().bearing(first).get("/user/profile").isProblem(401, "unauthenticated");
    }

    @Test
    void a_callback_works_once() {
        Client browser = service.client();
        String state = begun(browser, "{}");
        String first = callback("google", service.google.consentOf(ann), state);
        assertThat(browser.get(first).header("Location")).isEqualTo(HOME);
        Answer again = browser.get(first);
        assertThat(again.status()).isEqualTo(303);
        assertThat(again.header("Location")).isEqualTo(HOME + "?error=state_invalid");
        assertThat(again.setCookies()).isEmpty();
        assertThat(service.google.exchanges()).isEqualTo(1);
    }

    @Test
    void a_callback_that_comes_too_late_signs_nobody_in() {
        Client browser = service.client();
        String state = begun(browser, "{}");
        service.clock.advance(Duration.ofMinutes(10));
        assertThat(browser.get(callback("google", service.google.consentOf(ann), state))
                        .header("Location"))
                .isEqualTo(HOME + "?error=state_invalid");
        assertThat(service.google.exchanges()).isZero();
    }

    @Test
    void forged_missing_and_doubled_states_sign_nobody_in() {
        Client browser = service.client();
        String state = begun(browser, "{}");
        for (String query : new String[] {
            "code=abc&state=" + "A".repeat(43),
            "code=abc&state=",
            "code=abc&state=%00%0d%0a",
            "code=abc&state=" + "x".repeat(3000),
            "code=abc",
            "",
            "code=abc&state=" + state + "&state=" + state,
            "code=abc&code=def&state=" + state,
        }) {
            Answer answer = browser.get("/auth/google/callback?" + query);
            assertThat(answer.header("Location")).as(query).isEqualTo(HOME + "?error=state_invalid");
            assertThat(answer.setCookies()).isEmpty();
        }
        assertThat(service.google.exchanges()).isZero();
    }

    @Test
    void another_browser_cannot_finish_and_uses_the_attempt_up() {
        Client ours = service.client();
        String state = begun(ours, "{\"returnTo\":\"/here\"}");
        String callback = callback("google", service.google.consentOf(ann), state);
        Client theirs = service.client();
        begun(theirs, "{}");
        Answer answer = theirs.get(callback);
        assertThat(answer.header("Location")).isEqualTo(HOME + "here?error=wrong_browser");
        assertThat(answer.setCookies()).isEmpty();
        assertThat(theirs.cookie("patchbay_session")).isEmpty();
        assertThat(ours.get(callback).header("Location")).isEqualTo(HOME + "?error=state_invalid");
        assertThat(service.google.exchanges()).isZero();
    }

    @Test
    void an_answer_of_another_provider_or_issuer_is_refused() {
        Client browser = service.client();
        String code = service.google.consentOf(ann);
        assertThat(browser.get(callback("github", code, begun(browser, "{}"))).header("Location"))
                .isEqualTo(HOME + "?error=wrong_provider");
        assertThat(browser.get("/platforms/spotify/callback?code=" + code + "&state=" + begun(browser, "{}"))
                        .header("Location"))
                .isEqualTo(HOME + "?error=wrong_provider");
        assertThat(browser.get(callback("google", code, begun(browser, "{}")) + "&iss=https://evil.example")
                        .header("Location"))
                .isEqualTo(HOME + "?error=issuer_mismatch");
        assertThat(browser.get(callback("google", code, begun(browser, "{}")) + "&iss=https://google.example")
                        .header("Location"))
                .isEqualTo(HOME);
    }

    @Test
    void errors_of_the_provider_become_our_own_words() {
        Client browser = service.client();
        Map.of(
                        "access_denied", "access_denied",
                        "server_error", "provider_unavailable",
                        "unauthorized_client", "app_rejected",
                        "%3Cscript%3E%0d%0aSet-Cookie:x=1", "provider_error")
                .forEach((sent, shown) -> assertThat(browser.get("/auth/google/callback?error=" + sent
                                        + "&error_description=secret%20words&state=" + begun(browser, "{}"))
                                .header("Location"))
                        .isEqualTo(HOME + "?error=" + shown));
        assertThat(browser.get("/auth/google/callback?state=" + begun(browser, "{}"))
                        .header("Location"))
                .isEqualTo(HOME + "?error=code_missing");
    }

    @Test
    void what_the_provider_does_not_vouch_for_signs_nobody_in() {
        Client browser = service.client();
        String untrusted = service.google.answering(new Identification.Untrusted("nonce"));
        assertThat(browser.get(callback("google", untrusted, begun(browser, "{}")))
                        .header("Location"))
                .isEqualTo(HOME + "?error=identity_untrusted");
        assertThat(browser.get(callback("google", "made-up", begun(browser, "{}")))
                        .header("Location"))
                .isEqualTo(HOME + "?error=code_refused");
        browser.get("/user/profile").isProblem(401, "unauthenticated");
    }

    @Test
    void unknown_and_unavailable_providers_are_told_apart() {
        Client client = service.client();
        client.post("/auth/nosuch/login", "{}").isProblem(404, "unknown_provider");
        client.post("/auth/No%20Such/login", "{}").isProblem(404, "unknown_provider");
        client.get("/auth/nosuch/callback?code=a&state=b").isProblem(404, "unknown_provider");
        service.google.goDown();
        Answer answer = client.post("/auth/google/login", "{}").isProblem(503, "provider_unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("7");
        assertThat(answer.text("cause")).isEqualTo("provider_unavailable");
    }

    @Test
    void a_form_without_scripts_is_sent_on_and_its_troubles_end_at_the_page() {
        Client browser = service.client();
        Answer sent = browser.form("/auth/google/login", "returnTo=%2Fback%3Fa%3Db", "Accept", "text/html");
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Location")).startsWith("https://google.example/authorize?state=");
        String state = sent.sentWith("state");
        assertThat(browser.get(callback("google", service.google.consentOf(ann), state))
                        .header("Location"))
                .isEqualTo(HOME + "back?a=b");
        Answer unknown = browser.form("/auth/nosuch/login", "", "Accept", "text/html");
        assertThat(unknown.status()).isEqualTo(303);
        assertThat(unknown.header("Location")).isEqualTo(HOME + "?error=unknown_provider");
    }

    @Test
    void a_client_that_keeps_the_state_swaps_its_handoff_for_a_session_once() {
        Client rest = service.client();
        Answer begun =
                rest.post("/auth/google/login", "{\"return\":\"handoff\",\"returnTo\":\"https://app.example/in\"}");
        assertThat(begun.setCookies()).isEmpty();
        String state = begun.text("data.state");
        Answer landing = service.client().get(callback("google", service.google.consentOf(ann), state));
        assertThat(landing.header("Location")).matches("https://app\\.example/in\\?handoff=[A-Za-z0-9_-]{43}");
        assertThat(landing.setCookies()).isEmpty();
        assertThat(service.google.exchanges()).isZero();
        String handoff = landing.sentWith("handoff");
        String body = "{\"handoff\":\"" + handoff + "\",\"state\":\"" + state + "\"}";
        Answer session = rest.post("/auth/session", body).isOk();
        assertThat(session.text("data.tokenType")).isEqualTo("Bearer");
        assertThat(session.text("data.expiresIn")).isEqualTo("604800");
        assertThat(session.text("data.account.displayName")).isEqualTo("Ann");
        Answer profile = service.client()
                .bearing(session.text("data.token"))
                .get("/user/profile")
                .isOk();
        assertThat(profile.text("data.id")).isEqualTo(session.text("data.account.id"));
        rest.post("/auth/session", body).isProblem(400, "handoff_invalid");
    }

    @Test
    void a_handoff_without_the_state_it_belongs_to_is_destroyed() {
        Client rest = service.client();
        String state = begun(rest, "{\"return\":\"handoff\"}");
        String other = begun(rest, "{\"return\":\"handoff\"}");
        String handoff = service.client()
                .get(callback("google", service.google.consentOf(ann), state))
                .sentWith("handoff");
        String right = "{\"handoff\":\"" + handoff + "\",\"state\":\"" + state + "\"}";
        rest.post("/auth/session", right.replace(state, other)).isProblem(403, "wrong_account");
        rest.post("/auth/session", right).isProblem(400, "handoff_invalid");
        assertThat(service.google.exchanges()).isZero();
        rest.post("/auth/session", "{\"handoff\":\"short\",\"state\":\"short\"}")
                .isProblem(400, "handoff_invalid");
        rest.post("/auth/session", "{\"handoff\":\"\",\"state\":\"x\"}").isProblem(400, "invalid_request");
        rest.post("/auth/session", "{}").isProblem(400, "invalid_request");
    }

    @Test
    void a_session_never_travels_to_another_frontend_in_a_cookie_or_an_address() {
        Client browser = service.client();
        String state = begun(browser, "{\"returnTo\":\"https://app.example/in?x=1\"}");
        Answer landing = browser.get(callback("google", service.google.consentOf(ann), state));
        assertThat(landing.header("Location")).startsWith("https://app.example/in?x=1&handoff=");
        assertThat(landing.setCookies()).noneMatch(cookie -> cookie.contains("session"));
        assertThat(landing.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void flows_go_on_side_by_side() {
        Client browser = service.client();
        String first = begun(browser, "{\"returnTo\":\"/one\"}");
        String second = begun(browser, "{\"returnTo\":\"/two\"}");
        assertThat(browser.get(callback("google", service.google.consentOf(ann), second))
                        .header("Location"))
                .isEqualTo(HOME + "two");
        assertThat(browser.get(callback("google", service.google.consentOf(ann), first))
                        .header("Location"))
                .isEqualTo(HOME + "one");
    }

    @Test
    void a_store_that_is_away_uses_nothing_up() {
        Client browser = service.client();
        String state = begun(browser, "{}");
        String callback = callback("google", service.google.consentOf(ann), state);
        service.storeGoesDown();
        browser.get(callback).isProblem(503, "temporarily_unavailable");
        Answer people = browser.get(callback, "Accept", "text/html,*/*;q=0.8");
        assertThat(people.status()).isEqualTo(503);
        assertThat(people.header("Content-Type")).startsWith("text/plain");
        assertThat(people.body()).isEqualTo("This service cannot reach its store at the moment. Please try again.\n");
        service.store.heal();
        assertThat(browser.get(callback).header("Location")).isEqualTo(HOME);
    }
}
