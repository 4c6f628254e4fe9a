package dev.patchbay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.party.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final App app = App.spotify(sandbox);
    private final URI me = URI.create(sandbox.spotifyApiUrl() + "/me");
    private final App.Answer tokens = app.exchange(App.code(sandbox.spotify().approve(app.authUrl(), "ann")));
    private final String refreshToken = tokens.text("refresh_token");
    private final String bearer = "Bearer " + tokens.text("access_token");

    @AfterEach
    void close() {
        app.close();
        sandbox.close();
    }

    private App.Answer refreshUnder(Fault fault) {
        sandbox.spotify().script(fault);
        return app.refresh(refreshToken);
    }

    private App.Answer profileUnder(Fault fault) {
        sandbox.spotify().script(fault);
        return app.get(me, bearer);
    }

    private int issued() {
        return sandbox.ledger().issuedSecrets().size();
    }

    @Test
    void bad_gateway_is_a_page_and_nothing_is_issued() {
        int before = issued();
        App.Answer answer = refreshUnder(Fault.Kind.BAD_GATEWAY);

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).startsWith("<html>");
        assertThat(issued()).isEqualTo(before);
        assertThat(app.refresh(refreshToken).status()).as("once only").isEqualTo(200);
    }

    @Test
    void unavailable_says_when_to_come_back() {
        App.Answer answer = refreshUnder(Fault.Kind.UNAVAILABLE.lasting(Duration.ofSeconds(7)));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("7");
    }

    @Test
    void too_many_requests_lasts_a_day() {
        App.Answer answer = profileUnder(Fault.Kind.TOO_MANY_REQUESTS);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("86400");
    }

    @Test
    void a_spent_quota_gives_a_reason_and_no_time() {
        App.Answer answer = profileUnder(Fault.Kind.QUOTA_EXCEEDED);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEmpty();
        assertThat(answer.json())
                .containsEntry(
                        "error", Map.of("status", 429L, "message", "Quota exceeded", "reason", "QUOTA_EXCEEDED"));
    }

    @Test
    void a_storm_of_invalid_grant_lasts_until_calm_and_harms_no_grant() {
        sandbox.spotify().always(Fault.Kind.INVALID_GRANT);
        for (int i = 0; i < 3; i++) {
            assertThat(app.refresh(refreshToken).text("error")).isEqualTo("invalid_grant");
        }
        assertThat(sandbox.ledger().isLiveRefreshToken(refreshToken)).isTrue();
        assertThat(app.get(me, bearer).status()).as("the API is not meant").isEqualTo(200);

        sandbox.spotify().calm();

        assertThat(app.refresh(refreshToken).status()).isEqualTo(200);
    }

    @Test
    void invalid_client_and_invalid_token_are_said_of_good_ones() {
        assertThat(refreshUnder(Fault.Kind.INVALID_CLIENT).text("error")).isEqualTo("invalid_client");
        assertThat(profileUnder(Fault.Kind.INVALID_TOKEN).status()).isEqualTo(401);
        assertThat(app.get(me, bearer).status()).isEqualTo(200);
    }

    @Test
    void a_page_may_come_where_json_was_due() {
        App.Answer answer = refreshUnder(Fault.Kind.NOT_JSON);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void a_hanging_call_stays_silent_until_the_sandbox_closes() throws Exception {
        sandbox.spotify().script(Fault.Kind.HANG);
        CompletableFuture<App.Answer> call = CompletableFuture.supplyAsync(() -> app.refresh(refreshToken));
        assertThat(call.completeOnTimeout(tokens, 300, TimeUnit.MILLISECONDS).get())
                .isSameAs(tokens);

        sandbox.spotify().script(Fault.Kind.HANG);
        CompletableFuture<App.Answer> second = CompletableFuture.supplyAsync(() -> app.refresh(refreshToken));
        while (sandbox.ledger().refreshCalls() < 2) {
            Thread.onSpinWait();
        }
        sandbox.close();

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> second.get(5, TimeUnit.SECONDS))
                .withCauseInstanceOf(App.Unanswered.class);
    }

    @Test
    void a_late_answer_was_processed_at_once() throws Exception {
        int before = issued();
        sandbox.spotify().script(Fault.Kind.ANSWER_LATE.lasting(Duration.ofMillis(700)));
        long start = System.nanoTime();
        CompletableFuture<App.Answer> call = CompletableFuture.supplyAsync(() -> app.refresh(refreshToken));
        while (issued() == before) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(600));
            Thread.onSpinWait();
        }

        assertThat(call.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(700));
    }

    @Test
    void a_dropped_answer_was_processed() {
        int before = issued();

        assertThatExceptionOfType(App.Unanswered.class).isThrownBy(() -> refreshUnder(Fault.Kind.ANSWER_DROPPED));

        assertThat(issued()).isEqualTo(before + 1);
    }

    @Test
    void a_cut_body_announces_more_than_it_brings() {
        assertThatExceptionOfType(App.Unanswered.class)
                .isThrownBy(() -> refreshUnder(Fault.Kind.BODY_CUT))
                .withMessageContaining("fixed content-length");
    }

    @Test
    void refresh_tokens_can_be_left_out_or_blank_at_the_exchange() {
        sandbox.spotify().script(Fault.Kind.OMIT_REFRESH_TOKEN, Fault.Kind.BLANK_REFRESH_TOKEN);

        assertThat(app.exchange(App.code(sandbox.spotify().approve(app.authUrl(), "bob")))
                        .json())
                .doesNotContainKey("refresh_token");
        assertThat(app.exchange(App.code(sandbox.spotify().approve(app.authUrl(), "bob")))
                        .json())
                .containsEntry("refresh_token", "");
        assertThat(refreshUnder(Fault.Kind.BLANK_REFRESH_TOKEN).json()).containsEntry("refresh_token", "");
        assertThat(sandbox.ledger().isLiveRefreshToken(refreshToken)).isTrue();
    }

    @Test
    void scopes_can_shrink() {
        assertThat(refreshUnder(Fault.Kind.SHRINK_SCOPES).text("scope")).isEqualTo("playlist-read-private");
        assertThat(app.refresh(refreshToken).text("scope")).isEqualTo("playlist-read-private playlist-modify-private");
    }

    @Test
    void fields_can_be_renamed() {
        assertThat(refreshUnder(Fault.Kind.FIELDS_RENAMED).json())
                .containsKey("access_token_v2")
                .doesNotContainKey("access_token");
        assertThat(profileUnder(Fault.Kind.FIELDS_RENAMED).json()).containsEntry("id_v2", "ann");
    }

    @Test
    void a_body_can_be_too_large_before_what_matters_comes() {
        String body = refreshUnder(Fault.Kind.BODY_OVERSIZE).body();

        assertThat(body.indexOf("access_token")).isGreaterThan(64 * 1024);
    }

    @Test
    void right_json_can_come_as_html() {
        App.Answer answer = refreshUnder(Fault.Kind.WRONG_CONTENT_TYPE);

        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.json()).containsKey("access_token");
    }

    @Test
    void a_fault_waits_for_the_endpoint_it_was_narrowed_to() {
        sandbox.spotify().script(Fault.Kind.BAD_GATEWAY.at(Endpoint.PROFILE));

        assertThat(app.refresh(refreshToken).status()).isEqualTo(200);
        assertThat(app.get(me, bearer).status()).isEqualTo(502);
        assertThat(app.get(me, bearer).status()).isEqualTo(200);
    }

    @Test
    void googles_metadata_and_keys_can_fail() {
        URI metadata = URI.create(sandbox.googleIssuer() + "/.well-known/openid-configuration");
        URI keys = URI.create(sandbox.googleIssuer() + "/certs");
        sandbox.google().script(Fault.Kind.DISCOVERY_OTHER_ISSUER, Fault.Kind.KEYS_FAIL);

        assertThat(app.get(metadata, "").text("issuer"))
                .isNotEqualTo(sandbox.googleIssuer().toString());
        assertThat(app.get(keys, "").status()).isEqualTo(500);
        assertThat(app.get(metadata, "").text("issuer"))
                .isEqualTo(sandbox.googleIssuer().toString());
        assertThat(app.get(keys, "").status()).isEqualTo(200);
    }
}
