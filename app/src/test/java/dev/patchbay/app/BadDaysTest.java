package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.party.Fault;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outside world misbehaves; the answer is precise, and a good grant is never given up for it. */
class BadDaysTest {
    @TempDir
    Path folder;

    private World world;
    private Patchbay service;

    @BeforeEach
    void open() {
        world = World.usual();
        service = world.start(folder);
    }

    @AfterEach
    void close() {
        service.close();
        world.close();
    }

    @Test
    void a_platform_that_answers_with_a_page_of_html_is_unavailable_and_the_next_try_works() throws Exception {
        Browser ann = world.connected(service.baseUrl(), "ann");
        world.sandbox().spotify().script(Fault.Kind.BAD_GATEWAY.at(Endpoint.REFRESH));

        Browser.Answer down = ann.post("/platforms/spotify/refresh", "{}");
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.json()).containsEntry("cause", "provider_unavailable").containsKey("retryAt");
        assertThat(down.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(ann.get("/platforms/spotify/token").status())
                .as("the old token is still good")
                .isEqualTo(200);

        Thread.sleep(4000);
        assertThat(ann.post("/platforms/spotify/refresh", "{}").status()).isEqualTo(200);
    }

    @Test
    void a_pause_of_a_day_is_told_at_once_and_costs_no_further_call() {
        Browser ann = world.connected(service.baseUrl(), "ann");
        world.sandbox().spotify().script(Fault.Kind.TOO_MANY_REQUESTS.at(Endpoint.REFRESH));

        Browser.Answer throttled = ann.post("/platforms/spotify/refresh", "{}");
        ann.post("/platforms/spotify/refresh", "{}");

        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.code()).isEqualTo("rate_limited");
        assertThat(Long.parseLong(
                        throttled.response().headers().firstValue("Retry-After").orElse("0")))
                .isBetween(86_000L, 86_400L);
        assertThat(world.sandbox().ledger().refreshCalls()).isEqualTo(1);
        assertThat(ann.get("/platforms/spotify/token").status()).isEqualTo(200);
    }

    @Test
    void a_withdrawn_grant_needs_a_reconnect_is_asked_once_and_is_mended_in_place() {
        Browser ann = world.connected(service.baseUrl(), "ann");
        world.sandbox().spotify().withdraw("ann");

        Browser.Answer dead = ann.post("/platforms/spotify/refresh", "{}");
        assertThat(dead.status()).isEqualTo(409);
        assertThat(dead.code()).isEqualTo("reauth_required");
        assertThat(dead.json())
                .containsEntry("nextAction", "reconnect")
                .containsEntry("cause", "grant_dead")
                .containsKeys("since", "reconnectUrl");
        ann.get("/platforms/spotify/token");
        ann.post("/platforms/spotify/refresh", "{}");
        assertThat(world.sandbox().ledger().refreshCalls()).isEqualTo(1);

        Map<String, Object> before = ann.get("/platforms/spotify/status").data();
        URI back = world.sandbox().spotify().approve(begin(ann, "{\"reconnect\":true}"), "ann");
        assertThat(ann.follow(back)).hasParameter("connected", "spotify");
        assertThat(ann.get("/platforms/spotify/token").status()).isEqualTo(200);
        assertThat(ann.get("/platforms/spotify/status").data()).containsEntry("connectedAt", before.get("connectedAt"));
    }

    @Test
    void a_refused_client_is_the_app_s_trouble_and_no_connection_is_given_up() {
        Browser ann = world.connected(service.baseUrl(), "ann");
        Browser bob = world.connected(service.baseUrl(), "bob");
        world.sandbox().spotify().script(Fault.Kind.INVALID_CLIENT.at(Endpoint.REFRESH));

        Browser.Answer blocked = ann.post("/platforms/spotify/refresh", "{}");

        assertThat(blocked.code()).isEqualTo("app_blocked");
        assertThat(blocked.json()).containsEntry("cause", "app_rejected").containsEntry("nextAction", "fix_app");
        assertThat(bob.post("/platforms/spotify/refresh", "{}").code()).isEqualTo("app_blocked");
        assertThat(world.sandbox().ledger().refreshCalls()).isEqualTo(1);
        assertThat(ann.get("/platforms/spotify/token").status()).isEqualTo(200);
        assertThat(bob.get("/platforms/spotify/token").status()).isEqualTo(200);
    }

    @Test
    void a_mended_client_secret_works_as_soon_as_the_service_was_started_with_it() {
        Map<String, String> settings = world.settings(folder);
        settings.put("DATABASE_URL", "jdbc:h2:file:" + folder.resolve("other"));
        Map<String, String> wrong = new HashMap<>(settings);
        Browser ann;
        try (Patchbay good = Patchbay.start(settings)) {
            ann = world.connected(good.baseUrl(), "ann");
        }
        wrong.put("SPOTIFY_CLIENT_SECRET", "not-the-secret-any-more");
        try (Patchbay bad = Patchbay.start(wrong)) {
            assertThat(ann.at(bad.baseUrl())
                            .post("/platforms/spotify/refresh", "{}")
                            .code())
                    .isEqualTo("app_blocked");
        }
        try (Patchbay mended = Patchbay.start(settings)) {
            assertThat(ann.at(mended.baseUrl())
                            .post("/platforms/spotify/refresh", "{}")
                            .status())
                    .isEqualTo(200);
            assertThat(ann.at(mended.baseUrl()).get("/platforms/spotify/health").data())
                    .containsEntry("state", "connected");
        }
    }

    @Test
    void somebody_without_a_seat_gets_through_consent_and_hears_why_it_is_not_a_connection() {
        Browser ann = world.signIn(service.baseUrl(), "ann");
        world.sandbox().spotify().seat("ann", false);
        assertThat(world.connect(ann, "ann")).hasParameter("error", "not_on_app_list");
        assertThat(ann.get("/platforms/spotify/status").data()).containsEntry("connected", false);

        world.sandbox().spotify().seat("ann", true);
        world.sandbox().spotify().ownerPremium(false);
        assertThat(world.connect(ann, "ann")).hasParameter("error", "app_owner_not_premium");

        world.sandbox().spotify().ownerPremium(true);
        assertThat(world.connect(ann, "ann")).hasParameter("connected", "spotify");
    }

    @Test
    void a_different_outside_account_does_not_replace_the_one_connected() {
        Browser ann = world.connected(service.baseUrl(), "ann");

        assertThat(world.connect(ann, "bob")).hasParameter("error", "different_account");

        assertThat(ann.get("/platforms/spotify/status").data()).containsEntry("displayName", "Ann Lindqvist");
        assertThat(ann.get("/platforms/spotify/token").status()).isEqualTo(200);
    }

    @Test
    void a_cancelled_consent_changes_nothing_and_says_so() {
        Browser ann = world.signIn(service.baseUrl(), "ann");

        URI back = world.sandbox().spotify().cancel(ann.begin("/platforms/spotify/connect"));

        assertThat(ann.follow(back)).hasParameter("error", "access_denied");
        assertThat(ann.follow(back)).hasParameter("error", "state_invalid");
    }

    @Test
    void a_forged_id_token_signs_nobody_in() {
        for (Fault.Kind forgery : new Fault.Kind[] {
            Fault.Kind.ID_TOKEN_BAD_SIGNATURE, Fault.Kind.ID_TOKEN_UNSIGNED, Fault.Kind.ID_TOKEN_WRONG_AUDIENCE
        }) {
            world.sandbox().google().script(forgery);
            Browser eve = new Browser(service.baseUrl());
            URI end = eve.follow(world.sandbox().google().approve(eve.begin("/auth/google/login"), "ann"));
            assertThat(end).as(forgery.name()).hasParameter("error", "identity_untrusted");
            assertThat(eve.get("/user/profile").status()).isEqualTo(401);
        }
    }

    @Test
    void a_stolen_callback_in_another_browser_is_worth_nothing_to_either_side() {
        Browser attacker = new Browser(service.baseUrl());
        URI stolen = world.sandbox().google().approve(attacker.begin("/auth/google/login"), "bob");
        Browser victim = new Browser(service.baseUrl());

        assertThat(victim.follow(stolen)).hasParameter("error", "wrong_browser");

        assertThat(victim.get("/user/profile").status()).isEqualTo(401);
        assertThat(attacker.follow(stolen)).hasParameter("error", "state_invalid");
        assertThat(world.sandbox().ledger().calls("google", Endpoint.EXCHANGE)).isZero();
    }

    @Test
    void erasing_an_account_reports_what_was_given_up_and_ends_its_sessions() {
        Browser ann = world.connected(service.baseUrl(), "ann");

        Browser.Answer erased = ann.delete("/user");

        assertThat(erased.status()).isEqualTo(200);
        assertThat(erased.body()).contains("not_supported").contains("spotify.com/account/apps");
        assertThat(ann.get("/user/profile").status()).isEqualTo(401);
        assertThat(world.signIn(service.baseUrl(), "ann").get("/user/platforms").list())
                .isEmpty();
    }

    private URI begin(Browser browser, String body) {
        return URI.create(String.valueOf(
                browser.post("/platforms/spotify/connect", body).data().get("authUrl")));
    }
}
