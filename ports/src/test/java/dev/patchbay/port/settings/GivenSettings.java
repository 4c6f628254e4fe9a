package dev.patchbay.port.settings;

import dev.patchbay.domain.vault.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * Settings as a test gives them, character by character, and the problems noted about them. Secrets do not come from files,
 * and of a URL only its being absolute is checked. Safe for many threads.
 */
public final class GivenSettings implements Settings {
    private final Map<String, String> values;
    private final boolean strict;
    private final List<String> problems = new CopyOnWriteArrayList<>();

    private GivenSettings(Map<String, String> values, boolean strict) {
        this.values = Map.copyOf(values);
        this.strict = strict;
    }

    /** These, of which some may be wrong. */
    public static GivenSettings of(Map<String, String> values) {
        return new GivenSettings(values, false);
    }

    /** These, of which none may be wrong: a problem fails the test at once. */
    public static GivenSettings strict(Map<String, String> values) {
        return new GivenSettings(values, true);
    }

    /** What was found wrong so far, in order, each as {@code NAME what}. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    @Override
    public Optional<Secret> secret(String name) {
        return text(name).map(Secret::of);
    }

    @Override
    public URI url(String name, URI fallback) {
        try {
            URI url = new URI(text(name).orElse(fallback.toString()));
            if (url.isAbsolute()) {
                return url;
            }
        } catch (URISyntaxException notAUrl) {
            // Told below, together with those that are not absolute.
        }
        problem(name, "is not an absolute URL");
        return fallback;
    }

    @Override
    public int number(String name, int fallback, int min, int max) {
        try {
            int number = text(name).map(Integer::valueOf).orElse(fallback);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, together with numbers out of bounds.
        }
        problem(name, "is not a whole number from " + min + " to " + max);
        return fallback;
    }

    @Override
    public SortedSet<String> namesBeginningWith(String prefix) {
        return values.keySet().stream()
                .filter(name -> name.startsWith(prefix) && text(name).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void problem(String name, String what) {
        String problem = name + " " + what;
        if (strict) {
            throw new AssertionError(problem);
        }
        problems.add(problem);
    }
}
