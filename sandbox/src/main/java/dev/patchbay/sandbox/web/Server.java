package dev.patchbay.sandbox.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * An HTTP server on 127.0.0.1 with routes and a virtual thread for each request. It cannot be bound to any other
 * address, and answers only requests whose {@code Host} is a loopback name, so that no web page can reach it by DNS.
 */
public final class Server implements AutoCloseable {
    private static final int LONGEST_BODY = 64 * 1024;
    private static final System.Logger LOG = System.getLogger(Server.class.getName());

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Map<String, Handler>> routes = new ConcurrentHashMap<>();
    private final Map<String, Handler> prefixes = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private Server(HttpServer http) {
        this.http = http;
    }

    /**
     * Takes a port of 127.0.0.1, 0 meaning any free one. Nothing is answered before {@link #open()}.
     *
     * @throws UncheckedIOException if the port is taken
     */
    public static Server bind(int port) {
        try {
            InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
            return new Server(HttpServer.create(new InetSocketAddress(loopback, port), 0));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
        }
    }

    /** Where this server is, without a path. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** Answers GET at exactly this path. */
    public void get(String path, Handler handler) {
        route(path, "GET", handler);
    }

    /** Answers POST at exactly this path. */
    public void post(String path, Handler handler) {
        route(path, "POST", handler);
    }

    /** Answers DELETE at exactly this path. */
    public void delete(String path, Handler handler) {
        route(path, "DELETE", handler);
    }

    /** Answers GET and POST at every path that begins so and has no route of its own; no other such prefix may fit. */
    public void under(String prefix, Handler handler) {
        prefixes.put(prefix, handler);
    }

    private void route(String path, String method, Handler handler) {
        routes.computeIfAbsent(path, p -> new ConcurrentHashMap<>()).put(method, handler);
    }

    /** Begins to answer. */
    public void open() {
        http.setExecutor(threads);
        http.createContext("/", this::serve);
        http.start();
    }

    /** Ends at once; answers still held back are never sent. */
    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try {
            deliver(answer(exchange), exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("");
        if (!Loopback.isLoopbackAuthority(host)) {
            return Reply.text(421, "This server is for loopback names only.");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            return Reply.text(413, "The request is too large.");
        }
        String path = exchange.getRequestURI().getPath();
        Map<String, Handler> methods = methodsAt(path);
        Handler handler = methods.get(exchange.getRequestMethod());
        if (handler == null) {
            return methods.isEmpty() ? Reply.text(404, "Not here.") : Reply.text(405, "Not by this method.");
        }
        Request request;
        try {
            request = new Request(
                    exchange.getRequestMethod(),
                    path,
                    Parameters.parse(
                            Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                                    .orElse("")),
                    formOf(headers, body),
                    new String(body, UTF_8),
                    headers);
        } catch (IllegalArgumentException e) {
            return Reply.text(400, "The parameters are not form-encoded.");
        }
        try {
            return handler.handle(request);
        } catch (RuntimeException e) {
            if (closed.getCount() > 0) {
                LOG.log(System.Logger.Level.ERROR, "defect while answering " + request, e);
            }
            return Reply.text(500, "The sandbox itself has failed; see its log.");
        }
    }

    private Map<String, Handler> methodsAt(String path) {
        Map<String, Handler> exactly = routes.get(path);
        if (exactly != null) {
            return exactly;
        }
        return prefixes.entrySet().stream()
                .filter(prefix -> path.startsWith(prefix.getKey()))
                .findFirst()
                .map(prefix -> Map.of("GET", prefix.getValue(), "POST", prefix.getValue()))
                .orElse(Map.of());
    }

    private static Parameters formOf(Map<String, List<String>> headers, byte[] body) {
        String type = headers.getOrDefault("content-type", List.of("")).getFirst();
        boolean form = type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
        return Parameters.parse(form ? new String(body, UTF_8) : "");
    }

    private void deliver(Reply reply, HttpExchange exchange) throws IOException, InterruptedException {
        Passage passage = reply.passage();
        if (passage.delivery() == Delivery.NEVER) {
            closed.await();
            return;
        }
        if (closed.await(passage.delay().toNanos(), TimeUnit.NANOSECONDS)) {
            return;
        }
        boolean goes = passage.gate().await() && passage.delivery() != Delivery.DROPPED;
        passage.told().accept(goes ? passage.delivery() : Delivery.DROPPED);
        // Closing an exchange before its headers are sent closes the connection without a byte.
        if (goes) {
            try {
                send(reply, exchange);
            } catch (IOException e) {
                passage.told().accept(Delivery.DROPPED);
                throw e;
            }
        }
    }

    private static void send(Reply reply, HttpExchange exchange) throws IOException {
        byte[] body = reply.body().getBytes(UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        int sent = reply.passage().delivery() == Delivery.CUT ? body.length / 2 : body.length;
        exchange.getResponseBody().write(body, 0, sent);
        exchange.getResponseBody().flush();
    }
}
