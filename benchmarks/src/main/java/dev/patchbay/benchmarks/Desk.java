package dev.patchbay.benchmarks;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.session.SessionTokens;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.refresh.Renewing;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What a benchmark asks of a populated service from within: rows, session tokens, a sweep, and the client without a sweep. */
@Controller("/benchmarks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_PLAIN)
final class Desk {
    private final Seeding seeding;
    private final DueRows rows;
    private final Renewing renewing;
    private final MusicPlatform platform;
    private final ClientApp app;
    private final SessionTokens tokens;
    private final Clock clock;

    Desk(
            Seeding seeding,
            DueRows rows,
            Renewing renewing,
            Providers providers,
            SharedApps apps,
            SessionTokens tokens,
            Clock clock) {
        this.seeding = seeding;
        this.rows = rows;
        this.renewing = renewing;
        this.platform = providers.platform(Seeding.PLATFORM).orElseThrow();
        this.app = apps.of(Seeding.PLATFORM).orElseThrow();
        this.tokens = tokens;
        this.clock = clock;
    }

    @Get("/connections")
    int connections() throws SQLException {
        return rows.connections();
    }

    @Post("/accounts/{size}/{from}/{to}")
    void seed(int size, int from, int to) throws SQLException {
        seeding.write(new Population(size), from, to);
    }

    @Post("/rest")
    void rest() throws SQLException {
        rows.rest();
    }

    @Post("/due/{size}/{from}/{count}")
    void makeDue(int size, int from, int count) throws SQLException {
        rows.makeDue(new Population(size), from, count);
    }

    /** Sweeps until nothing is due any more, and all that was is renewed. @return how long that took in nanoseconds */
    @Post("/sweep")
    long sweep() throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        do {
            renewing.sweepDue().sweep();
            while (renewing.flights().underWay() > 0) {
                Thread.sleep(Duration.ofMillis(1));
            }
        } while (rows.due() > 0);
        return System.nanoTime() - begin;
    }

    /** The same refreshes without a sweep around them, that many at a time. @return how long they took in nanoseconds */
    @Post("/refreshes/{count}/{atATime}")
    long refreshes(int count, int atATime) throws InterruptedException {
        var next = new AtomicInteger();
        var granted = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < atATime; i++) {
            threads.add(Thread.startVirtualThread(() -> {
                for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                    Secret token = Secret.of(Tokens.refresh(number));
                    if (platform.refresh(app, token) instanceof TokenAnswer.Granted) {
                        granted.incrementAndGet();
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long took = System.nanoTime() - begin;
        if (granted.get() != count) {
            throw new IllegalStateException("%d of %d refreshes failed".formatted(count - granted.get(), count));
        }
        return took;
    }

    /** Session tokens of that many of the population, from all over it: a line each. */
    @Get("/sessions/{size}/{from}/{count}")
    String sessions(int size, int from, int count) {
        var population = new Population(size);
        Instant now = clock.instant();
        return population
                .scattered(from, count)
                .mapToObj(number -> tokens.issue(new Session(
                                population.session(number),
                                population.account(number),
                                new ProviderId("google"),
                                "a benchmark",
                                now,
                                now.plus(Duration.ofDays(7)),
                                Optional.empty()))
                        .reveal())
                .collect(Collectors.joining("\n"));
    }
}
