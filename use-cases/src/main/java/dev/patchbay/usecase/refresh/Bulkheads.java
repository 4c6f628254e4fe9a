package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.Background;
import dev.patchbay.port.Monotonic;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The room for calls of this process, provider by provider. Safe for many threads. */
final class Bulkheads {
    private final ConcurrentMap<ProviderId, Bulkhead> byProvider = new ConcurrentHashMap<>();
    private final Background background;
    private final Monotonic monotonic;

    Bulkheads(Background background, Monotonic monotonic) {
        this.background = background;
        this.monotonic = monotonic;
    }

    Bulkhead of(ProviderId provider) {
        return byProvider.computeIfAbsent(provider, name -> new Bulkhead(background, monotonic));
    }
}
