package dev.patchbay.faults.world;

import dev.patchbay.sandbox.web.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;

/** Asks the service as REST clients do. Safe for many threads. */
public final class Api {
    /** No answer of ours takes longer; who waits so long is told that it hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static volatile HttpClient http = client();

    /** No answer came: the request may have been carried out or not. */
    public static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswer(IOException cause) {
            super(cause.toString(), cause);
        }
    }

    /** An answer. */
    public record Answer(int status, Map<String, Object> json, String location) {
        /** A member of {@code data}; {@code "null"} when it is not there. */
        public String data(String name) {
            return json.get("data") instanceof Map<?, ?> data ? String.valueOf(data.get(name)) : "null";
        }

        /** A member of a problem; {@code "null"} when it is not there. */
        public String problem(String name) {
            return String.valueOf(json.get(name));
        }

        /** The same if the status is that one. @throws IllegalStateException otherwise, with the problem */
        public Answer expect(int wanted) {
            if (status != wanted) {
                throw new IllegalStateException("status " + status + " " + problem("code") + " " + problem("detail"));
            }
            return this;
        }
    }

    private Api() {}

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** Closes all connections. Nobody may be asking. */
    public static synchronized void hangUp() {
        HttpClient before = http;
        http = client();
        before.shutdownNow();
    }

    /** {@code GET} with a session; empty for none. */
    public static Answer get(URI service, String path, String session) throws NoAnswer {
        return send(request(service, path, session).GET());
    }

    /** {@code POST} of JSON; without a body when that is empty. */
    public static Answer post(URI service, String path, String session, String json) throws NoAnswer {
        if (json.isEmpty()) {
            return send(request(service, path, session).POST(HttpRequest.BodyPublishers.noBody()));
        }
        return send(request(service, path, session)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** {@code PUT} of JSON. */
    public static Answer put(URI service, String path, String session, String json) throws NoAnswer {
        return send(request(service, path, session)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** {@code DELETE}. */
    public static Answer delete(URI service, String path, String session) throws NoAnswer {
        return send(request(service, path, session).DELETE());
    }

    /** What is there, as it is. */
    public static String text(URI service, String path) throws NoAnswer {
        return text(HttpRequest.newBuilder(service.resolve(path)));
    }

    /** What is answered to a text, however long it takes. @throws IllegalStateException when it is no success */
    public static String say(URI service, String path, String text) throws NoAnswer {
        return text(HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    private static String text(HttpRequest.Builder request) throws NoAnswer {
        HttpResponse<String> response = response(request.build());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    response.request().uri().getPath() + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private static HttpRequest.Builder request(URI service, String path, String session) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE).header("Accept", "application/json");
        return session.isEmpty() ? request : request.header("Authorization", "Bearer " + session);
    }

    private static Answer send(HttpRequest.Builder request) throws NoAnswer {
        HttpResponse<String> response = response(request.build());
        String body = response.body();
        return new Answer(
                response.statusCode(),
                body.startsWith("{") ? Json.read(body) : Map.of(),
                response.headers().firstValue("Location").orElse(""));
    }

    private static HttpResponse<String> response(HttpRequest request) throws NoAnswer {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new NoAnswer(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }
}
