package dev.patchbay.sandbox.telegram;

import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.web.Json;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bot that uses the sandbox as it would use the real Bot API: by HTTP. */
final class Bot implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String api;

    Bot(Sandbox sandbox) {
        this(sandbox, sandbox.telegram().bot().token());
    }

    Bot(Sandbox sandbox, String token) {
        this.api = sandbox.telegramApiUrl() + "/bot" + token + "/";
    }

    /** Calls a method with JSON: name, value, name, value. */
    Said call(String method, @Nullable Object... namesAndValues) {
        return send(request(method)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(Json.object(namesAndValues)))));
    }

    Said byForm(String method, Map<String, String> form) {
        return send(request(method)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Parameters.encode(form))));
    }

    Said byQuery(String methodAndQuery) {
        return send(request(methodAndQuery));
    }

    Said byJson(String method, String json) {
        return send(request(method).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    Said say(long chat, String text) {
        return call("sendMessage", "chat_id", chat, "text", text);
    }

    List<Map<String, Object>> updates(long offset, int timeout) {
        return call("getUpdates", "offset", offset, "timeout", timeout).list();
    }

    private HttpRequest.Builder request(String method) {
        return HttpRequest.newBuilder(URI.create(api + method)).timeout(Duration.ofSeconds(20));
    }

    private Said send(HttpRequest.Builder request) {
        try {
            return new Said(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** What the Bot API said. */
    record Said(HttpResponse<String> http) {
        int status() {
            return http.statusCode();
        }

        Map<String, Object> json() {
            return Json.read(http.body());
        }

        String description() {
            return String.valueOf(json().get("description"));
        }

        @SuppressWarnings("unchecked") // the test fails if it is something else
        Map<String, Object> object() {
            return (Map<String, Object>) of("result");
        }

        @SuppressWarnings("unchecked") // the test fails if it is something else
        List<Map<String, Object>> list() {
            return (List<Map<String, Object>>) of("result");
        }

        Object of(String member) {
            Object value = json().get(member);
            if (value == null) {
                throw new AssertionError("no " + member + " in " + http.body());
            }
            return value;
        }

        long messageId() {
            return (Long) object().getOrDefault("message_id", 0L);
        }
    }
}
