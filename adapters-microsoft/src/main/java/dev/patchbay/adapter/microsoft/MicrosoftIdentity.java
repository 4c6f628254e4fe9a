package dev.patchbay.adapter.microsoft;

import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.oauth.Claims;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.OpenIdProvider;
import dev.patchbay.port.provider.AuthorizationIntent;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Sign-in with Microsoft: work, school and personal accounts. PKCE is always used, although the metadata do not offer it.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc">OpenID Connect at Microsoft</a>
 */
public final class MicrosoftIdentity extends OpenIdProvider {
    private final boolean real;

    MicrosoftIdentity(GuardedHttp http, Clock clock, MicrosoftSettings settings) {
        super(
                http,
                clock,
                MicrosoftFacts.DESCRIPTOR,
                settings.authority() + "/v2.0",
                new TenantIssuers(settings.place(), settings.door()));
        this.real = settings.isReal();
    }

    /**
     * People are known by the issuer of their tenant and {@code sub}, which is another one for each client id. What stays when the
     * operator registers the app anew is kept beside it: {@code oid} and {@code tid}, in Microsoft's own order.
     *
     * <p>An administrator can write any address beside a name, so none counts as verified by Microsoft's word unless {@code xms_edov}
     * says that the domain's owner is.
     *
     * @see <a href="https://learn.microsoft.com/entra/identity-platform/migrate-off-email-claim-authorization">E-mail is no key</a>
     */
    @Override
    protected Optional<ExternalIdentity> recognize(Claims claims, ExternalIdentity usual) {
        Optional<String> oid = claims.text("oid");
        Optional<String> home = TenantIssuers.tenant(claims).flatMap(tid -> oid.map(id -> id + "." + tid));
        boolean verified = claims.text("email").isPresent() && claims.isTrue("xms_edov");
        return claims.text("iss")
                .map(issuer -> usual.namedBy(issuer, usual.subject(), home.filter(name -> name.length() <= 255))
                        .withEmailVerified(verified));
    }

    /** Lets people with several accounts choose; a stand-in may not know the word. */
    @Override
    protected Map<String, String> authorizationParameters(AuthorizationIntent intent) {
        return real ? Map.of("prompt", "select_account") : Map.of();
    }
}
