package dev.patchbay.adapter.web.message;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads JSON bodies. Unknown fields are ignored; no body at all is {@code {}}. Safe for many threads. */
@Singleton
public final class Bodies {
    /** What a body has at most. */
    public static final int MOST_BYTES = 64 << 10;

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final JsonMapper mapper;

    Bodies(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Reads one.
     *
     * @return empty when the body is not a JSON object of that shape
     * @throws ContentLengthExceededException when it is too large and did not say so beforehand
     */
    public <T> Optional<T> read(HttpRequest<byte[]> request, Class<T> shape) {
        byte[] body = request.getBody().filter(bytes -> bytes.length > 0).orElse(NOTHING);
        if (body.length > MOST_BYTES) {
            throw new ContentLengthExceededException(MOST_BYTES, body.length);
        }
        if (!isObject(body)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(mapper.readValue(body, shape));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isObject(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).strip().startsWith("{");
    }
}
