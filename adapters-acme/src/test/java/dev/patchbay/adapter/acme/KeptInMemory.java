package dev.patchbay.adapter.acme;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.vault.KeptSecrets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Secrets that all processes of a test share. */
final class KeptInMemory implements KeptSecrets {
    private final Map<String, Secret> kept = new ConcurrentHashMap<>();

    @Override
    public Secret get(String name, Supplier<Secret> first) {
        return kept.computeIfAbsent(name, same -> first.get());
    }

    Map<String, Secret> all() {
        return Map.copyOf(kept);
    }
}
