package dev.patchbay.adapter.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody who listens to the events of their connections. */
final class Listening implements AutoCloseable {
    private static final String OVER = "(over)";
    private static final int ROUNDS = 400;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BlockingQueue<String> blocks = new LinkedBlockingQueue<>();
    private final HttpResponse<InputStream> response;

    private Listening(URI service, String... headers) {
        try {
            response = http.send(
                    HttpRequest.newBuilder(service.resolve("/user/platforms/events"))
                            .headers(headers)
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new AssertionError("not listened to", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        Thread.ofVirtual().start(this::read);
    }

    static Listening to(TestService service, TestService.Person who, String... headers) {
        var all = new ArrayList<>(List.of("Authorization", "Bearer " + who.token()));
        all.addAll(List.of(headers));
        return new Listening(service.address(), all.toArray(String[]::new));
    }

    static Listening with(TestService service, String... headers) {
        return new Listening(service.address(), headers);
    }

    int status() {
        return response.statusCode();
    }

    HttpHeaders headers() {
        return response.headers();
    }

    /** What comes next, lines joined by {@code |}; {@code (over)} at the end. */
    String next() {
        try {
            return Optional.ofNullable(blocks.poll(20, TimeUnit.SECONDS)).orElse("(nothing came)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** As {@link #next()}, looking as often as it takes: who was written to a moment ago may not be ready for more. */
    String next(Runnable look) {
        try {
            for (int round = 0; round < ROUNDS; round++) {
                look.run();
                String block = blocks.poll(50, TimeUnit.MILLISECONDS);
                if (block != null) {
                    return block;
                }
            }
            return "(nothing came)";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            var block = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty()) {
                    block.append(block.isEmpty() ? "" : "|").append(line);
                } else {
                    blocks.add(block.toString());
                    block.setLength(0);
                }
            }
            blocks.add(OVER);
        } catch (IOException hungUp) {
            blocks.add(OVER);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
