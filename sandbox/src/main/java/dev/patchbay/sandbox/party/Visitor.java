package dev.patchbay.sandbox.party;

import dev.patchbay.sandbox.web.Parameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A person at a browser, for tests: opens the authorization page, decides, and stops at the redirect. */
final class Visitor {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Visitor() {}

    /** Opens the page, posts the decision with the page's own fields, and returns where that leads. */
    static URI decide(URI page, URI decision, Map<String, String> choice) {
        String query = Optional.ofNullable(page.getRawQuery()).orElse("");
        Map<String, String> fields = new LinkedHashMap<>(Parameters.parse(query).asMap());
        fields.putAll(choice);
        try (HttpClient browser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            HttpResponse<String> shown =
                    browser.send(HttpRequest.newBuilder(page).timeout(PATIENCE).build(), BodyHandlers.ofString());
            if (shown.statusCode() == 302) {
                return location(shown);
            }
            if (shown.statusCode() != 200) {
                throw new IllegalStateException("the page was refused with " + shown.statusCode() + ": "
                        + shown.body().lines().findFirst().orElse(""));
            }
            HttpRequest post = HttpRequest.newBuilder(decision)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(Parameters.encode(fields)))
                    .build();
            return location(browser.send(post, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException("the page does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at the page");
        }
    }

    private static URI location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow(
                        () -> new IllegalStateException("the decision was answered with " + response.statusCode()));
    }
}
