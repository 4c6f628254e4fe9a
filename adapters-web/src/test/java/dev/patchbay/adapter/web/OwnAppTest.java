package dev.patchbay.adapter.web;

import static dev.patchbay.port.Fixtures.SPOTIFY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.port.Fixtures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnAppTest {

    private static final String APP = "/platforms/spotify/app";

    private final TestService service = TestService.start();
    private final TestService.Person ann = service.person("Ann");
    private final TestService.Person bob = service.person("Bob");
    private final ClientAppId anns = new ClientAppId(SPOTIFY, "anns-app", Optional.of(ann.account.id()));

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void before_an_app_is_brought_the_answer_is_what_one_needs_to_register_it() {
        Answer answer = ann.client().get(APP).isOk();

        assertThat(answer.text("data.redirectUri")).isEqualTo(TestService.HOME + "platforms/spotify/callback");
        assertThat(answer.text("data.scopes.0.why")).isEqualTo("to read your library");
        assertThat(answer.text("data.secretNeeded")).isEqualTo("true");
        assertThat(answer.at("data.app")).isNull();
        service.client().get(APP).isProblem(401, "unauthenticated");
        ann.client().get("/platforms/nosuch/app").isProblem(404, "unknown_platform");
    }

    @Test
    void what_is_brought_is_shown_without_its_secret_to_nobody_else() {
        Answer brought = put(ann, " anns-app ", "canary-secret").isOk();
        Answer shown = ann.client().get(APP).isOk();

        assertThat(shown.json()).isEqualTo(brought.json());
        assertThat(shown.text("data.app.clientId")).isEqualTo("anns-app");
        assertThat(shown.text("data.app.secretSet")).isEqualTo("true");
        assertThat(shown.text("data.app.state")).isEqualTo("fine");
        assertThat(shown.body()).doesNotContain("canary-secret");
        assertThat(bob.client().get(APP).isOk().at("data.app")).isNull();
    }

    @Test
    void what_cannot_be_right_is_refused_in_words_that_quote_nothing_of_it() {
        Answer quoted = put(ann, "anns-app", "'canary'").isProblem(400, "invalid_request");
        assertThat(quoted.text("detail")).contains("quotation marks").doesNotContain("canary");
        put(ann, "anns-app", "").isProblem(400, "invalid_request");
        ann.client().send("PUT", APP, "{\"clientSecret\":\"canary\"}").isProblem(400, "invalid_request");
        ann.client().send("PUT", APP, "[]").isProblem(400, "invalid_request");
        ann.client()
                .send("PUT", "/platforms/nosuch/app", "{\"clientId\":\"a\",\"clientSecret\":\"b\"}")
                .isProblem(404, "unknown_platform");
    }

    @Test
    void a_change_that_ends_connections_needs_a_yes_and_says_which_ended() {
        put(ann, "anns-app", "hush").isOk();
        service.connected(ann.account, row -> row.madeWith(anns));
        service.connected(bob.account, row -> row.madeWith(anns));

        assertThat(put(ann, "other", "hush")
                        .isProblem(409, "connections_would_end")
                        .text("detail"))
                .contains("your own and 1 other person's connections");
        ann.client().delete(APP).isProblem(409, "connections_would_end");
        assertThat(ann.client().get(APP).text("data.app.connections")).isEqualTo("2");

        Answer removed = ann.client().delete(APP + "?confirm=true").isOk();
        assertThat(removed.body())
                .contains("\"displayName\":\"Ann\",\"yours\":true", "\"displayName\":\"Bob\",\"yours\":false");
        ann.client().delete(APP).isProblem(404, "no_app");
        Answer withheld = bob.client().get("/platforms/spotify/token").isProblem(409, "reauth_required");
        assertThat(withheld.text("cause")).isEqualTo("app_removed");
    }

    @Test
    void an_apps_trouble_is_told_once_with_the_step_that_mends_it() {
        put(ann, "anns-app", "hush").isOk();
        service.connected(ann.account, row -> row.madeWith(anns));
        service.store
                .appConditions()
                .note(anns, new AppCondition.Blocked(Cause.APP_REJECTED, Fixtures.NOW, Fixtures.NOW.plusSeconds(60)));

        Answer answer = ann.client().get(APP).isOk();

        assertThat(answer.text("data.app.state")).isEqualTo("blocked");
        assertThat(answer.text("data.app.cause")).isEqualTo("app_rejected");
        assertThat(answer.text("data.app.nextAction")).isEqualTo("fix_app");
        assertThat(answer.text("data.app.step")).contains("PUT /platforms/spotify/app");
        assertThat(answer.text("data.app.waiting")).isEqualTo("1");
        Answer health = ann.client().get("/platforms/spotify/health").isOk();
        assertThat(health.text("data.app.kind")).isEqualTo("own");
        assertThat(health.text("data.app.condition")).isEqualTo("blocked");
    }

    @Test
    void one_connects_with_ones_own_app_unless_one_says_otherwise() {
        put(ann, "anns-app", "hush").isOk();

        for (String wish : new String[] {"{}", "{\"app\":\"own\"}", "{\"app\":\"shared\"}"}) {
            ann.client().post("/platforms/spotify/connect", wish).isOk();
        }
        bob.client().post("/platforms/spotify/connect", "{\"app\":\"own\"}").isProblem(404, "no_app");
        bob.client().post("/platforms/spotify/connect", "{\"app\":\"shared\"}").isOk();
    }

    @Test
    void an_app_without_connections_is_removed_at_once_and_none_ended() {
        put(ann, "anns-app", "hush").isOk();

        assertThat(ann.client().delete(APP).isOk().at("data.ended")).isEqualTo(List.of());
    }

    @Test
    void a_check_that_could_not_look_says_so() {
        ann.client().post(APP + "/check", "{}").isProblem(404, "no_app");
        put(ann, "anns-app", "hush").isOk();

        Answer answer = ann.client().post(APP + "/check", "{}").isOk();

        for (String part : new String[] {"id", "secret", "redirect", "app"}) {
            assertThat(answer.text("data." + part + ".result")).isEqualTo("not_checked");
            assertThat(answer.text("data." + part + ".words")).isNotBlank();
        }
        ann.client().post("/platforms/nosuch/app/check", "{}").isProblem(404, "unknown_platform");
    }

    @Test
    void checks_beyond_the_apps_pace_are_told_when_to_come_back() {
        put(ann, "anns-app", "hush").isOk();
        for (int i = 0; i < TestService.PACE.burst(); i++) {
            ann.client().post(APP + "/check", "{}").isOk();
        }

        ann.client().post(APP + "/check", "{}").isProblem(503, "paced");
    }

    private static Answer put(TestService.Person who, String id, String secret) {
        return who.client().send("PUT", APP, "{\"clientId\":\"" + id + "\",\"clientSecret\":\"" + secret + "\"}");
    }
}
