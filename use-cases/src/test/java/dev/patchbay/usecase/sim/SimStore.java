package dev.patchbay.usecase.sim;

import static dev.patchbay.usecase.sim.Kernel.MILLI;
import static dev.patchbay.usecase.sim.Kernel.SECOND;

import dev.patchbay.port.StoreUnavailable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way to the store. A call travels there, takes effect in one moment, whoever is dead or paused by then, and its answer
 * travels back. The store may be away, take no writes, or have its answer lost.
 */
final class SimStore {
    private static final StoreUnavailable AWAY = new StoreUnavailable("the store is away", null);
    private static final long GIVE_UP_AFTER = 2 * SECOND;

    /** Of a claim that could not be given back, or that its holder does not know of. */
    private static final long LONGEST_SHORT_LEASE = 16 * SECOND;

    private final Kernel kernel;
    private final Dice dice;
    private final Faults faults;
    private final Weather weather;
    private final Trace trace;
    private @Nullable Perils perils;
    private long awayUntil;
    private long readOnlyUntil;

    SimStore(Kernel kernel, Dice dice, Faults faults, Weather weather, Trace trace) {
        this.kernel = kernel;
        this.dice = dice;
        this.faults = faults;
        this.weather = weather;
        this.trace = trace;
    }

    void meets(Perils what) {
        perils = what;
    }

    /** From now on, for that long, nobody is answered, or no write is taken. */
    void goAway(long micros, boolean forWritesOnly) {
        long until = kernel.now() + micros;
        trace.note("the store " + (forWritesOnly ? "takes no writes" : "is away") + " until " + until / 1e6);
        if (forWritesOnly) {
            readOnlyUntil = Math.max(readOnlyUntil, until);
        } else {
            awayUntil = Math.max(awayUntil, until);
        }
        weather.storm(kernel.now(), until + LONGEST_SHORT_LEASE);
    }

    /** Since when it has been there without a break; in the future while it is away. */
    long presentSince() {
        return Math.max(awayUntil, readOnlyUntil);
    }

    void heal() {
        awayUntil = Math.min(awayUntil, kernel.now());
        readOnlyUntil = Math.min(readOnlyUntil, kernel.now());
    }

    <T> T read(Supplier<T> work) {
        return call(false, work);
    }

    <T> T write(Supplier<T> work) {
        return call(true, work);
    }

    private <T> T call(boolean writes, Supplier<T> work) {
        Task me = kernel.running();
        Perils dangers = perils;
        if (dangers != null) {
            dangers.pass();
        }
        Answer<T> answer = new Answer<>();
        int step = me.step;
        kernel.at(kernel.now() + travel(), () -> {
            arrive(writes, work, answer);
            kernel.at(
                    kernel.now() + (answer.failed() ? dice.between(MILLI, GIVE_UP_AFTER) : travel()),
                    () -> kernel.wake(me, step));
        });
        kernel.park();
        if (dangers != null) {
            dangers.pass();
        }
        return answer.get();
    }

    private <T> void arrive(boolean writes, Supplier<T> work, Answer<T> answer) {
        long now = kernel.now();
        if (now < awayUntil || (writes && now < readOnlyUntil)) {
            answer.fail(AWAY);
            return;
        }
        boolean lost = writes && faults.strikes(Fault.LOST_COMMIT);
        if (lost) {
            weather.storm(now, now + LONGEST_SHORT_LEASE);
        }
        if (!lost || dice.chance(0.5)) {
            try {
                answer.give(work.get());
            } catch (IllegalStateException refused) {
                answer.fail(refused);
            }
            if (lost) {
                trace.note("a write took effect and its answer is lost");
            }
        } else {
            trace.note("a write is lost");
        }
        if (lost) {
            answer.fail(AWAY);
        }
    }

    private long travel() {
        return dice.chance(0.03) ? dice.spread(MILLI, SECOND) : dice.between(100, 1500);
    }

    /** What came back. */
    private static final class Answer<T> {
        private @Nullable T value;
        private @Nullable RuntimeException failure;

        void give(T given) {
            value = given;
        }

        void fail(RuntimeException with) {
            failure = with;
        }

        boolean failed() {
            return failure != null;
        }

        @SuppressWarnings("NullAway") // a call that did not fail has given a value
        T get() {
            if (failure instanceof StoreUnavailable) {
                throw new StoreUnavailable("the store is away", failure);
            }
            if (failure != null) {
                throw failure;
            }
            return value;
        }
    }
}
