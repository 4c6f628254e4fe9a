package dev.patchbay.adapter.web;

import static dev.patchbay.adapter.web.TestService.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.port.Fixtures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectTest {
    private final TestService service = TestService.start();
    private final TestService.Person ann = service.person("Ann");
    private final TestService.Person bob = service.person("Bob");
    private final ExternalAccount outside = Fixtures.anOutsideAccount();

    @AfterEach
    void stop() {
        service.close();
    }

    /** Signs in for real, so that session and flow cookies are in one jar. */
    private Client browserOf(TestService.Person person) {
        Client browser = service.client();
        String state = browser.post("/auth/google/login", "{}").text("data.state");
        browser.get("/auth/google/callback?code=" + service.google.consentOf(person.identity) + "&state=" + state);
        return browser;
    }

    private String begun(Client client, String body) {
        return client.post("/platforms/spotify/connect", body).isOk().text("data.state");
    }

    private String callback(String state) {
        return "/platforms/spotify/callback?code=" + service.spotify.consentOf(outside) + "&state=" + state;
    }

    private String handedOff(String state) {
        return service.client().get(callback(state)).sentWith("handoff");
    }

    @Test
    void a_browser_connects_and_is_told_so() {
        Client browser = browserOf(ann);
        Answer landing = browser.get(callback(begun(browser, "{\"returnTo\":\"/settings?tab=1\"}")));
        assertThat(landing.status()).isEqualTo(303);
        assertThat(landing.header("Location")).isEqualTo(HOME + "settings?tab=1&connected=spotify");
        Answer list = ann.client().get("/user/platforms").isOk();
        assertThat(list.text("data.0.platform")).isEqualTo("spotify");
        assertThat(list.text("data.0.name")).isEqualTo("Spotify");
        assertThat(list.text("data.0.state")).isEqualTo("connected");
        assertThat(list.text("data.0.displayName")).isEqualTo("Ann Outside");
        assertThat(list.text("data.0.expiresAt")).isEqualTo("2026-11-21T11:00:00.123Z");
        assertThat(list.text("data.0.reauthorizeBy")).isEqualTo("2027-05-21T10:00:00.123Z");
        assertThat(list.body()).contains("\"cause\":null").doesNotContain("oken");
        assertThat(ann.client().get("/platforms/spotify/token").isOk().text("data.accessToken"))
                .startsWith("access-token-");
    }

    @Test
    void a_client_ends_its_connect_by_the_handoff_and_hears_the_status() {
        String handoff = handedOff(begun(ann.client(), "{\"return\":\"handoff\"}"));
        assertThat(service.spotify.exchanges()).isZero();
        String body = "{\"handoff\":\"" + handoff + "\"}";
        Answer status = ann.client().post("/platforms/spotify/callback", body).isOk();
        assertThat(status.text("data.connected")).isEqualTo("true");
        assertThat(status.text("data.state")).isEqualTo("connected");
        assertThat(status.text("data.platformUserId")).isEqualTo(outside.id());
        ann.client().post("/platforms/spotify/callback", body).isProblem(400, "handoff_invalid");
    }

    @Test
    void a_handoff_in_other_hands_is_destroyed_and_connects_nobody() {
        String handoff = handedOff(begun(ann.client(), "{\"return\":\"handoff\"}"));
        String body = "{\"handoff\":\"" + handoff + "\"}";
        service.client().post("/platforms/spotify/callback", body).isProblem(401, "unauthenticated");
        bob.client().post("/platforms/spotify/callback", body).isProblem(403, "wrong_account");
        ann.client().post("/platforms/spotify/callback", body).isProblem(400, "handoff_invalid");
        assertThat(service.spotify.exchanges()).isZero();
    }

    @Test
    void a_frontend_that_caught_the_redirect_posts_what_it_said() {
        String state = begun(ann.client(), "{}");
        String body = "{\"code\":\"" + service.spotify.consentOf(outside) + "\",\"state\":\"" + state + "\"}";
        bob.client().post("/platforms/spotify/callback", body).isProblem(403, "wrong_account");
        ann.client().post("/platforms/spotify/callback", body).isProblem(400, "state_invalid");
        String again = begun(ann.client(), "{}");
        ann.client()
                .post("/platforms/spotify/callback", body.replace(state, again))
                .isOk();
        ann.client()
                .post(
                        "/platforms/spotify/callback",
                        "{\"error\":\"access_denied\",\"state\":\"" + begun(ann.client(), "{}") + "\"}")
                .isProblem(403, "access_denied");
        ann.client()
                .post(
                        "/platforms/spotify/callback",
                        "{\"code\":\"x\",\"state\":\"" + begun(ann.client(), "{}")
                                + "\",\"iss\":\"https://evil.example\"}")
                .isProblem(400, "issuer_mismatch");
        ann.client()
                .post("/platforms/spotify/callback", "{\"state\":\"" + begun(ann.client(), "{}") + "\"}")
                .isProblem(400, "code_missing");
        ann.client().post("/platforms/spotify/callback", "{\"code\":\"x\"}").isProblem(400, "invalid_request");
        ann.client().post("/platforms/spotify/callback", "[]").isProblem(400, "invalid_request");
        ann.client().post("/platforms/nosuch/callback", "{}").isProblem(404, "unknown_platform");
    }

    @Test
    void what_the_platform_itself_says_no_to_is_told_by_its_cause() {
        service.spotify.whoAnswer = Optional.of(new WhoAnswer.Refused(Cause.NOT_ON_APP_LIST));
        Client browser = browserOf(ann);
        assertThat(browser.get(callback(begun(browser, "{}"))).header("Location"))
                .isEqualTo(HOME + "?error=not_on_app_list");
        String handoff = handedOff(begun(ann.client(), "{\"return\":\"handoff\"}"));
        Answer answer = ann.client()
                .post("/platforms/spotify/callback", "{\"handoff\":\"" + handoff + "\"}")
                .isProblem(409, "app_blocked");
        assertThat(answer.text("cause")).isEqualTo("not_on_app_list");
        assertThat(answer.text("nextAction")).isEqualTo("ask_app_owner");
        ann.client().get("/platforms/spotify/token").isProblem(404, "not_connected");
    }

    @Test
    void another_outside_account_does_not_replace_the_connected_one() {
        service.connected(ann.account, connection -> connection);
        String handoff = handedOff(begun(ann.client(), "{\"return\":\"handoff\",\"reconnect\":true}"));
        ann.client()
                .post("/platforms/spotify/callback", "{\"handoff\":\"" + handoff + "\"}")
                .isProblem(409, "different_account");
        assertThat(ann.client().get("/platforms/spotify/token").text("data.accessToken"))
                .isEqualTo("access-of-Ann");
    }

    @Test
    void what_cannot_be_begun_is_told_apart() {
        Client client = ann.client();
        client.post("/platforms/nosuch/connect", "{}").isProblem(404, "unknown_platform");
        client.post("/platforms/soundcloud/connect", "{}").isProblem(404, "no_app");
        client.post("/platforms/spotify/connect", "{\"app\":\"own\"}").isProblem(404, "no_app");
        client.post("/platforms/spotify/connect", "{\"app\":\"theirs\"}").isProblem(400, "invalid_request");
        client.post("/platforms/spotify/connect", "{\"scopes\":[\"everything\"]}")
                .isProblem(400, "scopes_refused");
        client.post("/platforms/spotify/connect", "{\"scopes\":[\"a b\"]}").isProblem(400, "scopes_refused");
        client.post("/platforms/spotify/connect", "{\"reconnect\":true}").isProblem(404, "not_connected");
        client.post("/platforms/spotify/connect", "{\"return\":\"pigeon\"}").isProblem(400, "invalid_request");
        client.post("/platforms/spotify/connect", "{\"app\":\"shared\",\"scopes\":[\"library\"]}")
                .isOk();
    }

    @Test
    void the_browser_that_did_not_begin_connects_nothing() {
        String state = begun(browserOf(ann), "{}");
        Client browserOfBob = browserOf(bob);
        assertThat(browserOfBob.get(callback(state)).header("Location")).isEqualTo(HOME + "?error=wrong_browser");
        assertThat(service.spotify.exchanges()).isZero();
        assertThat(bob.client().get("/user/platforms").body()).isEqualTo("{\"data\":[]}");
    }

    @Test
    void the_paths_of_earlier_systems_do_the_same() {
        Answer begun = ann.client().get("/api/v1/spotify/auth?returnTo=/done").isOk();
        assertThat(begun.setCookies()).isEmpty();
        Answer landing = service.client().get(callback(begun.text("data.state")));
        assertThat(landing.header("Location")).startsWith(HOME + "done?handoff=");
        String handoff = landing.sentWith("handoff");
        ann.client()
                .post("/api/v1/spotify/callback", "{\"handoff\":\"" + handoff + "\"}")
                .isOk();
        assertThat(ann.client().get("/api/v1/spotify/connection").isOk().text("data.connected"))
                .isEqualTo("true");
        assertThat(ann.client().get("/api/v1/spotify/health").isOk().text("data.state"))
                .isEqualTo("connected");
        assertThat(ann.client().delete("/api/v1/spotify/connection").isOk().text("data.platform"))
                .isEqualTo("spotify");
        assertThat(ann.client()
                        .get("/api/v1/spotify/auth?return=browser")
                        .isOk()
                        .setCookies())
                .hasSize(1);
        assertThat(service.client().send("HEAD", "/api/v1/spotify/auth", null).status())
                .isEqualTo(405);
    }

    @Test
    void links_end_in_the_browser_or_by_a_handoff() {
        var atGithub = Fixtures.anIdentityAt(TestService.GITHUB);
        Client browser = browserOf(ann);
        String state = browser.post("/auth/github/link", "{}").isOk().text("data.state");
        assertThat(browser.get("/auth/github/callback?code=" + service.github.consentOf(atGithub) + "&state=" + state)
                        .header("Location"))
                .isEqualTo(HOME + "?linked=github");
        assertThat(browser.get("/user/profile").text("data.providers")).isEqualTo("[github, google]");
        // Wherever else somebody was signed in, they are not any more.
        ann.client().get("/user/profile").isProblem(401, "unauthenticated");

        String other = bob.client()
                .post("/auth/github/link", "{\"return\":\"handoff\"}")
                .text("data.state");
        String handoff = service.client()
                .get("/auth/github/callback?code=" + service.github.consentOf(atGithub) + "&state=" + other)
                .sentWith("handoff");
        bob.client()
                .post("/auth/github/callback", "{\"handoff\":\"" + handoff + "\"}")
                .isProblem(409, "identity_taken");
        String third = bob.client()
                .post("/auth/github/link", "{\"return\":\"handoff\"}")
                .text("data.state");
        String code = service.github.consentOf(Fixtures.anIdentityAt(TestService.GITHUB));
        Answer linked = bob.client()
                .post("/auth/github/callback", "{\"code\":\"" + code + "\",\"state\":\"" + third + "\"}")
                .isOk();
        assertThat(linked.body()).isEqualTo("{\"data\":{\"linked\":\"github\"}}");
        bob.client().post("/auth/nosuch/callback", "{}").isProblem(404, "unknown_provider");
        bob.client().post("/auth/nosuch/link", "{}").isProblem(404, "unknown_provider");
    }

    @Test
    void an_address_that_leaves_the_site_is_refused_wherever_it_is_asked_for() {
        for (String leaving : List.of(
                "//evil.example",
                "///evil.example",
                "/\\\\evil.example",
                "\\\\\\\\evil.example",
                "/\\\\/evil.example",
                "https://evil.example",
                "http:evil.example",
                "https:///evil.example",
                "https:evil.example",
                "http://127.0.0.1:8080@evil.example",
                "http://127.0.0.1:8080.evil.example",
                "http://127.0.0.1:8081/",
                "https://127.0.0.1:8080/",
                "http://127.0.0.1/",
                "http://127.0.0.1:80800/",
                "javascript:alert(1)",
                "data:text/html,x",
                "evil.example",
                "evil.example/path",
                "?x=1",
                "#x",
                "",
                " ",
                "/ x",
                "/\\n",
                "/\\t/evil.example",
                "/x#fragment",
                "http://user@127.0.0.1:8080/",
                "http://127.0.0.1:8080\\\\@evil.example",
                "/\\u0000",
                "https://app.example.evil.example/",
                "\\u2215\\u2215evil.example",
                "/x\\r\\nSet-Cookie: a=b",
                "http://[::1]:8080/",
                "http://localhost:8080/",
                "/%",
                "ftp://127.0.0.1:8080/",
                "//",
                "/" + "x".repeat(1024),
                "mailto:a@b.example",
                "HTTPS://EVIL.EXAMPLE")) {
            String body = "{\"returnTo\":\"" + leaving + "\"}";
            service.client().post("/auth/google/login", body).isProblem(400, "return_to_refused");
            ann.client().post("/platforms/spotify/connect", body).isProblem(400, "return_to_refused");
        }
        for (String staying :
                List.of("/", "/a/b?c=d", "http://127.0.0.1:8080/x", "/a/../..//evil.example", "/%2F/evil")) {
            Client browser = browserOf(ann);
            Answer landing = browser.get(callback(begun(browser, "{\"returnTo\":\"" + staying + "\"}")));
            assertThat(landing.location().getAuthority()).as(staying).isEqualTo("127.0.0.1:8080");
        }
    }
}
