package dev.patchbay.adapter.web.settings;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code PATCHBAY_BASE_URL}, {@code FRONTEND_URL}, {@code FRONTEND_ORIGINS}, {@code JWT_SECRET}, {@code JWT_ALGORITHM},
 * {@code JWT_EXPIRATION_DAYS}.
 *
 * @param baseUrl our own public address, without path and trailing slash
 * @param home where a browser ends when nobody said otherwise; our own page unless a frontend is set
 * @param frontendOrigins further origins (scheme, host, port) that may call with cookies and be returned to
 */
public record WebSettings(
        URI baseUrl, URI home, List<URI> frontendOrigins, TokenSigning signing, SessionLife sessionLife)
        implements ModuleSettings {
    static final String BASE_URL = "PATCHBAY_BASE_URL";
    static final String FRONTEND_URL = "FRONTEND_URL";
    static final String FRONTEND_ORIGINS = "FRONTEND_ORIGINS";
    static final String JWT_SECRET = "JWT_SECRET";
    static final String JWT_ALGORITHM = "JWT_ALGORITHM";
    static final String JWT_EXPIRATION_DAYS = "JWT_EXPIRATION_DAYS";

    private static final Map<String, Integer> LEAST_BYTES = Map.of("HS256", 32, "HS384", 48, "HS512", 64);
    private static final String MAKE_ONE = "; make one with: openssl rand -base64 64 | tr -d '\\n'";

    public WebSettings {
        frontendOrigins = List.copyOf(frontendOrigins);
    }

    /** Reads them, and notes what is wrong. @param tls the public address follows from it unless it is set */
    public static WebSettings read(Settings settings, TlsSettings tls) {
        int port = settings.number("PORT", 8080, 0, 65535);
        URI baseUrl = settings.url(BASE_URL, tls.baseUrl().orElseGet(() -> URI.create("http://127.0.0.1:" + port)));
        tls.mustFit(baseUrl, settings);
        if (!baseUrl.getRawPath().isEmpty()) {
            settings.problem(BASE_URL, "must not have a path: Patchbay needs a host name of its own");
        }
        URI home = settings.url(FRONTEND_URL, baseUrl);
        return new WebSettings(
                baseUrl,
                home.getRawPath().isEmpty() ? home.resolve("/") : home,
                origins(settings),
                signing(settings),
                new SessionLife(Duration.ofDays(settings.number(JWT_EXPIRATION_DAYS, 7, 1, 90))));
    }

    private static List<URI> origins(Settings settings) {
        return Arrays.stream(settings.text(FRONTEND_ORIGINS).orElse("").split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> {
                    Optional<URI> origin = origin(text);
                    if (origin.isEmpty()) {
                        settings.problem(
                                FRONTEND_ORIGINS,
                                "'%s' is not an origin; write https://host, or http:// for loopback addresses, without a path"
                                        .formatted(text));
                    }
                    return origin.stream();
                })
                .toList();
    }

    private static Optional<URI> origin(String text) {
        try {
            URI uri = new URI(text);
            boolean bare = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && Stream.of("", "/").anyMatch(path -> path.equals(uri.getRawPath()));
            boolean safe = "https".equals(uri.getScheme())
                    || ("http".equals(uri.getScheme())
                            && List.of("localhost", "127.0.0.1", "[::1]").contains(uri.getHost()));
            return bare && safe
                    ? Optional.of(new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), null, null, null))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static TokenSigning signing(Settings settings) {
        Optional<Secret> secret = settings.secret(JWT_SECRET);
        Optional<String> algorithm = settings.text(JWT_ALGORITHM).map(text -> text.toUpperCase(Locale.ROOT));
        if (secret.isEmpty()) {
            if (algorithm.isPresent() && !algorithm.get().equals("ES256")) {
                settings.problem(
                        JWT_ALGORITHM,
                        LEAST_BYTES.containsKey(algorithm.get())
                                ? "needs JWT_SECRET; set both, or neither: sessions are then signed by a key kept in"
                                        + " the vault"
                                : "must be HS256, HS384 or HS512 (with JWT_SECRET), or not set at all");
            }
            return new TokenSigning.KeptKey();
        }
        Integer leastBytes = LEAST_BYTES.get(algorithm.orElse("HS256"));
        if (leastBytes == null) {
            settings.problem(JWT_ALGORITHM, "must be HS256, HS384 or HS512 when JWT_SECRET is set");
            return new TokenSigning.KeptKey();
        }
        Optional<String> weakness = WeakSecrets.weakness(secret.get(), leastBytes);
        if (weakness.isPresent()) {
            settings.problem(JWT_SECRET, weakness.get() + MAKE_ONE);
            return new TokenSigning.KeptKey();
        }
        return new TokenSigning.SharedSecret(algorithm.orElse("HS256"), secret.get());
    }
}
