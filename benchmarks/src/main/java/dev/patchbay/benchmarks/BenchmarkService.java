package dev.patchbay.benchmarks;

import dev.patchbay.app.Patchbay;
import dev.patchbay.app.SandboxSettings;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** A service on an embedded database, with one person who is signed in and connected as any program would do it. */
final class BenchmarkService implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.createDefault();

    private final Sandbox sandbox;
    private final Patchbay service;
    private final HttpClient http = HttpClient.newHttpClient();
    private String account = "";
    private String sessionToken = "";

    private BenchmarkService(Sandbox sandbox, Patchbay service) {
        this.sandbox = sandbox;
        this.service = service;
    }

    static BenchmarkService start(Path folder) throws IOException, InterruptedException {
        Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        Map<String, String> settings = Settings.in(folder);
        settings.putAll(SandboxSettings.of(sandbox));
        var running = new BenchmarkService(sandbox, Patchbay.start(settings));
        running.signIn();
        running.connect();
        return running;
    }

    int port() {
        return service.address().getPort();
    }

    String account() {
        return account;
    }

    String sessionToken() {
        return sessionToken;
    }

    private void signIn() throws IOException, InterruptedException {
        Map<?, ?> begun = post("/auth/google/login", "{\"return\":\"handoff\"}");
        String handoff = handoff(sandbox.google().approve(url(begun), "ann"));
        Map<?, ?> session =
                post("/auth/session", "{\"handoff\":\"%s\",\"state\":\"%s\"}".formatted(handoff, begun.get("state")));
        sessionToken = String.valueOf(session.get("token"));
        account = String.valueOf(((Map<?, ?>) Objects.requireNonNull(session.get("account"))).get("id"));
    }

    private void connect() throws IOException, InterruptedException {
        Map<?, ?> begun = post("/platforms/spotify/connect", "{\"return\":\"handoff\"}");
        String handoff = handoff(sandbox.spotify().approve(url(begun), "ann"));
        post("/platforms/spotify/callback", "{\"handoff\":\"%s\"}".formatted(handoff));
    }

    private static URI url(Map<?, ?> begun) {
        return URI.create(String.valueOf(begun.get("authUrl")));
    }

    private String handoff(URI callback) throws IOException, InterruptedException {
        HttpResponse<Void> landed =
                http.send(HttpRequest.newBuilder(callback).build(), HttpResponse.BodyHandlers.discarding());
        String end = landed.headers().firstValue("Location").orElse("");
        return end.substring(end.indexOf("handoff=") + "handoff=".length());
    }

    private Map<?, ?> post(String path, String json) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.baseUrl().resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (!sessionToken.isEmpty()) {
            request.header("Authorization", "Bearer " + sessionToken);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        Map<?, ?> body = Objects.requireNonNull(JSON.readValue(answer.body(), Map.class));
        return (Map<?, ?>) Objects.requireNonNull(body.get("data"));
    }

    @Override
    public void close() {
        http.close();
        service.close();
        sandbox.close();
    }
}
