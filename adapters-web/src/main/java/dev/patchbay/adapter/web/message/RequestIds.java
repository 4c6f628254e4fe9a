package dev.patchbay.adapter.web.message;

import dev.patchbay.port.SecretSource;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Names requests, for logs and for people who report trouble. Names from outside are never taken over. Unique in a process,
 * and spread so that they tell nothing about how many there were; they are no secrets. Safe for many threads.
 */
@Singleton
public final class RequestIds {
    private static final String ATTRIBUTE = "patchbay.request-id";

    private final AtomicLong next;

    RequestIds(SecretSource secrets) {
        next = new AtomicLong(secrets.nextId().getLeastSignificantBits() << 7);
    }

    /** The request's name; the same each time it is asked. */
    public String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElseGet(() -> {
            String id = fresh();
            request.setAttribute(ATTRIBUTE, id);
            return id;
        });
    }

    /** For what never became a request. */
    String fresh() {
        return HexFormat.of().toHexDigits(mixed(next.getAndIncrement()));
    }

    /** One to one, as SplitMix64 ends: neighbours look unrelated. */
    private static long mixed(long value) {
        long z = value * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
