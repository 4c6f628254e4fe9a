package dev.patchbay.oauth;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.HttpAnswer.Answered;
import dev.patchbay.oauth.HttpAnswer.NoAnswer;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.AuthorizationStart;
import dev.patchbay.port.provider.CodeExchange;
import dev.patchbay.port.provider.MusicPlatform;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A music platform with OAuth 2 and an address that says who an access token belongs to. A platform adds its facts, how
 * its profile reads, and each of its quirks as one override.
 */
public abstract class OAuthPlatform implements MusicPlatform {
    /** A person waits for it; what is lost by giving up is one more try. */
    private static final Duration EXCHANGE_WITHIN = Duration.ofSeconds(15);

    private final GuardedHttp http;
    private final ProviderDescriptor descriptor;
    private final OAuthEndpoints endpoints;
    private final URI profile;
    private final AuthorizationCodeFlow flow;

    /** @param profile answers a GET with an access token by a JSON object about its owner */
    protected OAuthPlatform(GuardedHttp http, ProviderDescriptor descriptor, OAuthEndpoints endpoints, URI profile) {
        this.http = http;
        this.descriptor = descriptor;
        this.endpoints = endpoints;
        this.profile = profile;
        this.flow = new AuthorizationCodeFlow(http, endpoints, body -> readForbidden(body));
    }

    /** Who the profile is about; empty when it has no id. */
    protected abstract Optional<ExternalAccount> readAccount(JsonNode json);

    /** What a 403 means by its body, which is often not JSON; empty when it says nothing known. */
    protected Optional<Cause> readForbidden(AnswerBody body) {
        return Optional.empty();
    }

    /** Parameters of the authorization request besides those of RFC 6749 and RFC 7636. */
    protected Map<String, String> authorizationParameters(AuthorizationIntent intent) {
        return Map.of();
    }

    @Override
    public final ProviderDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public AuthorizationStart authorize(ClientApp app, AuthorizationIntent intent) {
        return new AuthorizationStart.Ready(flow.authorizationUrl(app, intent, authorizationParameters(intent)));
    }

    /**
     * No promise of RFC 9207 is known of a plain OAuth 2 server; one that sends {@code iss} must name its own origin.
     */
    @Override
    public boolean vouchesFor(Optional<String> iss) {
        return iss.isEmpty()
                || OutsideUrl.named(iss.get(), endpoints.authorization())
                        .filter(issuer -> OutsideUrl.sameOrigin(issuer, endpoints.authorization()))
                        .isPresent();
    }

    @Override
    public TokenAnswer exchange(ClientApp app, CodeExchange exchange) {
        return flow.exchange(app, exchange, EXCHANGE_WITHIN).answer();
    }

    @Override
    public TokenAnswer refresh(ClientApp app, Secret refreshToken) {
        if (!descriptor.can(Capability.REFRESH)) {
            return new TokenAnswer.GrantDead();
        }
        return flow.refresh(app, refreshToken, descriptor.grantClass().callTimeout())
                .answer();
    }

    /** What the token endpoint says to the app when nobody's grant is concerned (RFC 6749 §4.4). */
    protected final HttpAnswer askAsItself(ClientApp app) {
        return flow.clientCredentials(app);
    }

    @Override
    public WhoAnswer whoIs(Secret accessToken) {
        if (!HttpCall.fitsHeader(accessToken.reveal())) {
            return new WhoAnswer.TokenNotAccepted();
        }
        return switch (http.send(HttpCall.get(profile).bearer(accessToken))) {
            case NoAnswer none -> new WhoAnswer.Unavailable(none.why().words(), Optional.empty());
            case Answered answered -> who(answered);
        };
    }

    private WhoAnswer who(Answered answered) {
        return switch (answered.status()) {
            case 200 ->
                answered.body()
                        .object()
                        .flatMap(this::readAccount)
                        .<WhoAnswer>map(WhoAnswer.Known::new)
                        .orElseGet(() -> new WhoAnswer.Unavailable("a profile without an id", answered.retryAfter()));
            case 401 -> new WhoAnswer.TokenNotAccepted();
            case 403 ->
                readForbidden(answered.body())
                        .<WhoAnswer>map(WhoAnswer.Refused::new)
                        .orElseGet(() -> new WhoAnswer.Unavailable("status 403", answered.retryAfter()));
            case 429 -> new WhoAnswer.Throttled(Throttle.cause(answered.body()), answered.retryAfter());
            default -> new WhoAnswer.Unavailable("status " + answered.status(), answered.retryAfter());
        };
    }

    @Override
    public Revocation revoke(ClientApp app, Secret token) {
        return descriptor.can(Capability.REVOKE) ? flow.revoke(app, token) : Revocation.NOT_SUPPORTED;
    }
}
