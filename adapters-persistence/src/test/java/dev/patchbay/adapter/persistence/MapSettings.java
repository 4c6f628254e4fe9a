package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.settings.Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings from a map, and what was found wrong with them. */
final class MapSettings implements Settings {

    private final Map<String, String> values;
    final List<String> problems = new ArrayList<>();

    MapSettings(Map<String, String> values) {
        this.values = values;
    }

    static MapSettings of(String... namesAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new MapSettings(values);
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
        return text(name).map(Integer::valueOf).orElse(fallback);
    }

    @Override
    public void problem(String name, String what) {
        problems.add(name + " " + what);
    }
}
