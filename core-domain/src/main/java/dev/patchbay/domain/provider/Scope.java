package dev.patchbay.domain.provider;

/** One scope token of RFC 6749 §3.3: printable ASCII without space, quote or backslash, at most 200 characters. */
public record Scope(String value) implements Comparable<Scope> {
    public Scope {
        if (!isToken(value)) {
            throw new IllegalArgumentException("not a scope token of RFC 6749");
        }
    }

    static boolean isToken(String text) {
        return !text.isEmpty()
                && text.length() <= 200
                && text.chars().allMatch(c -> c == 0x21 || (c >= 0x23 && c <= 0x5B) || (c >= 0x5D && c <= 0x7E));
    }

    @Override
    public int compareTo(Scope other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
