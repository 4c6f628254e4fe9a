package dev.patchbay.adapter.vault;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.settings.Settings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Settings as a test gives them, and the problems noted about them. */
final class GivenSettings implements Settings {
    private final Map<String, String> values;
    private final Map<String, String> problems = new LinkedHashMap<>();

    GivenSettings(Map<String, String> values) {
        this.values = values;
    }

    Map<String, String> problems() {
        return problems;
    }

    @Override
    public Optional<String> text(String name) {
        String value = values.getOrDefault(name, "");
        return value.isBlank() ? Optional.empty() : Optional.of(value);
    }

    @Override
    public Optional<Secret> secret(String name) {
        return text(name).map(Secret::of);
    }

    @Override
    public URI url(String name, URI fallback) {
        return text(name).map(URI::create).orElse(fallback);
    }

    @Override
    public int number(String name, int fallback, int min, int max) {
        return text(name).map(Integer::parseInt).orElse(fallback);
    }

    @Override
    public void problem(String name, String what) {
        problems.merge(name, what, (one, other) -> one + "; " + other);
    }
}
