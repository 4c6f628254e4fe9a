package dev.patchbay.adapter.openid;

import dev.patchbay.domain.provider.AppNames;
import dev.patchbay.domain.provider.IdentityDescriptor;
import dev.patchbay.domain.provider.ScopeReason;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.OpenIdProvider;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sign-in with an OpenID Provider that nobody wrote a module for: Keycloak, Authentik and the like. It has no quirks; where
 * its parts are is its own word, so its calls are held to no host.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html">OpenID Connect Core 1.0</a>
 */
public final class OidcIdentity extends OpenIdProvider {
    OidcIdentity(GuardedHttp http, Clock clock, OidcSettings settings) {
        super(http, clock, descriptor(settings), settings.issuer());
    }

    private static IdentityDescriptor descriptor(OidcSettings settings) {
        return new IdentityDescriptor(
                settings.id(),
                settings.displayName(),
                URI.create(settings.issuer()),
                settings.scopes().values().stream()
                        .map(scope -> new ScopeReason(scope, why(scope.value())))
                        .toList(),
                List.of(),
                List.of(),
                Set.of("*"),
                new AppNames(
                        OidcSettings.setting(settings.id(), "CLIENT_ID"),
                        OidcSettings.setting(settings.id(), "CLIENT_SECRET"),
                        Optional.empty()));
    }

    private static String why(String scope) {
        return switch (scope) {
            case "openid" -> "Know that it is you.";
            case "email" -> "Show you which address this account has.";
            case "profile" -> "Greet you by your name.";
            default -> "Asked for by whoever runs this service.";
        };
    }
}
