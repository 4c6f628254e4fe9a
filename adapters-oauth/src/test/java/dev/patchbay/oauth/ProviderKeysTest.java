package dev.patchbay.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import dev.patchbay.oauth.LocalServer.Reply;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderKeysTest {
    private static final Duration FRESH = Duration.ofMillis(300);

    private final OpenIdServer server = new OpenIdServer();
    private final GuardedHttp http = new GuardedHttp(Clock.systemUTC());
    private final ProviderKeys keys = new ProviderKeys(http, FRESH);

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    private List<JWK> find(String id) throws KeySourceException {
        JWKSelector selector =
                new JWKSelector(new JWKMatcher.Builder().keyID(id).build());
        return keys.at(URI.create(server.issuer() + "/keys")).keys().get(selector, null);
    }

    @Test
    void keys_are_fetched_once_while_fresh() throws KeySourceException {
        assertThat(find("one")).hasSize(1);
        assertThat(find("one")).hasSize(1);
        assertThat(server.asked("/keys")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oops", "{}", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"new\"}]}"})
    void the_last_good_keys_serve_when_no_others_are_to_be_had(String body)
            throws KeySourceException, InterruptedException {
        assertThat(find("one")).hasSize(1);
        server.answer("/keys", Reply.of(200, body));
        Thread.sleep(FRESH.plusMillis(100));

        assertThat(find("one")).hasSize(1);
        assertThat(server.asked("/keys")).isEqualTo(2);
    }

    @Test
    void a_key_that_is_new_is_looked_for_at_once() throws KeySourceException {
        assertThat(find("one")).hasSize(1);
        server.newKey();

        assertThat(find("two")).hasSize(1);
    }

    @Test
    void unknown_keys_do_not_make_us_a_nuisance() {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 50; i++) {
                        assertThat(find("unknown" + i)).isEmpty();
                    }
                })
                .isInstanceOf(RateLimitReachedException.class);
        assertThat(server.asked("/keys")).isLessThan(10);
    }

    @Test
    void no_keys_at_all_is_an_outage() {
        server.answer("/keys", Reply.of(500, "oops"));

        assertThatThrownBy(() -> find("one")).isInstanceOf(KeySourceException.class);
    }
}
