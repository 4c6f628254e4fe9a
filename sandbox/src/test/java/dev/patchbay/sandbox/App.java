package dev.patchbay.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.patchbay.sandbox.party.SandboxClient;
import dev.patchbay.sandbox.party.Sha256;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An app that uses the sandbox as it would use the real parties: only HTTP, nothing of the sandbox's own code. */
final class App implements AutoCloseable {
    static final String REDIRECT_URI = "http://127.0.0.1:8080/callback";
    static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123456789";
    static final String STATE = "state-of-this-attempt";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI authorizeUrl;
    private final URI tokenUrl;
    private final SandboxClient client;
    private final String scope;

    private App(URI authorizeUrl, URI tokenUrl, SandboxClient client, String scope) {
        this.authorizeUrl = authorizeUrl;
        this.tokenUrl = tokenUrl;
        this.client = client;
        this.scope = scope;
    }

    static App google(Sandbox sandbox) {
        return new App(
                URI.create(sandbox.googleIssuer() + "/authorize"),
                URI.create(sandbox.googleIssuer() + "/token"),
                SandboxOptions.GOOGLE_CLIENT,
                "openid email profile");
    }

    static App microsoft(Sandbox sandbox, String door) {
        URI authority = sandbox.microsoft().authority(door);
        return new App(
                URI.create(authority + "/oauth2/v2.0/authorize"),
                URI.create(authority + "/oauth2/v2.0/token"),
                SandboxOptions.MICROSOFT_CLIENT,
                "openid email profile");
    }

    static App github(Sandbox sandbox) {
        return new App(
                URI.create(sandbox.github().url() + "/login/oauth/authorize"),
                URI.create(sandbox.github().url() + "/login/oauth/access_token"),
                SandboxOptions.GITHUB_CLIENT,
                "read:user user:email");
    }

    static App openId(Sandbox sandbox) {
        return new App(
                URI.create(sandbox.openId().issuer() + "authorize"),
                URI.create(sandbox.openId().issuer() + "token"),
                SandboxOptions.OPENID_CLIENT,
                "openid email profile");
    }

    static App telegramLogin(Sandbox sandbox) {
        return new App(
                URI.create(sandbox.telegramLogin().issuer() + "/auth"),
                URI.create(sandbox.telegramLogin().issuer() + "/token"),
                SandboxOptions.TELEGRAM_CLIENT,
                "openid profile");
    }

    static App spotify(Sandbox sandbox) {
        return spotify(sandbox, SandboxOptions.SPOTIFY_CLIENT);
    }

    static App spotify(Sandbox sandbox, SandboxClient client) {
        return spotify(sandbox.spotifyAccountsUrl(), client);
    }

    static App spotify(URI accountsUrl, SandboxClient client) {
        return new App(
                URI.create(accountsUrl + "/authorize"),
                URI.create(accountsUrl + "/api/token"),
                client,
                "playlist-read-private playlist-modify-private");
    }

    /** The authorization URL, with these parameters added or, if empty, left out. */
    URI authUrl(Map<String, String> changes) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", client.id());
        query.put("response_type", "code");
        query.put("redirect_uri", REDIRECT_URI);
        query.put("scope", scope);
        query.put("state", STATE);
        query.put("code_challenge", Sha256.base64Url(Sha256.of(VERIFIER)));
        query.put("code_challenge_method", "S256");
        query.putAll(changes);
        query.values().removeIf(String::isEmpty);
        return URI.create(authorizeUrl + "?" + encode(query));
    }

    URI authUrl() {
        return authUrl(Map.of());
    }

    Answer exchange(String code) {
        return token(codeForm(code));
    }

    static Map<String, String> codeForm(String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", REDIRECT_URI);
        form.put("code_verifier", VERIFIER);
        return form;
    }

    Answer refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /** A token request with the client in a Basic header. */
    Answer token(Map<String, String> form) {
        return post(tokenUrl, form, basic(client));
    }

    /** A token request with the client in the form. */
    Answer tokenByPost(Map<String, String> form, String clientId, String clientSecret) {
        Map<String, String> whole = new LinkedHashMap<>(form);
        whole.put("client_id", clientId);
        whole.put("client_secret", clientSecret);
        return post(tokenUrl, whole, "");
    }

    /** As {@link #token}, with headers of its own. */
    Answer tokenWith(Map<String, String> form, String... headers) {
        return post(tokenUrl, form, basic(client), headers);
    }

    Answer post(URI uri, Map<String, String> form, String authorization, String... headers) {
        return send(request(uri, authorization, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(form)))
                .build());
    }

    Answer delete(URI uri, String body, String authorization) {
        return send(request(uri, authorization)
                .method("DELETE", BodyPublishers.ofString(body))
                .build());
    }

    /** A Basic header for this client. */
    static String basic(SandboxClient client) {
        String pair = client.id() + ":" + client.secret();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    Answer get(URI uri, String authorization, String... headers) {
        return send(request(uri, authorization, headers).build());
    }

    private static HttpRequest.Builder request(URI uri, String authorization, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private Answer send(HttpRequest request) {
        try {
            return new Answer(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new Unanswered(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : uri.getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
        }
        return query;
    }

    static String code(URI returned) {
        return query(returned).getOrDefault("code", "no code");
    }

    static String encode(Map<String, String> values) {
        return values.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        http.close();
    }

    /** The connection ended, or stayed silent, before there was a whole answer. */
    static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unanswered(IOException cause) {
            super(cause);
        }
    }

    record Answer(HttpResponse<String> http) {
        int status() {
            return http.statusCode();
        }

        String body() {
            return http.body();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        Map<String, Object> json() {
            try {
                return JSONObjectUtils.parse(http.body());
            } catch (ParseException e) {
                throw new AssertionError("not JSON", e);
            }
        }

        String text(String member) {
            return String.valueOf(json().get(member));
        }
    }
}
