package dev.patchbay.adapter.soundcloud;

import dev.patchbay.domain.clientapp.AppFindings;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.oauth.AuthorizationCodeFlow;
import dev.patchbay.oauth.Display;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.HttpAnswer.Answered;
import dev.patchbay.oauth.HttpCall;
import dev.patchbay.oauth.Json;
import dev.patchbay.oauth.OAuthPlatform;
import dev.patchbay.port.provider.TokensInHand;
import io.micronaut.json.tree.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * SoundCloud's authorization server and API.
 *
 * @see <a href="https://developers.soundcloud.com/docs/api/guide">API guide</a>
 */
public final class SoundCloudPlatform extends OAuthPlatform {
    private final GuardedHttp http;
    private final SoundCloudSettings settings;

    SoundCloudPlatform(GuardedHttp http, SoundCloudSettings settings) {
        super(http, SoundCloudFacts.DESCRIPTOR, settings.endpoints(), settings.profile());
        this.http = http;
        this.settings = settings;
    }

    /** The API's header says {@code OAuth}, whatever the token endpoint calls the type. */
    @Override
    protected Optional<String> ownScheme() {
        return Optional.of("OAuth");
    }

    /** Numeric ids are deprecated; whoever was known by one is known by the URN that ends with it. */
    @Override
    protected Optional<ExternalAccount> readAccount(JsonNode json) {
        return Json.text(json, "urn")
                .or(() -> Json.id(json, "id").map(id -> "soundcloud:users:" + id))
                .filter(urn -> urn.length() <= 255)
                .map(urn -> new ExternalAccount(
                        urn,
                        Display.line(Json.text(json, "username"), 255),
                        Display.picture(Json.text(json, "avatar_url"))));
    }

    /**
     * Sign-out ends the session of an access token. Best effort: an access token that has expired ends nothing, and the person is then
     * told where to do it themselves.
     */
    @Override
    public Revocation revoke(ClientApp app, TokensInHand tokens) {
        return tokens.accessToken()
                        .map(token -> Json.write(Map.of("access_token", token.reveal())))
                        .map(body -> http.send(HttpCall.post(settings.signOut(), body)))
                        .filter(answer -> answer instanceof Answered answered && answered.isSuccess())
                        .isPresent()
                ? Revocation.REVOKED
                : Revocation.FAILED;
    }

    /** One call, for a token of the app's own. */
    @Override
    public AppFindings check(ClientApp app) {
        return SoundCloudPreflight.of(
                new AuthorizationCodeFlow(http, settings.endpointsForItself()).clientCredentials(app));
    }
}
