package dev.patchbay.adapter.vault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HashiCorp Vault with a Transit engine, as its API documentation has it: encrypt and decrypt under a named key with associated
 * data, errors as {@code {"errors": [...]}}, a token in {@code X-Vault-Token}.
 */
final class TransitStandIn implements AutoCloseable {
    static final String TOKEN = "hvs.a-token-of-the-stand-in";

    private static final Pattern PATH = Pattern.compile("/v1/transit/(encrypt|decrypt)/([A-Za-z0-9-]+)");

    private final Map<String, GcmKey> keys = new ConcurrentHashMap<>();
    private final HttpServer server;

    /** What it answers instead, whatever is asked. */
    volatile Optional<Integer> status = Optional.empty();

    volatile Optional<String> body = Optional.empty();

    /** What its token has left, had at first, and how long it may be made by renewing; 0 left never ends. */
    volatile int ttl;

    volatile int creationTtl;
    volatile int longest;
    volatile boolean renewable;

    TransitStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A key as {@code POST /v1/transit/keys/:name} makes it, of type aes256-gcm96. */
    void makeKey(String name) {
        keys.put(name, GcmKey.of(GcmKey.newMaterial()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (status.isPresent() || body.isPresent()) {
                send(exchange, status.orElse(200), body.orElse(errors("by hand")));
            } else if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
                send(exchange, 403, errors("permission denied"));
            } else if (exchange.getRequestURI().getPath().startsWith("/v1/auth/token/")) {
                token(exchange);
            } else {
                transit(exchange, asked);
            }
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
            case "GET /v1/auth/token/lookup-self" ->
                send(
                        exchange,
                        200,
                        "{\"data\":{\"ttl\":%d,\"creation_ttl\":%d,\"renewable\":%b,\"type\":\"service\"}}"
                                .formatted(ttl, creationTtl, renewable));
            case "POST /v1/auth/token/renew-self" -> {
                if (renewable) {
                    ttl = Math.max(ttl, Math.min(creationTtl, longest));
                    send(exchange, 200, "{\"auth\":{\"lease_duration\":%d,\"renewable\":true}}".formatted(ttl));
                } else {
                    send(exchange, 400, errors("lease is not renewable"));
                }
            }
            default -> send(exchange, 404, "{\"errors\":[]}");
        }
    }

    private void transit(HttpExchange exchange, String asked) throws IOException {
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        if (!path.matches() || !exchange.getRequestMethod().equals("POST")) {
            send(exchange, 404, "{\"errors\":[]}");
            return;
        }
        GcmKey key = keys.get(path.group(2));
        byte[] associated = Base64.getDecoder().decode(member(asked, "associated_data"));
        if (key == null) {
            send(exchange, 400, errors("encryption key not found"));
        } else if (path.group(1).equals("encrypt")) {
            byte[] plain = Base64.getDecoder().decode(member(asked, "plaintext"));
            String cipher = Base64.getEncoder().encodeToString(key.encrypt(plain, associated));
            send(exchange, 200, "{\"data\":{\"ciphertext\":\"vault:v1:" + cipher + "\",\"key_version\":1}}");
        } else {
            decrypt(exchange, key, member(asked, "ciphertext"), associated);
        }
    }

    private static void decrypt(HttpExchange exchange, GcmKey key, String ciphertext, byte[] associated)
            throws IOException {
        byte[] cipher = Base64.getDecoder().decode(ciphertext.substring("vault:v1:".length()));
        Optional<byte[]> plain = key.decrypt(cipher, associated);
        if (plain.isEmpty()) {
            send(exchange, 400, errors("cipher: message authentication failed"));
        } else {
            send(
                    exchange,
                    200,
                    "{\"data\":{\"plaintext\":\"" + Base64.getEncoder().encodeToString(plain.get()) + "\"}}");
        }
    }

    private static String member(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        return found.find() ? found.group(1) : "";
    }

    private static String errors(String what) {
        return "{\"errors\":[\"" + what + "\"]}";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
