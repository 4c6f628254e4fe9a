package dev.patchbay.adapter.web;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.settings.Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings from a map. */
public final class FakeSettings implements Settings {
    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();

    public FakeSettings(Map<String, String> values) {
        this.values = values;
    }

    /** As "NAME what". */
    public List<String> problems() {
        return problems;
    }

    @Override
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
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
        int number = text(name).map(Integer::parseInt).orElse(fallback);
        if (number < min || number > max) {
            problem(name, "is out of bounds");
            return fallback;
        }
        return number;
    }

    @Override
    public void problem(String name, String what) {
        problems.add(name + " " + what);
    }
}
