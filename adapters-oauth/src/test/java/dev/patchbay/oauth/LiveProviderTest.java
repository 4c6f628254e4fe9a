package dev.patchbay.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.patchbay.domain.attempt.PkceVerifier;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.clientapp.AppFindings.Finding;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.AppNames;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.ProviderModule.Kit;
import dev.patchbay.oauth.ProviderModule.Offer;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.AuthorizationStart;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.settings.GivenSettings;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The real party, asked what can be asked without a person. Each case is left out unless the environment has the app's credentials by
 * the names that the descriptor gives; renewing also wants a refresh token in {@code <P>_LIVE_REFRESH_TOKEN}, which is used up where
 * the party replaces it.
 */
@Tag("live")
public abstract class LiveProviderTest {
    private static final Secret RANDOM = Secret.of("0123456789012345678901234567890123456789012");

    private final GuardedHttp http = new GuardedHttp(Clock.systemUTC());
    private Offer offer;

    /** The module under test. */
    protected abstract ProviderModule module();

    @BeforeEach
    void openModule() {
        offer = module().open(new Kit(GivenSettings.strict(Map.of()), http, Clock.systemUTC()));
    }

    @AfterEach
    void close() {
        http.close();
    }

    private static Optional<String> env(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    private static ClientApp app(ProviderId provider, AppNames names) {
        Optional<String> id = env(names.id());
        assumeTrue(id.isPresent(), names.id() + " is not set");
        return new ClientApp(
                new ClientAppId(provider, id.get()),
                ClientApp.Kind.SHARED,
                env(names.secret()).map(Secret::of),
                URI.create(env(provider.settingsPrefix() + "_REDIRECT_URI").orElse("http://127.0.0.1:8080/callback")));
    }

    @Test
    void an_identity_provider_is_found() {
        for (IdentityProvider provider : offer.identityProviders()) {
            ClientApp app = app(provider.id(), provider.descriptor().appNames());
            var intent =
                    new AuthorizationIntent(new State(RANDOM), RANDOM, new PkceVerifier(RANDOM), Scopes.NONE, false);

            assertThat(provider.authorize(app, intent)).isInstanceOf(AuthorizationStart.Ready.class);
        }
    }

    @Test
    void a_platform_finds_nothing_wrong_with_the_app() {
        for (MusicPlatform platform : offer.platforms()) {
            ClientApp app = app(platform.id(), platform.descriptor().appNames());

            assertThat(platform.check(app).clientId()).isNotInstanceOf(Finding.Wrong.class);
            assertThat(platform.check(app).clientSecret()).isNotInstanceOf(Finding.Wrong.class);
        }
    }

    @Test
    void a_grant_is_renewed_and_its_owner_known() {
        for (MusicPlatform platform : offer.platforms()) {
            assumeTrue(platform.descriptor().can(Capability.REFRESH), "this platform renews nothing");
            ClientApp app = app(platform.id(), platform.descriptor().appNames());
            Optional<String> refreshToken = env(platform.id().settingsPrefix() + "_LIVE_REFRESH_TOKEN");
            assumeTrue(refreshToken.isPresent(), "there is no refresh token to renew");

            TokenAnswer answer = platform.refresh(app, Secret.of(refreshToken.get()));

            assertThat(answer).isInstanceOf(TokenAnswer.Granted.class);
            assertThat(platform.whoIs(app, ((TokenAnswer.Granted) answer).accessToken()))
                    .isInstanceOf(WhoAnswer.Known.class);
        }
    }
}
