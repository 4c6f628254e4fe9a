package dev.patchbay.architecture.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.patchbay.architecture.walls.Uses.named;
import static dev.patchbay.architecture.walls.Walls.ADAPTERS;
import static dev.patchbay.architecture.walls.Walls.CORE;
import static dev.patchbay.architecture.walls.Walls.OAUTH;
import static dev.patchbay.architecture.walls.Walls.OURS;
import static dev.patchbay.architecture.walls.Walls.within;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.patchbay.adapter.web.offender.PublicWireClass;
import dev.patchbay.domain.offender.KeepsPlainSecrets;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.domain.unmarked.NotNullMarked;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.usecase.offender.ActsForAChat;
import dev.patchbay.usecase.offender.RevealsSecrets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Secrets are values of their own type and are read in few places, proofs of who acts are made in fewer; and nothing is null by surprise. */
final class SecretLaws {
    /** Where a secret leaves the process, or is sealed, or is read from the settings: packages, and single classes. */
    private static final List<String> MAY_REVEAL = List.of(
            "dev.patchbay.adapter.vault", // seals and opens
            "dev.patchbay.oauth", // hands them to their provider
            "dev.patchbay.adapter.google",
            "dev.patchbay.adapter.github", // names the token that is to be deleted
            "dev.patchbay.adapter.spotify",
            "dev.patchbay.adapter.soundcloud",
            "dev.patchbay.adapter.lastfm", // signs calls with the app's secret
            "dev.patchbay.adapter.telegram", // the bot's token, and what is sent to the person in the chat
            "dev.patchbay.adapter.acme", // its account's key, and credentials that the operator has with an authority
            "dev.patchbay.domain.certificate.KeyAndChain", // makes the key that handshakes are signed with of it
            "dev.patchbay.adapter.persistence.DatabaseSettings", // hands the database's password to its driver
            "dev.patchbay.adapter.persistence.PresenceFactory", // the same, for the connection that holds the lock
            "dev.patchbay.adapter.web", // the token that was asked for, and the session cookie
            "dev.patchbay.usecase.attempt.PastedReturn", // tells apart what a pasted address says
            "dev.patchbay.usecase.app.Pasted", // looks at what was pasted before it is sealed
            "dev.patchbay.app.tracing", // hands the collector's headers to what sends to it
            "dev.patchbay.app.settings");

    private static final String CHAT_ACCOUNTS = "dev.patchbay.usecase.chat.ChatAccounts";

    static final Law NO_SECRET_IS_A_PLAIN_STRING = Law.of(classes()
                    .that(within(CORE))
                    .should(have("no plain secrets", one -> PlainSecrets.in(OurClasses.load(one.getName()))))
                    .as("the core keeps no token, secret, code, verifier, password, nonce or cookie in a String")
                    .because("a record prints its strings, and so does a log; use Secret or a type around it, or spell"
                            + " out in PlainSecrets.HARMLESS why this one is no secret"))
            .naming(CORE)
            .caught(KeepsPlainSecrets.class, KeepsPlainSecrets.InARecord.class);

    static final Law WIRE_CLASSES_ARE_PACKAGE_PRIVATE = Law.of(classes()
                    .that(within(ADAPTERS, OAUTH).and(describe("are public", SecretLaws::isVisible)))
                    .should(have("no wire form", SecretLaws::wireForm))
                    .as("adapters' wire classes are package-private")
                    .because("JSON needs strings where we need secrets, so such a class stays beside the code that"
                            + " reads or writes it; take 'public' away and hand out a domain type"))
            .naming(ADAPTERS, OAUTH)
            .caught(PublicWireClass.class, PublicWireClass.Answer.class);

    static final Law SECRETS_ARE_REVEALED_IN_FEW_PLACES = Law.of(noClasses()
                    .that(within(OURS).and(describe("may not reveal", one -> !mayReveal(one.getName()))))
                    .should()
                    .accessTargetWhere(named(Secret.class, "reveal", "revealBytes"))
                    .as("a Secret is revealed only where it leaves the process or is sealed")
                    .because("these places are reviewed for leaks; pass the Secret on to one of them, compare"
                            + " fingerprints, or add the place to SecretLaws.MAY_REVEAL with its reason"))
            .naming(MAY_REVEAL)
            .caught(RevealsSecrets.class);

    static final Law ONLY_A_MESSAGE_MAKES_A_CHAT_ACT = Law.of(noClasses()
                    .that(within(OURS).and(describe("are not where messages come in", one -> !one.getName()
                            .equals(CHAT_ACCOUNTS))))
                    .should()
                    .accessTargetWhere(named(SignedIn.class, "inChat"))
                    .as("only ChatAccounts makes somebody act from a chat")
                    .because("the proof is the sender that the messenger vouches for, and a chat that was merely looked"
                            + " up proves nothing; take the Present that ChatAccounts.enter gave for the message"
                            + " (ADR 0014)"))
            .naming(CHAT_ACCOUNTS)
            .caught(ActsForAChat.class);

    static final Law EVERY_PACKAGE_IS_NULL_MARKED = Law.of(classes()
                    .that(within(OURS).and(describe("are top-level", JavaClass::isTopLevelClass)))
                    .should(have(
                            "a null-marked package",
                            one -> isNullMarked(one.getPackage())
                                    ? List.of()
                                    : List.of(one.getName() + " is in a package without @NullMarked")))
                    .as("every package has a package-info with @NullMarked")
                    .because("NullAway checks marked packages only; add a package-info.java that says what the package"
                            + " is for and marks it"))
            .naming(OURS)
            .caught(NotNullMarked.class);

    private static boolean mayReveal(String name) {
        return MAY_REVEAL.stream()
                .anyMatch(place -> name.equals(place) || name.startsWith(place + ".") || name.startsWith(place + "$"));
    }

    private static boolean isNullMarked(JavaPackage where) {
        return where.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .orElse(false);
    }

    private static boolean isVisible(JavaClass one) {
        return one.getModifiers().contains(JavaModifier.PUBLIC)
                && one.getEnclosingClass().map(SecretLaws::isVisible).orElse(true);
    }

    private static List<String> wireForm(JavaClass one) {
        Stream<String> byAnnotation = Stream.of("Serdeable", "Introspected")
                .filter(name -> one.getAnnotations().stream()
                        .anyMatch(annotation ->
                                annotation.getRawType().getSimpleName().equals(name)))
                .map(name -> one.getName() + " is public and @" + name);
        Stream<String> byField = one.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC)
                        && field.getRawType().isEquivalentTo(String.class)
                        && PlainSecrets.soundsSecret(field.getName()))
                .map(field -> one.getName() + "." + field.getName() + " is a String in a public class");
        return Stream.concat(byAnnotation, byField).toList();
    }

    private static ArchCondition<JavaClass> have(String what, Function<JavaClass, List<String>> findings) {
        return new ArchCondition<>("have " + what) {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                findings.apply(one).forEach(finding -> events.add(SimpleConditionEvent.violated(one, finding)));
            }
        };
    }

    private SecretLaws() {}
}
