package dev.patchbay.domain.provider;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A set of scopes. Order and repetition never matter; an empty set is a legal grant (some platforms have no scopes). */
public record Scopes(SortedSet<Scope> values) {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    public static final Scopes NONE = new Scopes(new TreeSet<>());

    public Scopes {
        values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }

    /** Splits on white space as providers write them; parts that are not scope tokens are left out. */
    public static Scopes parse(String text) {
        return of(WHITE_SPACE.splitAsStream(text).filter(Scope::isToken).toList());
    }

    public static Scopes of(String... names) {
        return of(List.of(names));
    }

    /**
     * The scopes of these names.
     *
     * @throws IllegalArgumentException when a name is not a scope token
     */
    public static Scopes of(Collection<String> names) {
        return new Scopes(names.stream().map(Scope::new).collect(Collectors.toCollection(TreeSet::new)));
    }

    public boolean containsAll(Scopes others) {
        return values.containsAll(others.values);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public List<String> names() {
        return values.stream().map(Scope::value).toList();
    }

    /** Joined by one space, as authorization and token requests want them. */
    @Override
    public String toString() {
        return String.join(" ", names());
    }
}
