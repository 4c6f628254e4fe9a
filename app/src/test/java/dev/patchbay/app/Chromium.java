package dev.patchbay.app;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A real browser with one page, driven by the DevTools protocol: one person with a profile of their own. Ends its process when closed.
 */
final class Chromium implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.createDefault();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Map<String, Object>>> answers;

    private Chromium(Process process, WebSocket socket, Map<Integer, CompletableFuture<Map<String, Object>>> answers) {
        this.process = process;
        this.socket = socket;
        this.answers = answers;
    }

    /** Where it is installed; empty when it is not. */
    static Optional<Path> installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param profile an empty folder */
    static Chromium start(Path profile) {
        Process process = launched(profile);
        try {
            String port = port(profile);
            Map<Integer, CompletableFuture<Map<String, Object>>> answers = new ConcurrentHashMap<>();
            HttpClient http = HttpClient.newHttpClient();
            WebSocket socket = http.newWebSocketBuilder()
                    .buildAsync(page(http, port), new Listener(answers))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return new Chromium(process, socket, answers);
        } catch (Exception e) {
            end(process);
            throw new IllegalStateException("the browser does not start", e);
        }
    }

    private static Process launched(Path profile) {
        try {
            // The sandbox needs privileges that containers do not give; nothing but our own pages is loaded.
            return new ProcessBuilder(
                            installed().orElseThrow().toString(),
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--no-first-run",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + profile,
                            "about:blank")
                    .redirectErrorStream(true)
                    .redirectOutput(profile.resolve("output").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String port(Path profile) throws IOException, InterruptedException {
        Path file = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < 300; i++) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() > 1) {
                    return lines.getFirst();
                }
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException(Files.readString(profile.resolve("output")));
    }

    private static URI page(HttpClient http, String port) throws IOException, InterruptedException {
        for (int i = 0; i < 100; i++) {
            String body = http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            for (Object target : (List<?>)
                    JSON.readValue("{\"all\":" + body + "}", Map.class).get("all")) {
                if (target instanceof Map<?, ?> one && "page".equals(one.get("type"))) {
                    return URI.create(String.valueOf(one.get("webSocketDebuggerUrl")));
                }
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the browser has no page");
    }

    void open(URI address) {
        send("Page.navigate", Map.of("url", address.toString()));
    }

    /** Waits until the expression is true on whatever page is shown then. */
    void await(String expression) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Boolean.TRUE.equals(tried("Boolean(" + expression + ")").orElse(false))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never true: " + expression + "; the page says:\n" + text());
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted", e);
            }
        }
    }

    /** Presses what the selector finds, once it is there and its words begin so. */
    void press(String selector, String words) {
        String found =
                "[...document.querySelectorAll(%s)].find(one => one.checkVisibility() && one.innerText.trim().startsWith(%s))"
                        .formatted(quoted(selector), quoted(words));
        await(found);
        evaluate(found + ".click()");
    }

    void fill(String selector, String value) {
        String found = "document.querySelector(" + quoted(selector) + ")";
        await(found);
        evaluate("%s.value = %s".formatted(found, quoted(value)));
    }

    String text() {
        return String.valueOf(evaluate("document.body.innerText"));
    }

    Object evaluate(String expression) {
        return tried(expression).orElse("");
    }

    /** Empty when the page went away meanwhile, or the expression failed. */
    private Optional<Object> tried(String expression) {
        Map<String, Object> answer = send(
                "Runtime.evaluate",
                Map.of("expression", expression, "returnByValue", true, "awaitPromise", true, "userGesture", true));
        return answer.get("result") instanceof Map<?, ?> evaluated
                        && !evaluated.containsKey("exceptionDetails")
                        && evaluated.get("result") instanceof Map<?, ?> value
                ? Optional.ofNullable(value.get("value"))
                : Optional.empty();
    }

    private Map<String, Object> send(String method, Map<String, Object> parameters) {
        int id = lastId.incrementAndGet();
        CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
        answers.put(id, answer);
        try {
            String message = new String(
                    JSON.writeValueAsBytes(Map.of("id", id, "method", method, "params", parameters)),
                    StandardCharsets.UTF_8);
            socket.sendText(message, true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the browser does not answer to " + method, e);
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static final class Listener implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<Map<String, Object>>> answers;
        private final StringBuilder message = new StringBuilder();

        Listener(Map<Integer, CompletableFuture<Map<String, Object>>> answers) {
            this.answers = answers;
        }

        @Override
        @SuppressWarnings("unchecked")
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                try {
                    Map<String, Object> answer = JSON.readValue(message.toString(), Map.class);
                    if (answer != null && answer.get("id") instanceof Number id) {
                        Optional.ofNullable(answers.remove(id.intValue()))
                                .ifPresent(waiting -> waiting.complete(answer));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                message.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }
    }

    @Override
    public void close() {
        socket.abort();
        end(process);
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
