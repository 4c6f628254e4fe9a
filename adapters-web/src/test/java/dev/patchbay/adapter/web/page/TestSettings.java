package dev.patchbay.adapter.web.page;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.settings.Settings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Settings as given; none of them may be wrong. */
record TestSettings(Map<String, String> values) implements Settings {
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
        return text(name).map(Integer::parseInt).orElse(fallback);
    }

    @Override
    public void problem(String name, String what) {
        throw new AssertionError(name + " " + what);
    }
}
