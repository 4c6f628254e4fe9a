package dev.patchbay.port.settings;

import dev.patchbay.domain.vault.Secret;
import java.net.URI;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The operator's settings, by name. Reading never fails: what is wrong is noted, a value that is safe until start-up is
 * refused is returned, and start-up then lists every problem at once. Blank values count as absent. Each secret may also
 * come from the file that {@code <NAME>_FILE} names.
 */
public interface Settings {
    Optional<String> text(String name);

    Optional<Secret> secret(String name);

    /** An absolute URL without query, fragment or trailing slash; https, or http on a loopback address only. */
    URI url(String name, URI fallback);

    /** A whole number within the bounds (both inclusive). */
    int number(String name, int fallback, int min, int max);

    /** The names of all settings that are set and begin so, in order; their values are read as any other's. */
    SortedSet<String> namesBeginningWith(String prefix);

    /** Notes a problem: the setting's name and, in plain words, what is wrong and what to do. Never the value of a secret. */
    void problem(String name, String what);
}
