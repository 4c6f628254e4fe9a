package dev.patchbay.architecture.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.patchbay.architecture.walls.Walls.ADAPTERS;
import static dev.patchbay.architecture.walls.Walls.APP;
import static dev.patchbay.architecture.walls.Walls.DOMAIN;
import static dev.patchbay.architecture.walls.Walls.FACING_PEOPLE;
import static dev.patchbay.architecture.walls.Walls.OAUTH;
import static dev.patchbay.architecture.walls.Walls.PORTS;
import static dev.patchbay.architecture.walls.Walls.SANDBOX;
import static dev.patchbay.architecture.walls.Walls.USE_CASES;
import static dev.patchbay.architecture.walls.Walls.oursOutside;
import static dev.patchbay.architecture.walls.Walls.within;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.patchbay.adapter.spotify.offender.KnowsAnAct;
import dev.patchbay.adapter.spotify.offender.KnowsGoogle;
import dev.patchbay.domain.offender.KnowsAFramework;
import dev.patchbay.domain.offender.KnowsAPort;
import dev.patchbay.oauth.offender.KnowsAParty;
import dev.patchbay.port.offender.PromisesAnAct;
import dev.patchbay.sandbox.offender.KnowsUs;
import dev.patchbay.usecase.offender.IsABean;
import dev.patchbay.usecase.offender.KnowsAnAdapter;
import dev.patchbay.usecase.offender.KnowsApp;
import dev.patchbay.usecase.offender.KnowsTheSandbox;
import java.util.Set;

/** Who may know whom (ADR 0001). */
final class LayerLaws {
    private static final DescribedPredicate<JavaClass> JDK_AND_NULLNESS =
            within("java", "javax.crypto", "org.jspecify").as("the JDK");
    private static final Set<String> DEMO = Set.of("Demo", "SandboxSettings", "Welcome");
    private static final DescribedPredicate<JavaClass> DEMO_CLASSES = describe(
            "the demo",
            one -> one.getPackageName().equals(APP)
                    && DEMO.contains(outermost(one).getSimpleName()));

    static final Law CORE_DOMAIN_KNOWS_ONLY_THE_JDK = Law.of(classes()
                    .that(within(DOMAIN))
                    .should()
                    .onlyDependOnClassesThat(JDK_AND_NULLNESS.or(within(DOMAIN)))
                    .as("core-domain knows only the JDK")
                    .because("its facts and rules have to outlive every framework and its tests run in a"
                            + " second; describe what you need as a port, or move the class to where its"
                            + " library is (ADR 0001)"))
            .naming(DOMAIN)
            .caught(KnowsAPort.class, KnowsAFramework.class);

    static final Law PORTS_KNOW_ONLY_THE_CORE_DOMAIN = Law.of(classes()
                    .that(within(PORTS))
                    .should()
                    .onlyDependOnClassesThat(JDK_AND_NULLNESS.or(within(PORTS, DOMAIN)))
                    .as("ports know only core-domain")
                    .because("a port is a role in our words, and a library's type in it would bind every adapter to"
                            + " that library; use a domain type, or make one (ADR 0001)"))
            .naming(PORTS, DOMAIN)
            .caught(PromisesAnAct.class);

    static final Law USE_CASES_KNOW_ONLY_CORE_DOMAIN_AND_PORTS = Law.of(classes()
                    .that(within(USE_CASES))
                    .should()
                    .onlyDependOnClassesThat(JDK_AND_NULLNESS.or(within(USE_CASES, PORTS, DOMAIN)))
                    .as("use-cases know only core-domain and ports")
                    .because("an act is tested against honest doubles without starting anything; ask for a port in the"
                            + " constructor, and let app put it in by a factory (ADR 0001)"))
            .naming(USE_CASES, PORTS, DOMAIN)
            .caught(KnowsAnAdapter.class, IsABean.class);

    static final Law ADAPTERS_ARE_STRANGERS = Law.of(slices().matching(ADAPTERS + ".(*)..")
                    .should()
                    .notDependOnEachOther()
                    .as("adapters do not know one another")
                    .because("a provider must be removable by deleting its module; share through adapters-oauth (ADR"
                            + " 0003), or meet in a port"))
            .naming(ADAPTERS)
            .caught(KnowsGoogle.class);

    static final Law ONLY_ADAPTERS_FACING_PEOPLE_KNOW_USE_CASES = Law.of(noClasses()
                    .that(within(ADAPTERS, OAUTH).and(not(within(FACING_PEOPLE))))
                    .should()
                    .dependOnClassesThat(within(USE_CASES))
                    .as("only the adapters facing people (web, telegram) know use-cases")
                    .because("the other adapters are called by the acts and would call back in a circle; return an"
                            + " outcome of the port and let the act decide"))
            .naming(ADAPTERS, OAUTH, USE_CASES)
            .naming(FACING_PEOPLE)
            .caught(KnowsAnAct.class);

    static final Law OAUTH_KNOWS_PORTS_ONLY = Law.of(noClasses()
                    .that(within(OAUTH))
                    .should()
                    .dependOnClassesThat(oursOutside(OAUTH, PORTS, DOMAIN))
                    .as("adapters-oauth knows ports only")
                    .because("it is the one flow for every provider, present or not; what one vendor does differently"
                            + " is an override in that vendor's module (ADR 0003)"))
            .naming(OAUTH, PORTS, DOMAIN)
            .caught(KnowsAParty.class);

    static final Law NOBODY_KNOWS_APP = Law.of(noClasses()
                    .that(oursOutside(APP))
                    .should()
                    .dependOnClassesThat(within(APP))
                    .as("nobody but app knows app")
                    .because("it is a table of contents that comes last; move what is needed into the module that owns"
                            + " it, or take it as a setting or a port"))
            .naming(APP)
            .caught(KnowsApp.class);

    static final Law THE_SANDBOX_KNOWS_NONE_OF_US = Law.of(noClasses()
                    .that(within(SANDBOX))
                    .should()
                    .dependOnClassesThat(oursOutside(SANDBOX))
                    .as("the sandbox knows none of our modules")
                    .because("a stand-in that shares our code shares our mistakes and proves nothing; write it from the"
                            + " vendor's own pages"))
            .naming(SANDBOX)
            .caught(KnowsUs.class);

    static final Law ONLY_THE_DEMO_KNOWS_THE_SANDBOX = Law.of(noClasses()
                    .that(oursOutside(SANDBOX).and(not(DEMO_CLASSES)))
                    .should()
                    .dependOnClassesThat(within(SANDBOX))
                    .as("only the demo in app, and tests, know the sandbox")
                    .because("the sandbox is not on the class path of a real service, which would then not start; where"
                            + " a party is comes from a setting (design, section 9)"))
            .naming(SANDBOX, APP)
            .caught(KnowsTheSandbox.class);

    private static JavaClass outermost(JavaClass one) {
        return one.getEnclosingClass().map(LayerLaws::outermost).orElse(one);
    }

    private LayerLaws() {}
}
