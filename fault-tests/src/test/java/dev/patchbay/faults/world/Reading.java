package dev.patchbay.faults.world;

import dev.patchbay.faults.world.Api.Answer;
import dev.patchbay.faults.world.Api.NoAnswer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that ask a balancer for tokens, and have one in five renewed. Only what the death of a process excuses may fail. */
public final class Reading implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(40);
    /** As long as a claim of the dead may keep others from renewing. */
    private static final Duration CLAIMED = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger renewals = new AtomicInteger();
    private final AtomicInteger excused = new AtomicInteger();
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final Instant began = Instant.now();
    private volatile Instant killing = Instant.MAX;
    private volatile Instant killed = Instant.MAX;
    private volatile boolean stopped;

    private Reading() {}

    /** Starts so many clients of {@link Played#OVERLAPPING}. */
    public static Reading start(URI balancer, List<Somebody> people, int clients) {
        Reading reading = new Reading();
        for (int i = 0; i < clients; i++) {
            Random random = new Random(i);
            reading.threads.execute(() -> reading.goOn(balancer, people, random));
        }
        return reading;
    }

    /** What kills a process, and returns when it is dead. */
    public void killing(Runnable kill) {
        killing = Instant.now();
        kill.run();
        killed = Instant.now();
    }

    /** What failed without excuse. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    private void goOn(URI balancer, List<Somebody> people, Random random) {
        while (!stopped) {
            Somebody who = people.get(random.nextInt(people.size()));
            boolean renewal = random.nextInt(5) == 0;
            Instant asked = Instant.now();
            try {
                Answer answer = renewal
                        ? Api.post(balancer, path("/refresh"), who.session(), "")
                        : Api.get(balancer, path("/token"), who.session());
                boolean waits = renewal && answer.problem("cause").equals("refresh_running") && isNearKill(asked);
                count(answer.status() == 200, waits, renewal, answer.status() + " " + answer.problem("cause"));
            } catch (NoAnswer none) {
                boolean inFlight = !asked.isAfter(killed) && !Instant.now().isBefore(killing);
                count(false, inFlight, renewal, String.valueOf(none.getMessage()));
            }
            pause();
        }
    }

    private static String path(String what) {
        return "/platforms/" + Played.OVERLAPPING.id() + what;
    }

    private boolean isNearKill(Instant asked) {
        return killing.isBefore(Instant.now()) && asked.isBefore(killing.plus(CLAIMED));
    }

    private void count(boolean good, boolean isExcused, boolean renewal, String what) {
        if (good) {
            (renewal ? renewals : reads).incrementAndGet();
        } else if (isExcused) {
            excused.incrementAndGet();
        } else {
            failures.add((renewal ? "renewal: " : "read: ") + what);
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    /** Lets every client finish its request. */
    @Override
    public void close() {
        stopped = true;
        Load.finish(threads);
    }

    @Override
    public String toString() {
        return "%d reads and %d renewals in %d s, %d were at the process when it was killed, %d failed"
                .formatted(
                        reads.get(),
                        renewals.get(),
                        Duration.between(began, Instant.now()).toSeconds(),
                        excused.get(),
                        failures.size());
    }
}
