package dev.patchbay.sandbox.party;

import dev.patchbay.sandbox.web.Parameters;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An authorization request (RFC 6749 §4.1.1, RFC 7636 §4.3), not yet judged. The sign-in page carries its parameters
 * along in hidden fields, so that nothing has to be remembered between the page and the decision.
 *
 * @param parameters as sent
 */
public record AuthorizeRequest(Parameters parameters) {
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Set<String> OF_THE_DECISION = Set.of("decision", "person", "name", "email");

    /** The request in a query or, without the fields of the decision, in a decision's form. */
    public static AuthorizeRequest of(Parameters sent) {
        Map<String, String> own = new LinkedHashMap<>(sent.asMap());
        own.keySet().removeAll(OF_THE_DECISION);
        return new AuthorizeRequest(Parameters.of(own));
    }

    /** A parameter. */
    public Optional<String> get(String name) {
        return parameters.get(name);
    }

    /** The client id as sent; empty text if missing. */
    public String clientId() {
        return get("client_id").orElse("");
    }

    /** The redirect URI as sent; empty text if missing. */
    public String redirectUri() {
        return get("redirect_uri").orElse("");
    }

    /** The scopes asked for, in order. */
    public Set<String> scopes() {
        Set<String> scopes = new LinkedHashSet<>(List.of(get("scope").orElse("").split(" ", -1)));
        scopes.remove("");
        return scopes;
    }

    /** The same request for these scopes. */
    public AuthorizeRequest granting(Set<String> fewer) {
        Map<String, String> changed = new LinkedHashMap<>(parameters.asMap());
        changed.put("scope", String.join(" ", fewer));
        return new AuthorizeRequest(Parameters.of(changed));
    }

    /** Whether PKCE is absent, or S256 with a well-formed challenge: unpadded base64url of 32 bytes. */
    public boolean hasSoundChallenge() {
        Optional<String> challenge = get("code_challenge");
        return challenge.isEmpty()
                ? get("code_challenge_method").isEmpty()
                : CHALLENGE.matcher(challenge.get()).matches() && parameters.has("code_challenge_method", "S256");
    }

    /** The redirect URI with these parameters and {@code state} added to its query. */
    public String returnWith(Map<String, String> answer) {
        Map<String, String> all = new LinkedHashMap<>(answer);
        get("state").ifPresent(state -> all.put("state", state));
        return redirectUri() + (redirectUri().contains("?") ? "&" : "?") + Parameters.encode(all);
    }

    /** Prints nothing that was sent: the state is a secret of the client. */
    @Override
    public String toString() {
        return "AuthorizeRequest";
    }
}
