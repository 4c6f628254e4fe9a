package dev.patchbay.architecture.walls;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.util.Set;
import java.util.function.Predicate;

/** Uses of a class's members: calls, method references and field accesses alike. */
final class Uses {
    static DescribedPredicate<JavaAccess<?>> any(Class<?> owner) {
        return of(owner, owner.getSimpleName(), name -> true);
    }

    static DescribedPredicate<JavaAccess<?>> anyBut(Class<?> owner, String... harmless) {
        Set<String> names = Set.of(harmless);
        return of(owner, owner.getSimpleName() + " but " + names, name -> !names.contains(name));
    }

    static DescribedPredicate<JavaAccess<?>> named(Class<?> owner, String... members) {
        Set<String> names = Set.of(members);
        return of(owner, owner.getSimpleName() + names, names::contains);
    }

    static DescribedPredicate<JavaAccess<?>> ending(Class<?> owner, String suffix) {
        return of(owner, owner.getSimpleName() + ".*" + suffix, name -> name.endsWith(suffix));
    }

    static DescribedPredicate<JavaAccess<?>> constructor(Class<?> owner) {
        return named(owner, "<init>");
    }

    /** {@code now()} of any type in java.time, unless it is given a clock. */
    static DescribedPredicate<JavaAccess<?>> nowWithoutClock() {
        return DescribedPredicate.describe(
                "java.time now()",
                access -> access.getTargetOwner().getPackageName().equals("java.time")
                        && access.getName().equals("now")
                        && access.getTarget() instanceof CodeUnitAccessTarget target
                        && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class)));
    }

    private static DescribedPredicate<JavaAccess<?>> of(Class<?> owner, String words, Predicate<String> name) {
        return DescribedPredicate.describe(
                words, access -> access.getTargetOwner().isAssignableTo(owner) && name.test(access.getName()));
    }

    private Uses() {}
}
