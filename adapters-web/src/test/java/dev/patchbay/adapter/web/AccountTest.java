package dev.patchbay.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.port.Fixtures;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountTest {
    private final TestService service = TestService.start();
    private final TestService.Person ann = service.person("Ann");

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void a_profile_is_shown_and_renamed() {
        Answer profile = ann.client().get("/user/profile").isOk();
        assertThat(profile.body())
                .isEqualTo("{\"data\":{\"id\":\"" + ann.account.id() + "\",\"displayName\":\"Ann\","
                        + "\"email\":\"ann@example.org\",\"picture\":\"https://img.example/ann.png\","
                        + "\"language\":null,"
                        + "\"createdAt\":\"2026-11-21T10:00:00.123Z\",\"providers\":[\"google\"]}}");
        Answer renamed = ann.client()
                .patch("/user/profile", "{\"displayName\":\"  Änn <b> \"}")
                .isOk();
        assertThat(renamed.text("data.displayName")).isEqualTo("Änn <b>");
        assertThat(ann.client().get("/user/activity").isOk().text("data.0.event"))
                .isEqualTo("renamed");
    }

    @Test
    void a_language_is_chosen_and_stays() {
        Answer german =
                ann.client().patch("/user/profile", "{\"language\":\"de\"}").isOk();
        assertThat(german.text("data.language")).isEqualTo("de");
        assertThat(german.text("data.displayName")).isEqualTo("Ann");
        Answer both = ann.client()
                .patch("/user/profile", "{\"language\":\"en\",\"displayName\":\"Anna\"}")
                .isOk();
        assertThat(both.text("data.language") + both.text("data.displayName")).isEqualTo("enAnna");
        for (String none : List.of("\"fr\"", "\"DE\"", "\"\"", "7", "[]")) {
            ann.client()
                    .patch("/user/profile", "{\"displayName\":\"Other\",\"language\":" + none + "}")
                    .isProblem(400, "invalid_request");
        }
        assertThat(ann.client().get("/user/profile").body())
                .contains("\"language\":\"en\"", "\"displayName\":\"Anna\"");
    }

    @Test
    void names_that_are_none_are_refused() {
        for (String name :
                List.of("\"\"", "\"  \"", "null", "7.5e", "\"" + "x".repeat(81) + "\"", "\"a\\u0007b\"", "[]", "{}")) {
            ann.client()
                    .patch("/user/profile", "{\"displayName\":" + name + "}")
                    .isProblem(400, "invalid_request");
        }
        ann.client().patch("/user/profile", "{}").isProblem(400, "invalid_request");
        assertThat(ann.client().get("/user/profile").text("data.displayName")).isEqualTo("Ann");
    }

    @Test
    void ways_in_are_listed_and_the_last_one_stays() {
        Answer list = ann.client().get("/user/auth-providers").isOk();
        assertThat(list.body())
                .isEqualTo(
                        "{\"data\":[{\"provider\":\"google\",\"name\":\"Google\",\"email\":\"ann@example.org\",\"emailVerified\":false,"
                            + "\"displayName\":\"Ann\",\"linkedAt\":\"2026-11-21T10:00:00.123Z\","
                            + "\"lastUsedAt\":\"2026-11-21T10:00:00.123Z\"}]}");
        ann.client().delete("/user/auth-providers/google").isProblem(409, "last_sign_in_method");
        ann.client().delete("/user/auth-providers/github").isProblem(404, "not_found");
        ann.client().delete("/user/auth-providers/No%20Such").isProblem(404, "not_found");
        service.store.signInMethods().link(Fixtures.aMethodOf(ann.account, Fixtures.anIdentityAt(TestService.GITHUB)));
        assertThat(ann.client().delete("/user/auth-providers/google").status()).isEqualTo(204);
        ann.client().delete("/user/auth-providers/github").isProblem(409, "last_sign_in_method");
    }

    @Test
    void an_erased_account_is_gone_with_everything_and_the_report_is_honest() {
        service.connected(ann.account, connection -> connection);
        Client browser = ann.browser();
        Answer report = browser.delete("/user").isOk();
        assertThat(report.body())
                .startsWith(
                        "{\"data\":{\"erased\":true,\"platforms\":[{\"platform\":\"spotify\","
                            + "\"revocation\":\"not_supported\",\"accessPage\":\"https://spotify.example/apps\"}],\"deleted\":[");
        assertThat(report.setCookies()).containsExactly("patchbay_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
        browser.get("/user/profile").isProblem(401, "unauthenticated");
        assertThat(service.store.accounts().find(ann.account.id())).isEmpty();
        assertThat(service.store.connections().of(ann.account.id())).isEmpty();
    }
}
