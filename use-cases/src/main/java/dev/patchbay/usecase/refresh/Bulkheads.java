package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.Background;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The room for calls of this process, provider by provider. Safe for many threads. */
final class Bulkheads {
    private final ConcurrentMap<ProviderId, Bulkhead> byProvider = new ConcurrentHashMap<>();
    private final Background background;

    Bulkheads(Background background) {
        this.background = background;
    }

    Bulkhead of(ProviderId provider) {
        return byProvider.computeIfAbsent(provider, name -> new Bulkhead(background));
    }
}
