package dev.patchbay.port.provider;

import dev.patchbay.domain.attempt.AuthorizationCode;
import dev.patchbay.domain.attempt.PkceVerifier;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One authorization round trip, as whoever begins it sees it. */
public record Visit(AuthorizationIntent intent) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Visit askingFor(Scopes scopes) {
        return new Visit(
                new AuthorizationIntent(new State(random()), random(), new PkceVerifier(random()), scopes, false));
    }

    Visit again() {
        return new Visit(
                new AuthorizationIntent(intent.state(), intent.nonce(), intent.verifier(), intent.scopes(), true));
    }

    /** What to bring to the token endpoint after this redirect. */
    public CodeExchange after(URI redirect) {
        return after(redirect, "code");
    }

    /** As {@link #after(URI)}, from a party with another name for its code. */
    CodeExchange after(URI redirect, String codeParameter) {
        return new CodeExchange(
                code(redirect, codeParameter), intent.verifier(), intent.nonce().fingerprint());
    }

    private static AuthorizationCode code(URI redirect, String name) {
        return AuthorizationCode.parse(parameter(redirect, name).orElseThrow()).orElseThrow();
    }

    public static URI url(AuthorizationStart start) {
        return switch (start) {
            case AuthorizationStart.Ready(URI url) -> url;
            case AuthorizationStart.Unavailable unavailable -> throw new AssertionError(unavailable.toString());
        };
    }

    public static Optional<String> parameter(URI address, String name) {
        return Optional.ofNullable(parameters(address).get(name));
    }

    /** Fails when a name comes twice. */
    static Map<String, String> parameters(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1])));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    static Secret random() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }
}
