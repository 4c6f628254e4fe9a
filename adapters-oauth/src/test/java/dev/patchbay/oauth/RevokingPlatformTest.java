package dev.patchbay.oauth;

import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scope;
import dev.patchbay.domain.provider.ScopeReason;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.MusicPlatformContract;
import dev.patchbay.port.provider.PlatformStage;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The base class with every capability but public clients, against a party that is so: Google, taken for a music platform. */
class RevokingPlatformTest extends MusicPlatformContract {
    @Override
    protected PlatformStage open(Duration patience) {
        return SandboxPlatformStage.google(patience, (http, sandbox) -> new Revoking(http, sandbox.googleIssuer()));
    }

    private static final class Revoking extends OAuthPlatform {
        Revoking(GuardedHttp http, URI google) {
            super(http, descriptor(google), endpoints(google), URI.create(google + "/userinfo"));
        }

        private static OAuthEndpoints endpoints(URI google) {
            return OAuthEndpoints.of(URI.create(google + "/authorize"), URI.create(google + "/token"))
                    .withRevocation(URI.create(google + "/revoke"))
                    .withSecretInBody();
        }

        private static ProviderDescriptor descriptor(URI google) {
            Scope scope = new Scope("https://www.googleapis.com/auth/youtube");
            return new ProviderDescriptor(
                    new ProviderId("google"),
                    "Google",
                    google,
                    google,
                    List.of(new ScopeReason(scope, "See and change your playlists.")),
                    EnumSet.complementOf(EnumSet.of(Capability.PUBLIC_CLIENT)),
                    new GrantClass.NonRotating(),
                    Optional.empty(),
                    Optional.empty(),
                    Duration.ofHours(1),
                    List.of());
        }

        @Override
        protected Optional<ExternalAccount> readAccount(JsonNode json) {
            return Json.id(json, "sub").map(id -> new ExternalAccount(id, Optional.empty(), Optional.empty()));
        }

        @Override
        protected Map<String, String> authorizationParameters(AuthorizationIntent intent) {
            return Map.of("access_type", "offline", "prompt", "consent");
        }
    }
}
