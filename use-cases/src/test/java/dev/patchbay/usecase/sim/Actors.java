package dev.patchbay.usecase.sim;

import static dev.patchbay.usecase.sim.Kernel.MILLI;
import static dev.patchbay.usecase.sim.Kernel.MINUTE;
import static dev.patchbay.usecase.sim.Kernel.SECOND;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.usecase.connection.Lending;
import dev.patchbay.usecase.refresh.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** People and their programs: who asks for what, when. */
final class Actors {
    private static final long SETTLES_WITHIN = 60 * MINUTE;

    private static final double REQUEST = 0.03;

    private final Kernel kernel;
    private final Dice dice;
    private final Plan plan;
    private final Machines machines;
    private final Ledger ledger;
    private final Oracle oracle;
    private final Tally tally;
    private final Supplier<ClientAppId> app;
    private int unsettled;

    Actors(
            Kernel kernel,
            Dice dice,
            Plan plan,
            Machines machines,
            Ledger ledger,
            Oracle oracle,
            Tally tally,
            Supplier<ClientAppId> app) {
        this.kernel = kernel;
        this.dice = dice;
        this.plan = plan;
        this.machines = machines;
        this.ledger = ledger;
        this.oracle = oracle;
        this.tally = tally;
        this.app = app;
    }

    /** Everything one person will do in the busy part. */
    void plan(Slot person) {
        for (int asked = 0; asked < plan.askers(); ) {
            long when = dice.between(0, plan.length());
            int together = dice.chance(0.3) ? 2 + dice.below(4) : 1;
            for (int i = 0; i < together; i++, asked++) {
                kernel.at(when + dice.between(0, 300 * MILLI), () -> onSomeProcess("lend", one -> lend(one, person)));
            }
        }
        if (plan.disconnects()) {
            somewhen(() -> onSomeProcess("disconnect", one -> disconnect(one, person)));
        }
        if (plan.reconnects()) {
            for (int i = dice.below(3); i >= 0; i--) {
                somewhen(() -> onSomeProcess("connect", one -> connect(one, person)));
            }
        }
    }

    /** A call to the provider begins for that person: the moment at which it hurts when something else happens. */
    void stirred(Slot person) {
        if (kernel.now() >= plan.length()) {
            return;
        }
        if (plan.disconnects() && dice.chance(0.1)) {
            soon(() -> onSomeProcess("disconnect", one -> disconnect(one, person)));
        }
        if (plan.reconnects() && dice.chance(0.3)) {
            soon(() -> onSomeProcess("connect", one -> connect(one, person)));
        }
        for (int i = dice.below(3); i > 0; i--) {
            soon(() -> onSomeProcess("lend", one -> lend(one, person)));
        }
    }

    private void soon(Runnable happening) {
        kernel.at(kernel.now() + dice.spread(MILLI, 3 * SECOND), happening);
    }

    void somewhen(Runnable happening) {
        kernel.at(dice.between(0, plan.length()), happening);
    }

    private void onSomeProcess(String what, Consumer<Service> act) {
        Boot boot = machines.anyServing();
        if (boot != null) {
            Service service = machines.serviceOf(boot);
            kernel.start(boot, what, REQUEST, () -> {
                try {
                    act.accept(service);
                } catch (StoreUnavailable away) {
                    tally.unavailable++;
                } catch (RuntimeException defect) {
                    oracle.defect(defect);
                }
            });
        }
    }

    private void lend(Service service, Slot person) {
        lend(service, person, dice.chance(0.06));
    }

    private void lend(Service service, Slot person, boolean forced) {
        Optional<Duration> minTtl =
                switch (dice.below(8)) {
                    case 0 -> Optional.of(Duration.ZERO);
                    case 1 -> Optional.of(Duration.ofSeconds(dice.between(1, 200)));
                    default -> Optional.empty();
                };
        Oracle.Ask ask = oracle.asked(person);
        Lending lending = forced ? service.lendRefreshed(person) : service.lend(person, minTtl);
        heard(ask, lending);
    }

    private void heard(Oracle.Ask ask, Lending lending) {
        switch (lending) {
            case Lending.Lent lent -> oracle.lent(ask, lent.accessToken().reveal());
            case Lending.Withheld withheld ->
                oracle.withheld(ask, withheld.verdict().state());
            case Lending.NotRenewable endless -> oracle.breaks(Broken.DEFECT, "every token here ends");
            case Lending.NoSession none -> oracle.breaks(Broken.DEFECT, "the session is not known");
            case Lending.UnknownPlatform unknown -> oracle.breaks(Broken.DEFECT, "the platform is not known");
        }
    }

    private void disconnect(Service service, Slot person) {
        tally.disconnects++;
        person.mayBeGone = true;
        if (service.disconnect(person)) {
            oracle.disconnected(person);
        }
    }

    private void connect(Service service, Slot person) {
        tally.reconnects++;
        String code = ledger.code(person, app.get());
        service.connect(person, code).ifPresent(row -> {
            oracle.connected(person, row);
            // Whoever has just reconnected wants to see it work.
            kernel.at(
                    kernel.now() + dice.spread(MILLI, SECOND / 5),
                    () -> onSomeProcess("lend", one -> lend(one, person, dice.chance(0.5))));
        });
    }

    /** When all is quiet: asks until there is a token from after now, or a reason that waiting does not mend. */
    void settle(Slot person) {
        unsettled++;
        settle(person, kernel.now(), kernel.now() + SETTLES_WITHIN);
    }

    boolean areSettled() {
        return unsettled == 0;
    }

    private void settle(Slot person, long since, long until) {
        if (kernel.now() > until) {
            oracle.breaks(Broken.STUCK, person + " got neither a token nor a reason");
            unsettled--;
            return;
        }
        long[] next = {5 * SECOND};
        boolean[] done = {false};
        onSomeProcess("settle", service -> {
            Oracle.Ask ask = oracle.asked(person);
            Lending lending = service.lendRefreshed(person);
            heard(ask, lending);
            done[0] = isFinal(lending, since);
            next[0] = waitAfter(lending);
        });
        kernel.at(kernel.now() + 70 * SECOND, () -> {
            if (done[0]) {
                unsettled--;
            } else {
                kernel.at(kernel.now() + next[0], () -> settle(person, since, until));
            }
        });
    }

    private boolean isFinal(Lending lending, long since) {
        return switch (lending) {
            case Lending.Lent lent -> ledger.token(lent.accessToken().reveal()).issuedAt >= since;
            case Lending.Withheld(var platform, var verdict) ->
                verdict.state() == Verdict.State.NEEDS_RECONNECT
                        || verdict.state() == Verdict.State.NOT_CONNECTED
                        || verdict.cause().filter(Cause.APP_MISSING::equals).isPresent();
            case Lending.NotRenewable endless -> true;
            case Lending.NoSession none -> true;
            case Lending.UnknownPlatform unknown -> true;
        };
    }

    private long waitAfter(Lending lending) {
        return lending instanceof Lending.Withheld withheld
                ? withheld.verdict()
                        .retryAt()
                        .map(at -> Math.max(0, KernelClock.micros(at) - kernel.now()))
                        .orElse(SECOND)
                : SECOND;
    }
}
