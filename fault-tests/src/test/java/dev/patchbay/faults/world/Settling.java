package dev.patchbay.faults.world;

import dev.patchbay.faults.history.Asked;
import dev.patchbay.faults.history.Asked.Answered;
import dev.patchbay.faults.history.EndState;
import dev.patchbay.faults.history.Fingerprint;
import dev.patchbay.faults.history.History;
import dev.patchbay.faults.history.Link;
import dev.patchbay.faults.world.Api.Answer;
import dev.patchbay.faults.world.Api.NoAnswer;
import dev.patchbay.faults.world.Clients.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** When the faults are over: waits until nothing is in doubt any more, and has every connection renewed once. */
public final class Settling {
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Target target;
    private final Clients clients;
    private final History history;

    private Settling(Target target, Clients clients, History history) {
        this.target = target;
        this.clients = clients;
        this.history = history;
    }

    /** Writes down how each connection is in the end. */
    public static void settle(
            Target target, Clients clients, History history, List<Somebody> people, Iterable<Played> platforms) {
        Settling settling = new Settling(target, clients, history);
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Somebody who : people) {
                for (Played platform : platforms) {
                    all.add(threads.submit(() -> settling.settle(who, platform)));
                }
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void settle(Somebody who, Played platform) {
        Instant end = Instant.now().plus(PATIENCE);
        Optional<Fingerprint> first = Optional.empty();
        boolean renewed = false;
        EndState state = state(who, platform, false);
        while (!state.state().equals("needs_reconnect")
                && !renewed
                && Instant.now().isBefore(end)) {
            Asked asked = clients.refresh(target, who, platform);
            if (asked.answered() instanceof Answered.Lent(var token)) {
                renewed = first.isPresent() && !first.get().equals(token);
                first = first.or(() -> Optional.of(token));
            }
            if (!renewed) {
                sleep();
            }
            state = state(who, platform, renewed);
        }
        history.add(state);
    }

    private EndState state(Somebody who, Played platform, boolean renewed) {
        try {
            Answer health = Api.get(target.address(), "/platforms/" + platform.id() + "/health", who.session());
            return new EndState(
                    new Link(platform, who.id()),
                    health.status() == 200 ? health.data("state") : health.status() + " " + health.problem("code"),
                    health.data("cause"),
                    Optional.of(health.data("since"))
                            .filter(since -> !since.equals("null"))
                            .map(Instant::parse),
                    renewed);
        } catch (NoAnswer none) {
            return new EndState(new Link(platform, who.id()), "no answer", "", Optional.empty(), false);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
