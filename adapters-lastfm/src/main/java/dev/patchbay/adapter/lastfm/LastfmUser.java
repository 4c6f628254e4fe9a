package dev.patchbay.adapter.lastfm;

import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.oauth.Display;
import dev.patchbay.oauth.Json;
import io.micronaut.json.tree.JsonNode;
import java.util.Optional;

/** Reads who a user is. */
final class LastfmUser {
    private LastfmUser() {}

    /** There is no id but the name. Of the pictures the last is the largest; those that nobody chose are empty. */
    static Optional<ExternalAccount> account(JsonNode user) {
        Optional<String> picture = Json.list(user, "image").reversed().stream()
                .flatMap(image -> Display.picture(Json.text(image, "#text")).stream())
                .findFirst();
        return Json.text(user, "name")
                .filter(name -> name.length() <= 255)
                .map(name -> new ExternalAccount(name, Display.line(Optional.of(name), 255), picture));
    }
}
