package dev.patchbay.adapter.acme;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An authority's first few answers, for what Pebble 2.4 does not know yet: profiles, renewal information and replacing. It issues nothing. By
 * RFC 8555, RFC 9773 and draft-aaron-acme-profiles.
 */
final class StubbedDirectory implements AutoCloseable {
    private static final Pattern PAYLOAD = Pattern.compile("\"payload\":\"([^\"]*)\"");
    private static final String PROBLEM = "application/problem+json";

    private record Answer(int status, String type, String body, Map<String, String> headers) {}

    private final HttpServer server;
    private final List<String> orders = Collections.synchronizedList(new ArrayList<>());
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Answer> answers = new HashMap<>();
    private String more = "";
    private String metadata = "";
    private int nonce;

    StubbedDirectory() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
        answers.put("/nonce", new Answer(200, "text/plain", "", Map.of()));
        answers.put(
                "/account",
                new Answer(201, "application/json", "{\"status\": \"valid\"}", Map.of("Location", at("/me"))));
        answering("/order", 500, "serverInternal", "this stub issues nothing", Map.of());
    }

    StubbedDirectory withRenewalInformation() {
        more = ", \"renewalInfo\": \"" + at("/renewal") + "\"";
        return this;
    }

    StubbedDirectory withProfiles(String... names) {
        metadata = "\"profiles\": {"
                + String.join(
                        ", ",
                        List.of(names).stream()
                                .map(name -> "\"" + name + "\": \"of some kind\"")
                                .toList())
                + "}";
        return this;
    }

    /** A problem at that path from now on. */
    StubbedDirectory answering(String path, int status, String type, String detail, Map<String, String> headers) {
        answers.put(
                path,
                new Answer(
                        status,
                        PROBLEM,
                        "{\"type\": \"urn:ietf:params:acme:error:" + type + "\", \"detail\": \"" + detail + "\"}",
                        headers));
        return this;
    }

    /** That text at that path from now on. */
    StubbedDirectory answeringText(
            String path, int status, String mediaType, String body, Map<String, String> headers) {
        answers.put(path, new Answer(status, mediaType, body, headers));
        return this;
    }

    URI url() {
        return URI.create(at("/directory"));
    }

    /** The orders that came, as JSON. */
    List<String> orders() {
        return List.copyOf(orders);
    }

    /** Where renewal information was asked for. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Replay-Nonce", "nonce" + ++nonce);
        if (path.equals("/order")) {
            Matcher payload = PAYLOAD.matcher(body);
            orders.add(
                    payload.find()
                            ? new String(Base64.getUrlDecoder().decode(payload.group(1)), StandardCharsets.UTF_8)
                            : "");
        }
        if (path.startsWith("/renewal/")) {
            asked.add(path.substring("/renewal/".length()));
        }
        Answer answer =
                path.equals("/directory") ? directory() : answers.get(path.startsWith("/renewal") ? "/renewal" : path);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), isHead || bytes.length == 0 ? -1 : bytes.length);
        if (!isHead && bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private Answer directory() {
        String body = "{\"newNonce\": \"" + at("/nonce") + "\", \"newAccount\": \"" + at("/account")
                + "\", \"newOrder\": \"" + at("/order") + "\"" + more + ", \"meta\": {" + metadata + "}}";
        return new Answer(200, "application/json", body, Map.of());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
