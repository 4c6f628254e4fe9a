package dev.patchbay.oauth;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.provider.IdentityDescriptor;
import dev.patchbay.domain.provider.Scope;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.AuthorizationStart;
import dev.patchbay.port.provider.CodeExchange;
import dev.patchbay.port.provider.Identification;
import dev.patchbay.port.provider.IdentityProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An identity provider that speaks OpenID Connect (Core 1.0, Discovery 1.0, RFC 9207): found through its issuer when it
 * is first needed, so a service starts without it. A provider adds its name and scopes, and each of its quirks as one
 * override.
 */
public abstract class OpenIdProvider implements IdentityProvider {
    private static final Duration EXCHANGE_WITHIN = Duration.ofSeconds(15);

    private final GuardedHttp http;
    private final IdentityDescriptor descriptor;
    private final String issuer;
    private final Issuers issuers;
    private final Discovery discovery;
    private final IdTokens idTokens;

    /**
     * @param descriptor its scopes are always asked for; {@code openid} is among them
     * @param issuer the exact issuer identifier; https, or http on a loopback address
     */
    protected OpenIdProvider(GuardedHttp http, Clock clock, IdentityDescriptor descriptor, String issuer) {
        this.http = http;
        this.descriptor = descriptor;
        this.issuer = issuer;
        this.issuers = new OneIssuer();
        this.discovery = new Discovery(http, clock, issuer, issuer);
        this.idTokens = new IdTokens(new ProviderKeys(http), clock);
    }

    /**
     * One that is known by several issuers.
     *
     * @param descriptor its scopes are always asked for; {@code openid} is among them
     * @param base where its metadata are, without the well-known path; https, or http on a loopback address
     */
    protected OpenIdProvider(
            GuardedHttp http, Clock clock, IdentityDescriptor descriptor, String base, Issuers issuers) {
        this.http = http;
        this.descriptor = descriptor;
        this.issuer = issuers.inMetadata();
        this.issuers = issuers;
        this.discovery = new Discovery(http, clock, base, issuers.inMetadata());
        this.idTokens = new IdTokens(new ProviderKeys(http), clock);
    }

    @Override
    public final IdentityDescriptor descriptor() {
        return descriptor;
    }

    /** The issuer identifier; identities carry it, in whatever way their ID token spelled it. */
    protected final String issuer() {
        return issuer;
    }

    /** The exact strings an ID token's {@code iss} may be. */
    protected Set<String> acceptedIssuers() {
        return Set.of(issuer);
    }

    /**
     * Whether an ID token without a nonce is taken; PKCE then is what binds the code to the attempt. One with another nonce
     * is refused in any case.
     */
    protected boolean nonceMayLack() {
        return false;
    }

    /**
     * Who the person is by this provider's own claims; empty when one is missing that says so.
     *
     * @param usual by issuer and {@code sub}, described by the standard claims
     */
    protected Optional<ExternalIdentity> recognize(Claims claims, ExternalIdentity usual) {
        return Optional.of(usual);
    }

    /** Parameters of the authorization request besides those of OAuth 2, PKCE and the nonce. */
    protected Map<String, String> authorizationParameters(AuthorizationIntent intent) {
        return Map.of();
    }

    @Override
    public AuthorizationStart authorize(ClientApp app, AuthorizationIntent intent) {
        return switch (discovery.find()) {
            case Discovery.Found.Nothing(String why, Optional<Duration> retryAfter) ->
                new AuthorizationStart.Unavailable(why, retryAfter);
            case Discovery.Found.Metadata(ProviderMetadata metadata) -> {
                Map<String, String> besides = new LinkedHashMap<>(authorizationParameters(intent));
                besides.put("nonce", intent.nonce().reveal());
                yield new AuthorizationStart.Ready(new AuthorizationCodeFlow(http, metadata.endpoints())
                        .authorizationUrl(app, widened(intent), besides));
            }
        };
    }

    private AuthorizationIntent widened(AuthorizationIntent intent) {
        TreeSet<Scope> both = new TreeSet<>(intent.scopes().values());
        both.addAll(descriptor.defaultScopes().values());
        return new AuthorizationIntent(
                intent.state(), intent.nonce(), intent.verifier(), new Scopes(both), intent.askAgain());
    }

    /**
     * {@inheritDoc} Plain string comparison with the issuer, as RFC 9207 §2.4 asks. Without {@code iss} the metadata
     * decides; if there is none to be had, nobody vouches.
     */
    @Override
    public boolean vouchesFor(Optional<String> iss) {
        if (iss.isPresent()) {
            return issuers.inRedirect(iss.get());
        }
        return switch (discovery.find()) {
            case Discovery.Found.Metadata(ProviderMetadata metadata) -> !metadata.promisesIss();
            case Discovery.Found.Nothing nothing -> false;
        };
    }

    @Override
    public Identification identify(ClientApp app, CodeExchange exchange) {
        return switch (discovery.find()) {
            case Discovery.Found.Nothing(String why, Optional<Duration> retryAfter) ->
                new Identification.Unavailable(why, retryAfter);
            case Discovery.Found.Metadata(ProviderMetadata metadata) -> identify(app, exchange, metadata);
        };
    }

    private Identification identify(ClientApp app, CodeExchange exchange, ProviderMetadata metadata) {
        TokenReply reply =
                new AuthorizationCodeFlow(http, metadata.endpoints()).exchange(app, exchange, EXCHANGE_WITHIN);
        return reply.identify(granted -> reply.idToken().isEmpty()
                ? new Identification.Untrusted("no ID token")
                : prove(reply.idToken().get(), granted.accessToken(), app, exchange, metadata));
    }

    private Identification prove(
            Secret idToken, Secret accessToken, ClientApp app, CodeExchange exchange, ProviderMetadata metadata) {
        IdTokenRules rules = new IdTokenRules(issuers, app.clientId(), exchange.nonceFingerprint(), nonceMayLack());
        return switch (idTokens.verify(idToken, accessToken, metadata, rules)) {
            case IdTokens.Verdict.Untrusted(String check) -> new Identification.Untrusted(check);
            case IdTokens.Verdict.Unknown(String why) -> new Identification.Unavailable(why, Optional.empty());
            case IdTokens.Verdict.Proven(Claims claims) ->
                recognize(claims, new Person(http, metadata.userinfo()).describe(id(), issuer, claims, accessToken))
                        .<Identification>map(Identification.Identified::new)
                        .orElseGet(() -> new Identification.Untrusted("subject"));
        };
    }

    /** The usual case: the issuer, and in ID tokens whatever other spelling the provider is known for. */
    private final class OneIssuer implements Issuers {
        @Override
        public String inMetadata() {
            return issuer;
        }

        @Override
        public boolean inRedirect(String iss) {
            return iss.equals(issuer);
        }

        @Override
        public Set<String> inIdToken(Claims claims) {
            return acceptedIssuers();
        }
    }
}
