package dev.patchbay.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Requests that are wrong somewhere, made by a grammar: mostly right, so that they get far, with parts that are not. The same seed makes the
 * same requests.
 */
final class Malformed {
    private static final List<String> VALUES = List.of(
            "spotify",
            "google",
            "telegram",
            "nobody",
            "",
            ".",
            "..",
            "../..",
            "%2e%2e%2f",
            "%00",
            "%zz",
            "%",
            "%C3%28",
            "a%2Fb",
            "\u00e4",
            "\u0000",
            "x".repeat(3000),
            "-1",
            "0",
            "2147483648",
            "1e999",
            "true",
            "null",
            "{}",
            "[]",
            "*",
            "'",
            "\"",
            "<script>",
            "$" + "{7*7}",
            "00000000-0000-0000-0000-000000000000",
            "A".repeat(43),
            "mmp_0",
            "javascript:alert(1)",
            "https://evil.example/",
            "//evil.example",
            "\ud83d\ude00",
            "%F0%9F%98%80",
            "\r\nX-Injected: 1",
            "a b",
            "a;b",
            "a=b&c=d",
            "+");

    private static final List<String> NAMES = List.of(
            "returnTo",
            "return",
            "scopes",
            "app",
            "reconnect",
            "state",
            "code",
            "handoff",
            "error",
            "iss",
            "min_ttl",
            "probe",
            "confirm",
            "clientId",
            "clientSecret",
            "displayName",
            "invitation",
            "label",
            "seat",
            "q",
            "",
            "[0]",
            "a.b",
            "__proto__");

    private static final List<String> METHODS = List.of(
            "GET",
            "HEAD",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "get",
            "G=T",
            "");

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json;charset=utf-7",
            "application/json; charset=\u00e4",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "text/plain",
            "text/html",
            "*/*",
            ";",
            "",
            "application/xml",
            "a/b/c",
            "application/json, text/html");

    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Encoding",
            "Accept-Language",
            "Authorization",
            "Connection",
            "Content-Encoding",
            "Content-Length",
            "Content-Type",
            "Cookie",
            "Date",
            "Expect",
            "Forwarded",
            "Host",
            "If-Modified-Since",
            "If-None-Match",
            "Idempotency-Key",
            "Origin",
            "Range",
            "Sec-Fetch-Site",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "User-Agent",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-HTTP-Method-Override",
            "X-Request-Id",
            "X-Telegram-Bot-Api-Secret-Token",
            "Access-Control-Request-Method");

    private static final List<String> HEADER_VALUES = List.of(
            "",
            " ",
            ",",
            ";",
            "=",
            "*",
            "0",
            "-1",
            "99999999999999999999",
            "null",
            "bytes=0-",
            "bytes=9-1",
            "100-continue",
            "gzip",
            "deflate, br",
            "chunked",
            "identity",
            "chunked, chunked",
            "close",
            "keep-alive, Upgrade",
            "h2c",
            "websocket",
            "Bearer",
            "Bearer ",
            "Bearer a.b.c",
            "Bearer " + "A".repeat(2000),
            "Basic YTpi",
            "Digest x",
            "patchbay_session=",
            "patchbay_session=a.b.c; patchbay_session=\"",
            "=;==;",
            "W/\"x\"",
            "Thu, 99 Foo 9999 99:99:99 GMT",
            "https://evil.example",
            "null, https://a",
            "://",
            "cross-site",
            "same-origin",
            "de-\u00e4;q=9",
            "for=\"[::1",
            "1.1.1.1, , ::",
            "text/html;q=nan",
            "application/json;q=-1",
            "\u0001",
            "\u00ff".repeat(50),
            "x".repeat(4000));

    private final Random random;
    private final List<Routes.Route> routes;
    private final Supplier<String> session;
    private int next;

    /** @param session a token of a session that is good now */
    Malformed(long seed, List<Routes.Route> routes, Supplier<String> session) {
        this.random = new Random(seed);
        this.routes = List.copyOf(routes);
        this.session = session;
    }

    /** One for each route in turn. */
    byte[] next() {
        Routes.Route route = routes.get(next++ % routes.size());
        String body = random.nextInt(4) == 0 ? "" : body();
        var request = new StringBuilder();
        request.append(rarely(12) ? one(METHODS) : route.method())
                .append(' ')
                .append(path(route.path()))
                .append(
                        rarely(60)
                                ? one(List.of(" HTTP/9.9", " HTTP/1.0", "", " FTP/1.1", " HTTP/1.1 x"))
                                : " HTTP/1.1")
                .append("\r\n");
        if (!rarely(40)) {
            request.append("Host: 127.0.0.1\r\n");
        }
        if (random.nextInt(3) > 0) {
            request.append("Authorization: Bearer ").append(session.get()).append("\r\n");
        }
        request.append("Content-Type: ")
                .append(rarely(6) ? one(TYPES) : TYPES.getFirst())
                .append("\r\n");
        for (int extra = random.nextInt(4); extra > 0; extra--) {
            request.append(one(HEADERS))
                    .append(rarely(30) ? "" : ": ")
                    .append(one(HEADER_VALUES))
                    .append("\r\n");
        }
        request.append("Connection: close\r\n");
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        if (rarely(15)) {
            return whole(request.append("Transfer-Encoding: chunked\r\n\r\n").append(chunked(body)));
        }
        return whole(request.append("Content-Length: ")
                .append(length)
                .append("\r\n\r\n")
                .append(body));
    }

    /** A request that was right, with bytes lost, doubled, turned round or put in. */
    byte[] mangled() {
        byte[] bytes = next();
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times && bytes.length > 1; i++) {
            int at = random.nextInt(Math.min(bytes.length, 400));
            bytes = switch (random.nextInt(5)) {
                case 0 -> joined(bytes, 0, at, new byte[0], at + 1);
                case 1 -> joined(bytes, 0, at, new byte[] {(byte) random.nextInt(256)}, at);
                case 2 -> joined(bytes, 0, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
                case 3 -> joined(bytes, 0, at, "\r\n\r\n".getBytes(StandardCharsets.US_ASCII), at);
                default -> joined(bytes, 0, at, bytes, at);
            };
        }
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int from, int to, byte[] between, int rest) {
        byte[] whole = new byte[to - from + between.length + Math.max(0, bytes.length - rest)];
        System.arraycopy(bytes, from, whole, 0, to - from);
        System.arraycopy(between, 0, whole, to - from, between.length);
        System.arraycopy(
                bytes,
                Math.min(rest, bytes.length),
                whole,
                to - from + between.length,
                Math.max(0, bytes.length - rest));
        return whole;
    }

    private String path(String template) {
        var path = new StringBuilder();
        for (String part : template.split("(?=\\{)|(?<=})")) {
            path.append(part.startsWith("{") ? rarely(3) ? one(VALUES) : "spotify" : part);
        }
        if (random.nextInt(3) == 0) {
            char joint = '?';
            for (int i = random.nextInt(4); i > 0; i--, joint = '&') {
                path.append(joint)
                        .append(one(NAMES))
                        .append(rarely(8) ? "" : "=")
                        .append(one(VALUES));
            }
        }
        if (rarely(25)) {
            path.insert(
                    random.nextInt(path.length() + 1),
                    one(List.of("//", "/./", "/../", "%2f", "\\", "#", ";x=y", "\u00e4", " ")));
        }
        return path.toString();
    }

    private String body() {
        if (rarely(10)) {
            return one(List.of(
                    "{",
                    "}",
                    "[]",
                    "null",
                    "\"",
                    "{\"a\":",
                    "{}{}",
                    "\u0000",
                    "[".repeat(3000),
                    "{\"a\":".repeat(500),
                    "a=b&c=%zz",
                    "{\"a\":1e9999}",
                    "\ufeff{}",
                    "{\"state\":\"\\ud800\"}",
                    "x".repeat(70_000),
                    "{\"a\":\"" + "x".repeat(65_000) + "\"}"));
        }
        return object(0);
    }

    private String object(int depth) {
        var object = new StringBuilder("{");
        for (int i = random.nextInt(4); i >= 0; i--) {
            object.append('"')
                    .append(one(NAMES))
                    .append("\":")
                    .append(value(depth))
                    .append(i > 0 ? "," : "");
        }
        return object.append(rarely(20) ? "" : "}").toString();
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 4 ? 5 : 7)) {
            case 0 -> one(List.of("0", "-1", "1e400", "0.1", "9".repeat(400), "NaN", "01"));
            case 1 -> one(List.of("true", "false", "null", "nil"));
            case 2, 3, 4 -> '"' + one(VALUES).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case 5 -> object(depth + 1);
            default -> "[" + value(depth + 1) + (rarely(3) ? "," + value(depth + 1) : "") + "]";
        };
    }

    private String chunked(String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return switch (random.nextInt(6)) {
            case 0 -> "zz\r\n" + body;
            case 1 -> "-1\r\n\r\n";
            case 2 -> "ffffffffffffffff\r\n" + body;
            case 3 -> Integer.toHexString(length) + ";ext=\"\r\n" + body + "\r\n0\r\nTrailer: x\r\n\r\n";
            default -> Integer.toHexString(length) + "\r\n" + body + "\r\n0\r\n\r\n";
        };
    }

    private boolean rarely(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static byte[] whole(StringBuilder request) {
        return request.toString().getBytes(StandardCharsets.UTF_8);
    }
}
