package dev.patchbay.architecture.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.patchbay.architecture.walls.Uses.any;
import static dev.patchbay.architecture.walls.Uses.anyBut;
import static dev.patchbay.architecture.walls.Uses.constructor;
import static dev.patchbay.architecture.walls.Uses.ending;
import static dev.patchbay.architecture.walls.Uses.named;
import static dev.patchbay.architecture.walls.Uses.nowWithoutClock;
import static dev.patchbay.architecture.walls.Walls.CORE;
import static dev.patchbay.architecture.walls.Walls.OAUTH;
import static dev.patchbay.architecture.walls.Walls.PROVIDER_PORTS;
import static dev.patchbay.architecture.walls.Walls.within;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.patchbay.adapter.persistence.offender.CallsOutInATransaction;
import dev.patchbay.domain.offender.ReadsTheClock;
import dev.patchbay.domain.offender.RollsDice;
import dev.patchbay.port.offender.TouchesTheWorld;
import dev.patchbay.usecase.offender.StartsThreads;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/** What the core may not do by itself: time, chance, threads and the outside come in by the constructor. */
final class PurityLaws {
    private static final DescribedPredicate<JavaClass> OPEN_A_TRANSACTION =
            DescribedPredicate.describe("open a transaction", one -> one.getDirectDependenciesFromSelf().stream()
                    .anyMatch(dependency -> within("jakarta.transaction", "io.micronaut.transaction")
                            .test(dependency.getTargetClass())));
    private static final DescribedPredicate<JavaClass> THE_WORLD = within(
                    "java.io", "java.nio.file", "java.nio.channels", "java.net", "java.sql", "javax.sql")
            .and(DescribedPredicate.describe("but for what only reads text and bytes", one -> !Set.of(
                            "java.net.URI",
                            "java.net.URISyntaxException",
                            "java.io.Serializable",
                            "java.net.IDN",
                            "java.io.ByteArrayInputStream")
                    .contains(one.getName())));

    static final Law THE_CORE_READS_NO_CLOCK = Law.of(noClasses()
                    .that(within(CORE))
                    .should()
                    .accessTargetWhere(nowWithoutClock()
                            .or(named(
                                    Clock.class,
                                    "systemUTC",
                                    "systemDefaultZone",
                                    "system",
                                    "tickMillis",
                                    "tickSeconds"))
                            .or(named(System.class, "currentTimeMillis", "nanoTime"))
                            .or(constructor(Date.class))
                            .or(named(Calendar.class, "getInstance")))
                    .as("the core reads no clock of its own")
                    .because("expiry is tested by moving a clock, not by waiting; take 'Instant now' in domain methods"
                            + " and a Clock in the constructor of a use case"))
            .naming(CORE)
            .caught(ReadsTheClock.class);

    static final Law THE_CORE_ROLLS_NO_DICE = Law.of(noClasses()
                    .that(within(CORE))
                    .should()
                    .dependOnClassesThat(
                            within("java.util.random").or(DescribedPredicate.describe("are random", one -> Set.of(
                                            "java.security.SecureRandom",
                                            "java.util.Random",
                                            "java.util.SplittableRandom",
                                            "java.util.concurrent.ThreadLocalRandom")
                                    .contains(one.getName()))))
                    .orShould()
                    .accessTargetWhere(named(UUID.class, "randomUUID").or(named(Math.class, "random")))
                    .as("the core rolls no dice of its own")
                    .because(
                            "a run has to be repeatable from a seed, and a secret has one source to be reviewed; take a"
                                    + " SecretSource in the constructor"))
            .naming(CORE)
            .caught(RollsDice.class);

    static final Law THE_CORE_STARTS_NO_THREADS = Law.of(noClasses()
                    .that(within(CORE))
                    .should()
                    .accessTargetWhere(
                            anyBut(Thread.class, "currentThread", "interrupt", "isInterrupted", "interrupted")
                                    .or(any(Thread.Builder.class))
                                    .or(any(Executors.class))
                                    .or(any(ForkJoinPool.class))
                                    .or(ending(CompletableFuture.class, "Async")))
                    .as("the core starts no threads and never sleeps")
                    .because("races are tested by running steps in a chosen order, and a sleeping thread is a lost one;"
                            + " take an Executor or a Pause in the constructor"))
            .naming(CORE)
            .caught(StartsThreads.class);

    static final Law THE_CORE_DOES_NOT_TOUCH_THE_WORLD = Law.of(noClasses()
                    .that(within(CORE))
                    .should()
                    .dependOnClassesThat(THE_WORLD)
                    .orShould()
                    .accessTargetWhere(named(System.class, "getenv", "getProperty", "exit")
                            .or(named(Throwable.class, "printStackTrace")))
                    .as("the core touches no file, socket, database, console or environment")
                    .because("what fails out there is an outcome of a port, and settings are handed in; describe the"
                            + " role as a port and do the work in an adapter; for a log line use System.Logger"))
            .naming(CORE)
            .caught(TouchesTheWorld.class);

    static final Law NO_TRANSACTION_IS_OPEN_ACROSS_A_NETWORK_CALL = Law.of(noClasses()
                    .that(OPEN_A_TRANSACTION)
                    .should()
                    .dependOnClassesThat(within(PROVIDER_PORTS, OAUTH, "java.net.http", "io.micronaut.http.client"))
                    .allowEmptyShould(true)
                    .as("nothing that opens a transaction knows a provider")
                    .because("a slow provider would hold the database's locks and connections; write the intent,"
                            + " commit, call, then write the answer (ADR 0008)"))
            .naming(PROVIDER_PORTS, OAUTH)
            .caught(CallsOutInATransaction.class);

    private PurityLaws() {}
}
