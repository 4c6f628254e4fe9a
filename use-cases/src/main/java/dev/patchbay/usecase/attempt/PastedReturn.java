package dev.patchbay.usecase.attempt;

import dev.patchbay.domain.attempt.AuthorizationCode;
import dev.patchbay.domain.attempt.ReturnTo;
import dev.patchbay.domain.attempt.State;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address with a provider's answer in its query (RFC 6749 §4.1.2), as somebody copied it from a browser.
 *
 * @param place the address without its query
 */
record PastedReturn(
        URI place, State state, Optional<AuthorizationCode> code, Optional<String> error, Optional<String> iss) {
    private static final int MAX_LENGTH = 8192;
    private static final Pattern LIKELY = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);

    /** Empty when the text is no such address. A parameter said twice is no answer of a provider (RFC 6749 §3.1). */
    static Optional<PastedReturn> in(String text) {
        String stripped = text.strip();
        if (stripped.length() > MAX_LENGTH || !LIKELY.matcher(stripped).matches()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(stripped);
            return uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawQuery() == null
                    ? Optional.empty()
                    : parameters(uri.getRawQuery())
                            .flatMap(said -> of(URI.create(stripped.substring(0, stripped.indexOf('?'))), said));
        } catch (URISyntaxException | IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<PastedReturn> of(URI place, Map<String, String> said) {
        Optional<AuthorizationCode> code = Optional.ofNullable(said.get("code")).flatMap(AuthorizationCode::parse);
        Optional<String> error = Optional.ofNullable(said.get("error"));
        if (code.isEmpty() && error.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(said.get("state"))
                .flatMap(State::parse)
                .map(state -> new PastedReturn(place, state, code, error, Optional.ofNullable(said.get("iss"))));
    }

    private static Optional<Map<String, String>> parameters(String query) {
        Map<String, String> said = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String name = decoded(parts[0]);
            String value = parts.length == 1 ? "" : decoded(parts[1]);
            if (said.put(name, value) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(said);
    }

    /** As a form writes it: a plus is a space. */
    private static String decoded(String text) {
        return URI.create("?" + text.replace("+", "%20")).getQuery();
    }

    /** Whether the provider was told to come back to that place: same scheme, host, port and path. */
    boolean isAt(URI redirectUri) {
        return ReturnTo.sameOrigin(place, redirectUri) && Objects.equals(place.getRawPath(), redirectUri.getRawPath());
    }
}
