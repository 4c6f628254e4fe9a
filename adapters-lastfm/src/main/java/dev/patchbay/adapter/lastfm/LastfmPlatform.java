package dev.patchbay.adapter.lastfm;

import dev.patchbay.domain.clientapp.AppFindings;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.Form;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.Json;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.AuthorizationStart;
import dev.patchbay.port.provider.CodeExchange;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.provider.TokensInHand;
import io.micronaut.json.tree.JsonNode;
import java.util.Optional;

/**
 * Last.fm's web authentication. It knows no {@code state} and no PKCE, so the one-time value goes into the address to come back to, and
 * its token is what elsewhere is a code. The app of a person or operator is an API key and its shared secret.
 *
 * @see <a href="https://www.last.fm/api/webauth">Web authentication</a>
 */
public final class LastfmPlatform implements MusicPlatform {
    /** Not the scheme of a header: the access token is the parameter {@code sk} of signed calls. */
    static final String TOKEN_TYPE = "LastfmSession";

    private final LastfmSettings settings;
    private final LastfmCalls calls;

    LastfmPlatform(GuardedHttp http, LastfmSettings settings) {
        this.settings = settings;
        this.calls = new LastfmCalls(http, settings.root());
    }

    @Override
    public ProviderDescriptor descriptor() {
        return LastfmFacts.DESCRIPTOR;
    }

    /** {@code cb} takes the place of the address registered with the app, and Last.fm keeps the query that it has. */
    @Override
    public AuthorizationStart authorize(ClientApp app, AuthorizationIntent intent) {
        Form back = new Form().with("state", intent.state().value().reveal());
        Form request = new Form()
                .with("api_key", app.clientId())
                .with("cb", back.appendedTo(app.redirectUri()).toString());
        return new AuthorizationStart.Ready(request.appendedTo(settings.page()));
    }

    @Override
    public String codeParameter() {
        return "token";
    }

    /** It sends no {@code iss}; whoever does is somebody else. */
    @Override
    public boolean vouchesFor(Optional<String> iss) {
        return iss.isEmpty();
    }

    @Override
    public TokenAnswer exchange(ClientApp app, CodeExchange exchange) {
        Form call = new Form().with("token", exchange.code().value().reveal());
        return switch (calls.make(app, "auth.getSession", call)) {
            case LastfmAnswer.Said(JsonNode json) ->
                Json.member(json, "session")
                        .flatMap(session -> Json.text(session, "key"))
                        .<TokenAnswer>map(key -> new TokenAnswer.Granted(
                                TOKEN_TYPE, Secret.of(key), Optional.empty(), Optional.empty(), Optional.empty()))
                        .orElseGet(() -> new TokenAnswer.Unavailable("a session without a key", Optional.empty()));
            case LastfmAnswer.NotAllowed() -> new TokenAnswer.GrantDead();
            case LastfmAnswer.KeyRefused(), LastfmAnswer.SecretRefused() ->
                new TokenAnswer.AppRefused(Cause.APP_REJECTED);
            case LastfmAnswer.TooMany(var retryAfter) -> new TokenAnswer.Throttled(Cause.THROTTLED, retryAfter);
            case LastfmAnswer.Nothing(var why, var retryAfter, var maybeProcessed) ->
                new TokenAnswer.Unavailable(why, retryAfter, maybeProcessed);
        };
    }

    /** A session key is not renewed. */
    @Override
    public TokenAnswer refresh(ClientApp app, Secret refreshToken) {
        return new TokenAnswer.GrantDead();
    }

    /** Signed with the session key and without a name, the call is about whoever the key belongs to. */
    @Override
    public WhoAnswer whoIs(ClientApp app, Secret accessToken) {
        Form call = new Form().with("sk", accessToken.reveal());
        return switch (calls.make(app, "user.getInfo", call)) {
            case LastfmAnswer.Said(JsonNode json) ->
                Json.member(json, "user")
                        .flatMap(LastfmUser::account)
                        .<WhoAnswer>map(WhoAnswer.Known::new)
                        .orElseGet(() -> new WhoAnswer.Unavailable("a user without a name", Optional.empty()));
            case LastfmAnswer.NotAllowed() -> new WhoAnswer.TokenNotAccepted();
            case LastfmAnswer.KeyRefused(), LastfmAnswer.SecretRefused() -> new WhoAnswer.Refused(Cause.APP_REJECTED);
            case LastfmAnswer.TooMany(var retryAfter) -> new WhoAnswer.Throttled(Cause.THROTTLED, retryAfter);
            case LastfmAnswer.Nothing(var why, var retryAfter, var maybeProcessed) ->
                new WhoAnswer.Unavailable(why, retryAfter);
        };
    }

    /** Only the person can, in their settings. */
    @Override
    public Revocation revoke(ClientApp app, TokensInHand tokens) {
        return Revocation.NOT_SUPPORTED;
    }

    @Override
    public AppFindings check(ClientApp app) {
        return LastfmPreflight.of(calls.make(app, "auth.getToken", new Form()));
    }
}
