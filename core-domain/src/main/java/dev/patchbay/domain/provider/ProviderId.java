package dev.patchbay.domain.provider;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names an outside party, in paths, settings and rows: a lower-case letter, then 1 to 31 letters or digits. */
public record ProviderId(String value) implements Comparable<ProviderId> {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]{1,31}");

    public ProviderId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a provider id is a lower-case letter, then 1 to 31 letters or digits");
        }
    }

    /** The id spelled by somebody outside; empty when no provider can have that name. */
    public static Optional<ProviderId> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new ProviderId(text)) : Optional.empty();
    }

    /** How settings of this provider begin, such as {@code SPOTIFY}. */
    public String settingsPrefix() {
        return value.toUpperCase(Locale.ROOT);
    }

    @Override
    public int compareTo(ProviderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
