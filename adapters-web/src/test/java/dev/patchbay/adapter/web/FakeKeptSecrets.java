package dev.patchbay.adapter.web;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.vault.KeptSecrets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Secrets kept in memory. */
public final class FakeKeptSecrets implements KeptSecrets {
    private final Map<String, Secret> kept = new ConcurrentHashMap<>();

    @Override
    public Secret get(String name, Supplier<Secret> first) {
        return kept.computeIfAbsent(name, missing -> first.get());
    }
}
