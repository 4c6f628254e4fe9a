package dev.patchbay.oauth;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.TokenAnswer.Granted;
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
import dev.patchbay.port.provider.TokensInHand;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A music platform with OAuth 2 and an address that says who an access token belongs to. A platform adds its facts, how
 * its profile reads, and each of its quirks as one override.
 */
public abstract class OAuthPlatform implements MusicPlatform {
    /** A person waits for it; what is lost by giving up is one more try. */
    private static final Duration EXCHANGE_WITHIN = Duration.ofSeconds(15);

    private final GuardedHttp http;
    private final ProviderDescriptor descriptor;
    private final URI authority;
    private final Supplier<Whereabouts> whereabouts;
    private final URI profile;

    /** @param profile answers a GET with an access token by a JSON object about its owner */
    protected OAuthPlatform(GuardedHttp http, ProviderDescriptor descriptor, OAuthEndpoints endpoints, URI profile) {
        this(http, descriptor, endpoints.authorization(), () -> new Whereabouts.Known(endpoints), profile);
    }

    /**
     * One whose authorization server may have to be looked for.
     *
     * @param authority an address at the authorization server; only its origin counts
     */
    protected OAuthPlatform(
            GuardedHttp http,
            ProviderDescriptor descriptor,
            URI authority,
            Supplier<Whereabouts> whereabouts,
            URI profile) {
        this.http = http;
        this.descriptor = descriptor;
        this.authority = authority;
        this.whereabouts = whereabouts;
        this.profile = profile;
    }

    /** Who the profile is about; empty when it has no id. */
    protected abstract Optional<ExternalAccount> readAccount(JsonNode json);

    /** What a 403 means by its body, which is often not JSON; empty when it says nothing known. */
    protected Optional<Cause> readForbidden(AnswerBody body) {
        return Optional.empty();
    }

    /**
     * The scheme of the {@code Authorization} header that the API wants, where it is another than the token type that the token endpoint
     * names; empty where the two agree.
     */
    protected Optional<String> ownScheme() {
        return Optional.empty();
    }

    /**
     * What a code was exchanged for, with what this party says of it besides.
     *
     * @param refreshTokenLife {@code refresh_token_expires_in}; empty when the answer did not have it
     */
    protected Granted readGranted(Granted granted, Optional<Duration> refreshTokenLife) {
        return granted;
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
        return switch (whereabouts.get()) {
            case Whereabouts.Unknown(String why, Optional<Duration> retryAfter) ->
                new AuthorizationStart.Unavailable(why, retryAfter);
            case Whereabouts.Known(OAuthEndpoints endpoints) ->
                new AuthorizationStart.Ready(
                        flow(endpoints).authorizationUrl(app, intent, authorizationParameters(intent)));
        };
    }

    private AuthorizationCodeFlow flow(OAuthEndpoints endpoints) {
        return new AuthorizationCodeFlow(http, endpoints, body -> readForbidden(body));
    }

    /** Without a call when the server cannot be found: nothing was processed then. */
    private TokenReply ask(Function<AuthorizationCodeFlow, TokenReply> question) {
        return switch (whereabouts.get()) {
            case Whereabouts.Unknown(String why, Optional<Duration> retryAfter) ->
                TokenReply.of(new TokenAnswer.Unavailable(why, retryAfter, false));
            case Whereabouts.Known(OAuthEndpoints endpoints) -> question.apply(flow(endpoints));
        };
    }

    /**
     * No promise of RFC 9207 is known of a plain OAuth 2 server; one that sends {@code iss} must name its own origin.
     */
    @Override
    public boolean vouchesFor(Optional<String> iss) {
        return iss.isEmpty()
                || OutsideUrl.named(iss.get(), authority)
                        .filter(issuer -> OutsideUrl.sameOrigin(issuer, authority))
                        .isPresent();
    }

    @Override
    public TokenAnswer exchange(ClientApp app, CodeExchange exchange) {
        TokenReply reply = ask(flow -> flow.exchange(app, exchange, EXCHANGE_WITHIN));
        return schemed(
                reply.answer() instanceof Granted granted
                        ? readGranted(granted, reply.refreshTokenLife())
                        : reply.answer());
    }

    @Override
    public TokenAnswer refresh(ClientApp app, Secret refreshToken) {
        if (!descriptor.can(Capability.REFRESH)) {
            return new TokenAnswer.GrantDead();
        }
        Duration within = descriptor.grantClass().callTimeout();
        return schemed(ask(flow -> flow.refresh(app, refreshToken, within)).answer());
    }

    private TokenAnswer schemed(TokenAnswer answer) {
        return answer instanceof Granted granted
                ? ownScheme().map(granted::ofType).orElse(granted)
                : answer;
    }

    /** What the token endpoint says to the app when nobody's grant is concerned (RFC 6749 §4.4). */
    protected final HttpAnswer askAsItself(ClientApp app) {
        return switch (whereabouts.get()) {
            case Whereabouts.Unknown unknown -> new NoAnswer(HttpAnswer.Why.NOT_CONNECTED);
            case Whereabouts.Known(OAuthEndpoints endpoints) -> flow(endpoints).clientCredentials(app);
        };
    }

    @Override
    public WhoAnswer whoIs(ClientApp app, Secret accessToken) {
        if (!HttpCall.fitsHeader(accessToken.reveal())) {
            return new WhoAnswer.TokenNotAccepted();
        }
        return switch (http.send(HttpCall.get(profile)
                .with("Authorization", ownScheme().orElse("Bearer") + " " + accessToken.reveal()))) {
            case NoAnswer none -> new WhoAnswer.Unavailable(none.why().words(), Optional.empty());
            case Answered answered -> readWho(answered);
        };
    }

    /** What the answer of the profile address means. */
    protected WhoAnswer readWho(Answered answered) {
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
    public Revocation revoke(ClientApp app, TokensInHand tokens) {
        if (!descriptor.can(Capability.REVOKE)) {
            return Revocation.NOT_SUPPORTED;
        }
        return whereabouts.get() instanceof Whereabouts.Known(OAuthEndpoints endpoints)
                        && tokens.longestLived().isPresent()
                ? flow(endpoints).revoke(app, tokens.longestLived().get())
                : Revocation.FAILED;
    }
}
