package dev.patchbay.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.oauth.LocalServer.Reply;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest {
    private static final String PATH = "/.well-known/openid-configuration";

    private final OpenIdServer server = new OpenIdServer();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
    private final InstantSource time = now::get;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final GuardedHttp http = new GuardedHttp(clock);
    private final Discovery discovery = new Discovery(http, clock, server.issuer(), server.issuer());

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    private void pass(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    private static ProviderMetadata metadata(Discovery.Found found) {
        assertThat(found).isInstanceOf(Discovery.Found.Metadata.class);
        return ((Discovery.Found.Metadata) found).metadata();
    }

    private void awaitCalls(long count) throws InterruptedException {
        for (int i = 0; i < 500 && server.asked(PATH) < count; i++) {
            Thread.sleep(10);
        }
        assertThat(server.asked(PATH)).isEqualTo(count);
    }

    @Test
    void what_was_found_is_kept_for_an_hour_and_then_renewed_behind_the_scenes() throws InterruptedException {
        metadata(discovery.find());
        pass(Duration.ofMinutes(59));
        metadata(discovery.find());
        assertThat(server.asked(PATH)).isEqualTo(1);

        pass(Duration.ofMinutes(1));
        metadata(discovery.find());
        awaitCalls(2);
    }

    @Test
    void the_last_good_one_serves_when_no_better_one_comes() throws InterruptedException {
        ProviderMetadata good = metadata(discovery.find());
        server.answer(PATH, Reply.json("{\"issuer\":\"https://elsewhere.example\"}"));
        pass(Duration.ofHours(2));

        assertThat(metadata(discovery.find())).isEqualTo(good);
        awaitCalls(2);
        assertThat(metadata(discovery.find())).isEqualTo(good);
    }

    @Test
    void a_failure_is_remembered_for_ten_seconds() {
        server.answer(PATH, new Reply(503, "", "Retry-After: 30"));

        assertThat(discovery.find())
                .isInstanceOfSatisfying(Discovery.Found.Nothing.class, nothing -> assertThat(nothing.retryAfter())
                        .contains(Duration.ofSeconds(30)));
        server.answer(PATH, null);
        assertThat(discovery.find()).isInstanceOf(Discovery.Found.Nothing.class);
        assertThat(server.asked(PATH)).isEqualTo(1);

        pass(Duration.ofSeconds(10));
        metadata(discovery.find());
    }

    @Test
    void a_party_out_there_may_not_point_at_our_own_machine() {
        URI outside = URI.create("https://op.example");

        assertThat(OutsideUrl.named("https://elsewhere.example/token", outside)).isPresent();
        assertThat(OutsideUrl.named("http://127.0.0.1:8081/metrics", outside)).isEmpty();
        assertThat(OutsideUrl.named("https://localhost/token", outside)).isEmpty();
        assertThat(OutsideUrl.named("https://[::1]/token", outside)).isEmpty();
        assertThat(OutsideUrl.named("http://127.0.0.1/token", URI.create("http://127.0.0.1:1")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"issuer\":\"https://elsewhere.example\"",
                ",\"token_endpoint\":\"http://example.com/token\"",
                ",\"token_endpoint\":7",
                ",\"jwks_uri\":\"file:///etc/passwd\"",
                ",\"authorization_endpoint\":null",
                ",\"id_token_signing_alg_values_supported\":[\"none\",\"HS256\"]"
            })
    void metadata_that_cannot_be_used_is_not_used(String changed) {
        server.describe(changed);

        assertThat(discovery.find()).isInstanceOf(Discovery.Found.Nothing.class);
    }

    @Test
    void only_asymmetric_algorithms_count() {
        assertThat(metadata(discovery.find()).algorithms()).hasToString("[ES256]");
        assertThat(metadata(discovery.find()).userinfo()).contains(URI.create(server.issuer() + "/userinfo"));
    }
}
