package dev.patchbay.adapter.tidal;

import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.oauth.Display;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.Json;
import dev.patchbay.oauth.OAuthPlatform;
import io.micronaut.json.tree.JsonNode;
import java.util.Optional;

/**
 * TIDAL's authorization server and its API of JSON:API documents.
 *
 * @see <a href="https://developer.tidal.com/documentation/api-sdk/api-sdk-authorization">Authorization</a>
 */
public final class TidalPlatform extends OAuthPlatform {
    TidalPlatform(GuardedHttp http, TidalSettings settings) {
        super(http, TidalFacts.DESCRIPTOR, settings.endpoints(), settings.profile());
    }

    /** A JSON:API document: the resource is in {@code data}, what it is called among its attributes. */
    @Override
    protected Optional<ExternalAccount> readAccount(JsonNode json) {
        Optional<JsonNode> user = Json.member(json, "data");
        Optional<String> name =
                user.flatMap(data -> Json.member(data, "attributes")).flatMap(about -> Json.text(about, "username"));
        return user.flatMap(data -> Json.id(data, "id"))
                .filter(id -> id.length() <= 255)
                .map(id -> new ExternalAccount(id, Display.line(name, 255), Optional.empty()));
    }
}
