package dev.patchbay.oauth;

import dev.patchbay.domain.vault.Secret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call to an outside party. Immutable; prints no header, no query and no body. */
public final class HttpCall {
    private static final Duration USUAL = Duration.ofSeconds(10);

    private final String method;
    private final URI address;
    private final @Nullable String body;
    private final Map<String, String> headers;
    private final Duration within;
    private final int cap;
    private final boolean secretPath;

    private HttpCall(
            String method,
            URI address,
            @Nullable String body,
            Map<String, String> headers,
            Duration within,
            int cap,
            boolean secretPath) {
        this.method = method;
        this.address = address;
        this.body = body;
        this.headers = headers;
        this.within = within;
        this.cap = cap;
        this.secretPath = secretPath;
    }

    private static HttpCall usual(URI address, @Nullable String body) {
        return new HttpCall(
                body == null ? "GET" : "POST",
                address,
                body,
                Map.of("Accept", "application/json"),
                USUAL,
                GuardedHttp.BODY_CAP,
                false);
    }

    /** A GET that asks for JSON and takes 10 s at most. */
    public static HttpCall get(URI address) {
        return usual(address, null);
    }

    /** A POST of a form that asks for JSON and takes 10 s at most. */
    public static HttpCall post(URI address, Form form) {
        return usual(address, form.encoded()).with("Content-Type", "application/x-www-form-urlencoded");
    }

    /** A POST of JSON that asks for JSON and takes 10 s at most; {@link Json#write} makes it. */
    public static HttpCall post(URI address, String json) {
        return usual(address, json).with("Content-Type", "application/json");
    }

    /** A DELETE that says in JSON what is to go, asks for JSON and takes 10 s at most. */
    public static HttpCall delete(URI address, String json) {
        HttpCall call = post(address, json);
        return new HttpCall("DELETE", address, json, call.headers, call.within, call.cap, false);
    }

    /** For a party that wants its secret in the path: this call prints no path either. */
    public HttpCall withSecretPath() {
        return new HttpCall(method, address, body, headers, within, cap, true);
    }

    /** With an answer of up to so many bytes, in place of 64 KiB. */
    public HttpCall answeredWith(int bytes) {
        return new HttpCall(method, address, body, headers, within, bytes, secretPath);
    }

    /** The whole time allowed, from the first byte sent to the last byte of the body. */
    public HttpCall within(Duration time) {
        return new HttpCall(method, address, body, headers, time, cap, secretPath);
    }

    /** With an access token (RFC 6750 §2.1). @throws IllegalArgumentException when no header can carry it */
    public HttpCall bearer(Secret accessToken) {
        return with("Authorization", "Bearer " + accessToken.reveal());
    }

    /** With the app's own credentials (RFC 6749 §2.3.1). */
    public HttpCall basic(String clientId, Secret clientSecret) {
        String pair = Form.encode(clientId) + ":" + Form.encode(clientSecret.reveal());
        byte[] bytes = pair.getBytes(StandardCharsets.US_ASCII);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }

    /**
     * With this header in place of one of that name.
     *
     * @throws IllegalArgumentException when no header can carry the value
     */
    public HttpCall with(String header, String value) {
        if (!fitsHeader(value)) {
            // Checked here because the JDK's own message would quote the value.
            throw new IllegalArgumentException("a value that no header can carry, for " + header);
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new HttpCall(method, address, body, Map.copyOf(more), within, cap, secretPath);
    }

    /** Whether the text is made of visible ASCII and spaces. */
    static boolean fitsHeader(String text) {
        return text.chars().allMatch(c -> c >= 0x20 && c <= 0x7E);
    }

    URI address() {
        return address;
    }

    Duration deadline() {
        return within;
    }

    int cap() {
        return cap;
    }

    HttpRequest request(String userAgent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("User-Agent", userAgent);
        headers.forEach(request::setHeader);
        return body == null
                ? request.GET().build()
                : request.method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                        .build();
    }

    @Override
    public String toString() {
        return method + " " + address.getHost() + (secretPath ? "" : address.getRawPath());
    }
}
