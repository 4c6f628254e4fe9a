package dev.patchbay.usecase.attempt;

import dev.patchbay.domain.attempt.AuthorizationCode;
import dev.patchbay.domain.attempt.ReturnTo;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.vault.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address with a provider's answer in its query (RFC 6749 §4.1.2), as somebody copied it from a browser. Whose answer it is, and so
 * how its code is called, only the attempt knows that its state names.
 *
 * @param place the address without its query
 * @param said what else was in the query, by name
 */
record PastedReturn(URI place, State state, Map<String, Secret> said) {
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
        Optional<State> state = Optional.ofNullable(said.get("state")).flatMap(State::parse);
        Map<String, Secret> more = new HashMap<>();
        said.forEach((name, value) -> {
            if (!name.equals("state") && !value.isEmpty()) {
                more.put(name, Secret.of(value));
            }
        });
        return more.isEmpty() ? Optional.empty() : state.map(known -> new PastedReturn(place, known, Map.copyOf(more)));
    }

    Optional<AuthorizationCode> code(String parameter) {
        return text(parameter).flatMap(AuthorizationCode::parse);
    }

    Optional<String> error() {
        return text("error");
    }

    Optional<String> iss() {
        return text("iss");
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(said.get(name)).map(Secret::reveal);
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
