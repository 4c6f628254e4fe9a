package dev.patchbay.sandbox.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An answer, and how it is delivered. Immutable; what changes it returns a changed copy. */
public final class Reply {
    private static final String JSON = "application/json;charset=UTF-8";

    private final int status;
    private final Map<String, String> headers;
    private final String body;
    private final Passage passage;

    private Reply(int status, Map<String, String> headers, String body, Passage passage) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.passage = passage;
    }

    private static Reply of(int status, String contentType, String body) {
        return new Reply(status, Map.of("Content-Type", contentType), body, Passage.USUAL);
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
        return new Reply(302, Map.of("Location", location), "", Passage.USUAL).with("Cache-Control", "no-store");
    }

    /** A copy with this header set. */
    public Reply with(String header, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(header, value);
        return new Reply(status, changed, body, passage);
    }

    /** A copy with another JSON body. */
    public Reply withJson(Map<String, ? extends @Nullable Object> changed) {
        return new Reply(status, headers, Json.write(changed), passage);
    }

    /** A copy with another body. */
    public Reply withBody(String changed) {
        return new Reply(status, headers, changed, passage);
    }

    private Reply by(Passage changed) {
        return new Reply(status, headers, body, changed);
    }

    /** A copy that is delivered in this way. */
    public Reply delivered(Delivery changed) {
        return by(new Passage(changed, passage.delay(), passage.gate(), passage.told()));
    }

    /** A copy that is held back for this much longer. */
    public Reply after(Duration more) {
        return by(new Passage(passage.delivery(), passage.delay().plus(more), passage.gate(), passage.told()));
    }

    /** A copy that waits at this gate, after its delay. */
    public Reply heldBy(Gate changed) {
        return by(new Passage(passage.delivery(), passage.delay(), changed, passage.told()));
    }

    /**
     * A copy whose fate is told: just before its first byte goes, so that nobody can act on the answer earlier, and again
     * if it then did not go after all. Nothing is told while it is held back, and nothing when the server closes.
     */
    public Reply telling(Consumer<Delivery> changed) {
        return by(new Passage(passage.delivery(), passage.delay(), passage.gate(), changed));
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The body; empty means none. */
    public String body() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }

    Passage passage() {
        return passage;
    }

    /** Whether the body is one of our JSON objects. */
    public boolean isJson() {
        return JSON.equals(headers.get("Content-Type"));
    }

    /** Prints neither body nor headers: they hold tokens and codes. */
    @Override
    public String toString() {
        return "Reply " + status + " " + passage.delivery();
    }
}
