package dev.patchbay.usecase.sim;

import static dev.patchbay.usecase.sim.Kernel.MINUTE;
import static dev.patchbay.usecase.sim.Kernel.SECOND;

import dev.patchbay.port.StoreUnavailable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The machines, and the service processes that live and die on them. */
final class Machines implements Perils.Watch {
    private static final double HOUSEKEEPING = 0.1;

    private final List<Host> hosts = new ArrayList<>();
    private final Map<Boot, Service> services = new HashMap<>();
    private final List<Resting> resting = new ArrayList<>();
    private final Kernel kernel;
    private final Dice dice;
    private final Oracle oracle;
    private final Weather weather;
    private final Trace trace;
    private final Look unsettled;
    private final Function<Boot, Service> making;

    /** Whether the store has anything to recover. Seen from outside, at no cost. */
    interface Look {
        boolean now();

        /** Now or later, if nothing else happens. */
        boolean ever();
    }

    /** A recoverer with nothing to do. */
    private record Resting(Task task, int step) {}

    /** @param making puts a process together; it must not wait */
    Machines(
            int count,
            Kernel kernel,
            Dice dice,
            Oracle oracle,
            Weather weather,
            Trace trace,
            Look unsettled,
            Function<Boot, Service> making) {
        this.kernel = kernel;
        this.dice = dice;
        this.oracle = oracle;
        this.weather = weather;
        this.trace = trace;
        this.unsettled = unsettled;
        this.making = making;
        for (int i = 1; i <= count; i++) {
            hosts.add(new Host(i));
        }
    }

    /** Begins a new life on each machine that has none. */
    void bootAll() {
        hosts.forEach(this::boot);
    }

    /** Its machine begins another, sooner or later. */
    @Override
    public void killed(Boot boot) {
        services.remove(boot);
        long down = dice.chance(0.5) ? dice.between(SECOND / 10, 5 * SECOND) : dice.spread(SECOND, 10 * MINUTE);
        weather.storm(kernel.now(), kernel.now() + (isAnyoneElseAwake(boot) ? 0 : down) + 3 * SECOND);
        kernel.at(kernel.now() + down, () -> boot(boot.host));
    }

    /** Kills every process, one after the other, and begins the next at once. */
    void restartAll() {
        for (Host host : hosts) {
            kernel.at(kernel.now() + host.number * 5 * SECOND, () -> {
                Boot boot = host.alive();
                if (boot != null) {
                    trace.note(boot + " is restarted");
                    boot.die(kernel.now());
                    services.remove(boot);
                    boot(host);
                }
            });
        }
    }

    /** When the last of them that is paused goes on. */
    long allAwakeAt() {
        long at = kernel.now();
        for (Host host : hosts) {
            Boot boot = host.alive();
            at = Math.max(at, boot == null ? 0 : boot.pausedUntil());
        }
        return at;
    }

    @Override
    public boolean isAnyoneElseAwake(Boot but) {
        for (Host host : hosts) {
            Boot boot = host.alive();
            if (boot != null && boot != but && boot.isRunning(kernel.now())) {
                return true;
            }
        }
        return false;
    }

    private void boot(Host host) {
        if (host.alive() != null) {
            return;
        }
        Boot boot = host.boot(kernel.now());
        trace.note(boot + " boots");
        Service service = making.apply(boot);
        kernel.start(boot, "start", HOUSEKEEPING, () -> {
            startAtLast(service);
            services.put(boot, service);
            kernel.start(boot, "recover", HOUSEKEEPING, () -> recoverForEver(service));
            kernel.start(boot, "sweep", HOUSEKEEPING, () -> sweepForEver(service));
        });
    }

    /** Without a store nothing starts: whoever watches over the process begins again. */
    private void startAtLast(Service service) {
        for (; ; ) {
            try {
                service.start();
                return;
            } catch (StoreUnavailable away) {
                kernel.sleep(2 * SECOND);
            }
        }
    }

    /** Looks every second in principle; a look that would find nothing is left out, because most would. */
    private void recoverForEver(Service service) {
        for (; ; ) {
            if (!unsettled.ever()) {
                Task me = kernel.running();
                resting.add(new Resting(me, me.step));
                kernel.park();
            }
            kernel.sleep(SECOND);
            if (unsettled.now()) {
                withoutFail(service::recover);
            }
        }
    }

    /** There may be something to recover from now on. */
    void rouse() {
        for (Resting recoverer : resting) {
            kernel.wake(recoverer.task(), recoverer.step());
        }
        resting.clear();
    }

    private void sweepForEver(Service service) {
        kernel.sleep(dice.between(0, MINUTE));
        for (; ; ) {
            withoutFail(service::sweep);
            kernel.sleep(MINUTE);
        }
    }

    /** Work on schedule: the store's trouble passes it by, anything else is a defect. */
    private void withoutFail(Runnable work) {
        try {
            work.run();
        } catch (StoreUnavailable passes) {
            trace.note("the store was away");
        } catch (RuntimeException defect) {
            oracle.defect(defect);
        }
    }

    /** A process that takes requests; null when there is none. It may be paused. */
    @Nullable
    Boot anyServing() {
        List<Boot> serving = new ArrayList<>(hosts.size());
        for (Host host : hosts) {
            Boot boot = host.alive();
            if (boot != null && services.containsKey(boot)) {
                serving.add(boot);
            }
        }
        return serving.isEmpty() ? null : dice.oneOf(serving);
    }

    Service serviceOf(Boot boot) {
        Service service = services.get(boot);
        if (service == null) {
            throw new IllegalStateException(boot + " serves nobody");
        }
        return service;
    }

    /** Whether that process is dead. A paused one is not. */
    boolean isGone(String bootId) {
        for (Host host : hosts) {
            Boot boot = host.alive();
            if (boot != null && boot.id.equals(bootId)) {
                return false;
            }
        }
        return true;
    }
}
