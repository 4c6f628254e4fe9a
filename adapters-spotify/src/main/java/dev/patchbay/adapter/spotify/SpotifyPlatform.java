package dev.patchbay.adapter.spotify;

import dev.patchbay.domain.clientapp.AppFindings;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.oauth.AnswerBody;
import dev.patchbay.oauth.Display;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.Json;
import dev.patchbay.oauth.OAuthPlatform;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.RedirectTrap;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Spotify's accounts service and Web API.
 *
 * @see <a href="https://developer.spotify.com/documentation/web-api/tutorials/code-flow">Authorization code flow</a>
 */
public final class SpotifyPlatform extends OAuthPlatform {
    SpotifyPlatform(GuardedHttp http, SpotifySettings settings) {
        super(http, SpotifyFacts.DESCRIPTOR.withConsole(settings.console()), settings.endpoints(), settings.profile());
    }

    /** Since May 2026 accounts are linked by {@code account_id}; apps that do not get it yet have {@code id}. */
    @Override
    protected Optional<ExternalAccount> readAccount(JsonNode json) {
        Optional<String> picture = Json.list(json, "images").stream()
                .flatMap(image -> Display.picture(Json.text(image, "url")).stream())
                .findFirst();
        return Json.id(json, "account_id")
                .or(() -> Json.id(json, "id"))
                .filter(id -> id.length() <= 255)
                .map(id -> new ExternalAccount(id, Display.line(Json.text(json, "display_name"), 255), picture));
    }

    /**
     * Often plain text. What Spotify says as an error object of its own but with other words is a refusal all the same;
     * a page from something in between is not.
     *
     * @see <a href="https://developer.spotify.com/documentation/web-api/concepts/quota-modes">Quota modes</a>
     */
    @Override
    protected Optional<Cause> readForbidden(AnswerBody body) {
        if (body.mentions("not registered in the developer dashboard")) {
            return Optional.of(Cause.NOT_ON_APP_LIST);
        }
        if (body.mentions("premium subscription required for the owner")) {
            return Optional.of(Cause.APP_OWNER_NOT_PREMIUM);
        }
        if (body.mentions("insufficient client scope")) {
            return Optional.of(Cause.SCOPE_MISSING);
        }
        return body.object()
                .flatMap(json -> Json.member(json, "error"))
                .filter(JsonNode::isObject)
                .map(error -> Cause.TOKEN_REFUSED);
    }

    /** One call, for a token of the app's own; a public client has no way to ask for one. */
    @Override
    public AppFindings check(ClientApp app) {
        return app.clientSecret().isEmpty()
                ? SpotifyPreflight.publicClient(app)
                : SpotifyPreflight.of(app, askAsItself(app), this::readForbidden);
    }

    /** Without it, somebody who agreed before is sent back without seeing what they agree to. */
    @Override
    protected Map<String, String> authorizationParameters(AuthorizationIntent intent) {
        return intent.askAgain() ? Map.of("show_dialog", "true") : Map.of();
    }

    @Override
    public Optional<RedirectTrap> redirectTrap(URI redirectUri) {
        return SpotifyPreflight.trap(redirectUri);
    }
}
