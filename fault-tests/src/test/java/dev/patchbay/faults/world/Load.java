package dev.patchbay.faults.world;

import dev.patchbay.faults.history.Asked;
import dev.patchbay.faults.history.Asked.Answered;
import dev.patchbay.faults.world.Clients.Target;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Clients that ask for tokens, one request after the other each, until they are stopped. */
public final class Load implements AutoCloseable {
    private static final Duration AFTER_NO_ANSWER = Duration.ofMillis(250);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopped;

    /**
     * Starts them.
     *
     * @param pause between an answer and the next request of the same client
     * @param minTtl how long tokens shall be good, in seconds
     * @param seed decides who asks for what where
     */
    public static Load start(
            Clients clients,
            int count,
            Duration pause,
            int minTtl,
            List<Target> targets,
            List<Somebody> people,
            List<Played> platforms,
            long seed) {
        Load load = new Load();
        for (int i = 0; i < count; i++) {
            Random random = new Random(seed + i);
            load.threads.execute(() -> {
                while (!load.stopped) {
                    Asked asked = clients.token(of(targets, random), of(people, random), of(platforms, random), minTtl);
                    load.pause(asked.answered() instanceof Answered.Unknown ? AFTER_NO_ANSWER : pause);
                }
            });
        }
        return load;
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    private static <T> T of(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** Lets every client finish its request. */
    @Override
    public void close() {
        stopped = true;
        finish(threads);
    }

    /** Takes no more work and waits until what is under way is done. */
    static void finish(ExecutorService threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a client does not come to an end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
