package dev.patchbay.architecture.walls;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A rule between packages.
 *
 * @param rule says what holds, why, and the way out
 * @param packages the packages (or single classes) it names; each must be there, or the rule would pass for ever
 * @param offenders classes that break it: in every member they have, or as a whole when they have none
 */
record Law(ArchRule rule, List<String> packages, List<Class<?>> offenders) {
    private static final Set<String> OF_EVERY_RECORD = Set.of("equals", "hashCode", "toString");

    static Law of(ArchRule rule) {
        return new Law(rule, List.of(), List.of());
    }

    Law naming(List<String> names) {
        return new Law(rule, Stream.concat(packages.stream(), names.stream()).toList(), offenders);
    }

    Law naming(String... names) {
        return naming(List.of(names));
    }

    Law caught(Class<?>... classes) {
        return new Law(rule, packages, List.of(classes));
    }

    List<String> emptyPackages() {
        return packages.stream().filter(name -> !OurClasses.haveAny(name)).toList();
    }

    /** What of the offenders the rule has to complain about, each as a pattern that such a complaint has. */
    List<Pattern> dueComplaints() {
        return offenders.stream()
                .flatMap(offender -> {
                    List<Pattern> members = membersOf(offender);
                    return members.isEmpty() ? Stream.of(exactly(offender.getName(), ".$")) : members.stream();
                })
                .toList();
    }

    /** A record's own methods are nobody's offence. */
    private static List<Pattern> membersOf(Class<?> offender) {
        Stream<Pattern> fields = Arrays.stream(offender.getDeclaredFields())
                .filter(field -> !field.isSynthetic())
                .map(field -> exactly(offender.getName() + "." + field.getName(), "($"));
        Stream<Pattern> methods = Arrays.stream(offender.getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && !OF_EVERY_RECORD.contains(method.getName()))
                .map(method -> Pattern.compile(Pattern.quote(offender.getName() + "." + method.getName() + "(")));
        return Stream.concat(fields, methods).toList();
    }

    /** The name, and not a longer one that begins with it. */
    private static Pattern exactly(String name, String alsoPartOfNames) {
        return Pattern.compile(Pattern.quote(name) + "(?![\\w" + alsoPartOfNames + "])");
    }

    @Override
    public String toString() {
        String description = rule.getDescription();
        int because = description.indexOf(", because ");
        return because < 0 ? description : description.substring(0, because);
    }
}
