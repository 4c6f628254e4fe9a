package dev.patchbay.sandbox.party;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.sandbox.web.Request;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Optional;

/** What a client says of itself at a token endpoint (RFC 6749 §2.3.1): in a Basic header, or in the form. */
public record Credentials(String id, String secret) {

    /** Empty if there are none, or the header is not well-formed. */
    public static Optional<Credentials> of(Request request) {
        Optional<String> basic = request.authorization("Basic");
        return basic.isPresent() ? basic.flatMap(Credentials::decode) : posted(request);
    }

    private static Optional<Credentials> posted(Request request) {
        return request.form()
                .get("client_id")
                .map(id ->
                        new Credentials(id, request.form().get("client_secret").orElse("")));
    }

    private static Optional<Credentials> decode(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), UTF_8);
            int colon = pair.indexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(new Credentials(
                            URLDecoder.decode(pair.substring(0, colon), UTF_8),
                            URLDecoder.decode(pair.substring(colon + 1), UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Prints the id only. */
    @Override
    public String toString() {
        return id;
    }
}
