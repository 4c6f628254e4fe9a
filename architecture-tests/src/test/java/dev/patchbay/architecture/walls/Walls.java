package dev.patchbay.architecture.walls;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import dev.patchbay.architecture.source.Checkout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Where each module's packages begin. */
final class Walls {
    static final String OURS = "dev.patchbay";
    static final String DOMAIN = "dev.patchbay.domain";
    static final String PORTS = "dev.patchbay.port";
    static final String PROVIDER_PORTS = "dev.patchbay.port.provider";
    static final String USE_CASES = "dev.patchbay.usecase";
    static final String OAUTH = "dev.patchbay.oauth";
    static final String ADAPTERS = "dev.patchbay.adapter";
    static final String APP = "dev.patchbay.app";
    static final String SANDBOX = "dev.patchbay.sandbox";

    static final String[] CORE = {DOMAIN, PORTS, USE_CASES};

    /** The adapters through which people come in, as far as the build has them. */
    static final List<String> FACING_PEOPLE = Stream.of("web", "telegram")
            .filter(party -> Checkout.modules().contains("adapters-" + party))
            .map(party -> ADAPTERS + "." + party)
            .toList();

    static DescribedPredicate<JavaClass> within(String... basePackages) {
        return Predicates.resideInAnyPackage(
                Arrays.stream(basePackages).map(name -> name + "..").toArray(String[]::new));
    }

    static DescribedPredicate<JavaClass> within(List<String> basePackages) {
        return within(basePackages.toArray(String[]::new));
    }

    /** A class of this service that is in none of these packages. */
    static DescribedPredicate<JavaClass> oursOutside(String... basePackages) {
        return within(OURS).and(DescribedPredicate.not(within(basePackages)));
    }

    private Walls() {}
}
