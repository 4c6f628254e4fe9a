package dev.patchbay.adapter.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A browser with its own cookie jar, or a client with a bearer token. Follows no redirects. */
final class Client {
    private final URI base;
    private final CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(jar)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final List<String> always = new ArrayList<>();

    Client(URI base) {
        this.base = base;
    }

    Client always(String name, String value) {
        always.add(name);
        always.add(value);
        return this;
    }

    Client bearing(String token) {
        return always("Authorization", "Bearer " + token);
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    Answer post(String path, String json, String... headers) {
        return send("POST", path, json, with("Content-Type", "application/json", headers));
    }

    Answer patch(String path, String json, String... headers) {
        return send("PATCH", path, json, with("Content-Type", "application/json", headers));
    }

    Answer form(String path, String fields, String... headers) {
        return send("POST", path, fields, with("Content-Type", "application/x-www-form-urlencoded", headers));
    }

    Answer send(String method, String path, @org.jspecify.annotations.Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        always(request, always.toArray(String[]::new));
        always(request, headers);
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    Optional<HttpCookie> cookie(String prefix) {
        return jar.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith(prefix))
                .findFirst();
    }

    private static void always(HttpRequest.Builder request, String[] headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
    }

    private static String[] with(String name, String value, String[] others) {
        List<String> all = new ArrayList<>(List.of(others));
        if (!all.contains(name)) {
            all.add(name);
            all.add(value);
        }
        return all.toArray(String[]::new);
    }
}
