package dev.patchbay.benchmarks;

import dev.patchbay.app.Patchbay;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A service with very many connections, whose Spotify is a {@link TokenServer}. Its database is filled when it is empty, and used
 * again when it has the very same population already.
 */
final class PopulatedService implements AutoCloseable {
    /** As many as a sweep has under way at a time. */
    static final int AT_A_TIME = 12;

    private static final int SLICE = 2000;
    private static final int WRITERS = 4;
    private static final int TOKENS = 5000;

    private final TokenServer spotify;
    private final Patchbay service;
    private final int size;
    private final HttpClient http = HttpClient.newHttpClient();

    private PopulatedService(TokenServer spotify, Patchbay service, int size) {
        this.spotify = spotify;
        this.service = service;
        this.size = size;
    }

    /** @param name of its database, in that folder or beside the one that the environment names */
    static PopulatedService start(Path folder, String name, int size) throws IOException, InterruptedException {
        TokenServer spotify = TokenServer.start();
        Map<String, String> settings = Settings.in(folder, name);
        settings.put("SPOTIFY_ACCOUNTS_URL", spotify.address().toString());
        settings.put("SPOTIFY_API_URL", spotify.address().toString());
        settings.put("SPOTIFY_CLIENT_ID", "benchmark");
        settings.put("SPOTIFY_CLIENT_SECRET", "cL13nt-of-the-benchmark");
        settings.put("SPOTIFY_CALLS_PER_SECOND", "100000");
        // People's first requests would be a measure of ES256, which is another matter.
        settings.put("JWT_ALGORITHM", "HS256");
        settings.put("JWT_SECRET", "b7Qx2Mf9Tz4Kc1Vn8Wd5Rj3Hs6Lp0Gy7Ae2Ub9Xi4Oq1Nk8");
        var running = new PopulatedService(spotify, Patchbay.start(settings), size);
        running.populate();
        running.post("rest");
        return running;
    }

    int port() {
        return service.address().getPort();
    }

    /** Refreshes by the client alone. @return how long they took together */
    Duration refreshes(int count) throws IOException, InterruptedException {
        return nanos(post("refreshes/%d/%d".formatted(count, AT_A_TIME)));
    }

    /**
     * Makes that many connections due, which come from all over the table, and sweeps until none is.
     *
     * @param from where another sweep ended, so that nobody is renewed twice while their data key is still remembered
     * @return how long the sweep took
     */
    Duration sweep(int from, int count) throws IOException, InterruptedException {
        post("due/%d/%d/%d".formatted(size, from, count));
        return nanos(post("sweep"));
    }

    /** Session tokens of that many people from all over the table. */
    List<String> sessionTokens(int count) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>();
        while (all.size() < count) {
            int some = Math.min(TOKENS, count - all.size());
            all.addAll(get("sessions/%d/%d/%d".formatted(size, all.size(), some))
                    .lines()
                    .toList());
        }
        return all;
    }

    private void populate() throws IOException, InterruptedException {
        int there = Integer.parseInt(get("connections"));
        if (there == size) {
            return;
        }
        if (there > 0) {
            throw new IllegalStateException("the database has %d connections, not %d".formatted(there, size));
        }
        System.out.printf("writing %,d accounts ...%n", size);
        List<Future<String>> slices = new ArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int from = 0; from < size; from += SLICE) {
                String slice = "accounts/%d/%d/%d".formatted(size, from, Math.min(size, from + SLICE));
                Callable<String> writing = () -> post(slice);
                slices.add(writers.submit(writing));
            }
            for (Future<String> slice : slices) {
                slice.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the database could not be filled", e.getCause());
        }
    }

    private static Duration nanos(String text) {
        return Duration.ofNanos(Long.parseLong(text));
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path)).build());
    }

    private String post(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private URI address(String path) {
        return service.address().resolve("/benchmarks/" + path);
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    request.uri().getPath() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.close();
        service.close();
        spotify.close();
    }
}
