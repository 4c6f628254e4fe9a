package dev.patchbay.app;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One person's browser: a cookie jar, and requests that do not follow redirects by themselves. */
final class Browser {
    private static final JsonMapper JSON = JsonMapper.createDefault();

    private final URI service;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    Browser(URI service) {
        this.service = service;
    }

    /** An answer of ours. */
    record Answer(int status, String body, HttpResponse<String> response) {
        @SuppressWarnings("unchecked")
        Map<String, Object> json() {
            try {
                return JSON.readValue(body, Map.class);
            } catch (IOException e) {
                throw new IllegalStateException("not JSON: " + body, e);
            }
        }

        @SuppressWarnings("unchecked")
        Map<String, Object> data() {
            return (Map<String, Object>) json().getOrDefault("data", Map.of());
        }

        @SuppressWarnings("unchecked")
        List<Map<String, Object>> list() {
            return (List<Map<String, Object>>) json().getOrDefault("data", List.of());
        }

        String code() {
            return String.valueOf(json().get("code"));
        }
    }

    URI begin(String path) {
        return URI.create(String.valueOf(post(path, "{}").data().get("authUrl")));
    }

    /** Goes where a redirect leads, one step. @return where that one leads */
    URI follow(URI address) {
        Answer answer = send(HttpRequest.newBuilder(address).header("Accept", "text/html"));
        return answer.response()
                .headers()
                .firstValue("Location")
                .map(service::resolve)
                .orElseThrow(() -> new IllegalStateException("no redirect: " + answer.status() + " " + answer.body()));
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(service.resolve(path)));
    }

    Answer post(String path, String json) {
        return send(HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer put(String path, String json) {
        return send(HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer delete(String path) {
        return send(HttpRequest.newBuilder(service.resolve(path)).DELETE());
    }

    Answer getAs(String bearer, String path) {
        return send(HttpRequest.newBuilder(service.resolve(path)).header("Authorization", "Bearer " + bearer));
    }

    String accessToken() {
        Answer answer = get("/platforms/spotify/token");
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        return String.valueOf(answer.data().get("accessToken"));
    }

    Optional<String> cookie(String nameEnd) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().endsWith(nameEnd))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** The same person, session and all, at another process of the service. */
    Browser at(URI other) {
        Browser browser = new Browser(other);
        for (HttpCookie cookie : cookies.getCookieStore().getCookies()) {
            HttpCookie copy = new HttpCookie(cookie.getName(), cookie.getValue());
            copy.setPath("/");
            copy.setVersion(0);
            browser.cookies.getCookieStore().add(other, copy);
        }
        return browser;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
