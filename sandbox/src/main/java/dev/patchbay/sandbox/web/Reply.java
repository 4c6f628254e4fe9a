package dev.patchbay.sandbox.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer, and how it is delivered. Immutable; the {@code with…} methods return changed copies.
 *
 * @param status the HTTP status
 * @param headers header values by name
 * @param body the body; empty means none
 * @param delivery what becomes of it on its way
 * @param delay how long it is held back, counted from when it was ready
 */
public record Reply(int status, Map<String, String> headers, String body, Delivery delivery, Duration delay) {
    private static final String JSON = "application/json;charset=UTF-8";

    private static Reply of(int status, String contentType, String body) {
        return new Reply(status, Map.of("Content-Type", contentType), body, Delivery.WHOLE, Duration.ZERO);
    }

    /** A JSON answer that no cache keeps, as RFC 6749 §5.1 asks. */
    public static Reply json(int status, Map<String, ? extends @Nullable Object> body) {
        return of(status, JSON, Json.write(body)).with("Cache-Control", "no-store");
    }

    /** A plain-text answer. */
    public static Reply text(int status, String body) {
        return of(status, "text/plain; charset=utf-8", body);
    }

    /** A page. It may load nothing but its own inline style and images from this server, and cannot be framed. */
    public static Reply html(int status, String body) {
        return of(status, "text/html; charset=utf-8", body)
                .with("Cache-Control", "no-store")
                .with("Referrer-Policy", "same-origin")
                .with("X-Content-Type-Options", "nosniff")
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'");
    }

    /** A 302 to this address; never cached, since the address may hold a code. */
    public static Reply redirect(String location) {
        return new Reply(302, Map.of("Location", location), "", Delivery.WHOLE, Duration.ZERO)
                .with("Cache-Control", "no-store");
    }

    /** A copy with this header set. */
    public Reply with(String header, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(header, value);
        return new Reply(status, changed, body, delivery, delay);
    }

    /** A copy with another JSON body. */
    public Reply withJson(Map<String, ? extends @Nullable Object> changed) {
        return new Reply(status, headers, Json.write(changed), delivery, delay);
    }

    /** A copy with another body. */
    public Reply withBody(String changed) {
        return new Reply(status, headers, changed, delivery, delay);
    }

    /** A copy that is delivered in this way. */
    public Reply delivered(Delivery changed) {
        return new Reply(status, headers, body, changed, delay);
    }

    /** A copy that is held back for this long. */
    public Reply after(Duration changed) {
        return new Reply(status, headers, body, delivery, changed);
    }

    /** Whether the body is one of our JSON objects. */
    public boolean isJson() {
        return JSON.equals(headers.get("Content-Type"));
    }

    /** Prints neither body nor headers: they hold tokens and codes. */
    @Override
    public String toString() {
        return "Reply " + status + " " + delivery;
    }
}
