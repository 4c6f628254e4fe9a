package dev.patchbay.usecase.sim;

import static dev.patchbay.usecase.sim.Kernel.MILLI;
import static dev.patchbay.usecase.sim.Kernel.SECOND;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.usecase.sim.Ledger.Grant;
import dev.patchbay.usecase.sim.Ledger.Issued;
import dev.patchbay.usecase.sim.Ledger.Token;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The provider's side of the network: what becomes of requests and answers on their way, and its moods. */
final class Outside {
    private enum Mood {
        FINE,
        ERROR_PAGES,
        THROTTLING,
        REFUSING_THE_APP
    }

    private final Kernel kernel;
    private final Dice dice;
    private final Faults faults;
    private final Ledger ledger;
    private final Oracle oracle;
    private final Weather weather;
    private final Reach reach;
    private final Consumer<Slot> stirred;
    private final Trace trace;
    private final Tally tally;
    private final Duration accessLife;
    private final long properTimeout;
    private Mood mood = Mood.FINE;
    private long moodUntil;

    /** Whether what lies on that machine's disk could have been read and stored by now. */
    interface Reach {
        boolean isWithin(Host host);
    }

    /**
     * What there is outside.
     *
     * @param stirred is told whose grant a call begins for
     * @param properTimeout how long an answer may take and still has to be heard, in microseconds
     */
    Outside(
            Kernel kernel,
            Dice dice,
            Faults faults,
            Ledger ledger,
            Oracle oracle,
            Weather weather,
            Reach reach,
            Consumer<Slot> stirred,
            Trace trace,
            Tally tally,
            Duration accessLife,
            long properTimeout) {
        this.kernel = kernel;
        this.dice = dice;
        this.faults = faults;
        this.ledger = ledger;
        this.oracle = oracle;
        this.weather = weather;
        this.reach = reach;
        this.stirred = stirred;
        this.trace = trace;
        this.tally = tally;
        this.accessLife = accessLife;
        this.properTimeout = properTimeout;
    }

    Kernel kernel() {
        return kernel;
    }

    Dice dice() {
        return dice;
    }

    Faults faults() {
        return faults;
    }

    Ledger ledger() {
        return ledger;
    }

    Trace trace() {
        return trace;
    }

    /** From now on it is in a good mood. */
    void calm() {
        mood = Mood.FINE;
    }

    /** A refresh token goes on its way. */
    void refresh(String token, ClientAppId app, Call<TokenAnswer> call, long there, long back) {
        oracle.sent(token, app, call);
        stirred.accept(ledger.token(token).grant.slot);
        long sentAt = kernel.now();
        if (faults.strikes(Fault.LOST_REQUEST)) {
            trace.note("the request is lost");
            call.arrives();
            hearNothing(call, sentAt, dice.chance(0.5));
            return;
        }
        changeMood();
        boolean outOfReach = isOutOfReach(token);
        kernel.at(sentAt + there, () -> {
            call.arrives();
            boolean fine = mood == Mood.FINE || kernel.now() >= moodUntil;
            TokenAnswer answer = fine ? process(token, app, call, sentAt, outOfReach) : moody();
            send(call, answer, sentAt, back);
        });
    }

    private TokenAnswer process(
            String token, ClientAppId app, Call<TokenAnswer> call, long sentAt, boolean outOfReach) {
        long now = kernel.now();
        Grant grant = ledger.token(token).grant;
        boolean lived = grant.end == null;
        Issued issued = ledger.refresh(token, app, now);
        if (trace.isOn()) {
            trace.note(token + (issued == null ? " is refused" : " gives " + text(issued)));
        }
        if (lived && grant.end != null) {
            grant.doomedAt = sentAt;
            grant.endedOutOfReach = outOfReach;
            grant.endedByAGhost = call.isGhostly();
        }
        if (issued == null) {
            return new TokenAnswer.GrantDead();
        }
        tally.rotations++;
        Token refresh = issued.refresh();
        Rotation rotation = new Rotation(ledger.token(token), now, refresh, call.sender.boot);
        if (refresh != null) {
            refresh.from = rotation;
            grant.rotations.add(rotation);
        }
        issued.access().from = rotation;
        return granted(issued);
    }

    /** Whether the grant's newest token lies on a disk that nobody can read now. */
    private boolean isOutOfReach(String token) {
        Grant grant = ledger.token(token).grant;
        return !grant.rotations.isEmpty() && !reach.isWithin(grant.rotations.getLast().asker.host);
    }

    private void send(Call<TokenAnswer> call, TokenAnswer answer, long sentAt, long back) {
        if (faults.strikes(Fault.LOST_ANSWER)) {
            trace.note("the answer is lost");
            hearNothing(call, sentAt, true);
            return;
        }
        boolean masked = faults.strikes(Fault.GATEWAY_ERROR);
        if (masked) {
            trace.note("a gateway answers instead");
        }
        TokenAnswer heard = masked ? new TokenAnswer.Unavailable("502", Optional.empty()) : answer;
        kernel.at(kernel.now() + back, () -> {
            if (kernel.now() <= sentAt + properTimeout && call.sender.boot.isRunning(kernel.now())) {
                heard(heard);
            }
            weather.work(sentAt, kernel.now() + SECOND);
            call.answer(heard);
        });
    }

    /** That answer is at the door of somebody awake, and in time. */
    void heard(@Nullable TokenAnswer answer) {
        if (answer instanceof TokenAnswer.Granted granted) {
            Rotation rotation = ledger.token(granted.accessToken().reveal()).from;
            if (rotation != null) {
                rotation.reachedAt = Math.min(rotation.reachedAt, kernel.now());
            }
        }
    }

    /** The sender learns by a broken line, or by its own time-out. */
    private void hearNothing(Call<TokenAnswer> call, long sentAt, boolean maybeProcessed) {
        long wait = !maybeProcessed || dice.chance(0.5)
                ? dice.between(MILLI, SECOND)
                : Math.max(0, call.deadline - kernel.now());
        weather.work(sentAt, kernel.now() + wait + SECOND);
        kernel.at(
                kernel.now() + wait,
                () -> call.answer(new TokenAnswer.Unavailable("the line broke", Optional.empty(), maybeProcessed)));
    }

    private void changeMood() {
        if (kernel.now() < moodUntil && mood != Mood.FINE) {
            return;
        }
        mood = Mood.FINE;
        if (faults.strikes(Fault.ERROR_PAGES)) {
            mood = Mood.ERROR_PAGES;
        } else if (faults.strikes(Fault.THROTTLED)) {
            mood = Mood.THROTTLING;
        } else if (faults.strikes(Fault.APP_REFUSED)) {
            mood = Mood.REFUSING_THE_APP;
        }
        if (mood != Mood.FINE) {
            moodUntil = kernel.now() + dice.spread(SECOND / 2, 60 * SECOND);
            trace.note("the provider is " + mood + " until " + moodUntil / 1e6);
            // Whoever hears of it keeps away for a while, as asked or by our own rules.
            weather.storm(kernel.now(), moodUntil + 6 * Kernel.MINUTE);
        }
    }

    private TokenAnswer moody() {
        return switch (mood) {
            case FINE, ERROR_PAGES -> new TokenAnswer.Unavailable("an error page", Optional.empty());
            case THROTTLING ->
                new TokenAnswer.Throttled(
                        Cause.THROTTLED, Optional.of(Duration.ofSeconds(1 + (moodUntil - kernel.now()) / SECOND)));
            case REFUSING_THE_APP -> new TokenAnswer.AppRefused(Cause.APP_REJECTED);
        };
    }

    /** Swaps a code. */
    TokenAnswer exchange(String code, ClientAppId app) {
        Issued issued = ledger.exchange(code, app, kernel.now());
        if (trace.isOn()) {
            trace.note(code + (issued == null ? " is refused" : " gives " + text(issued)));
        }
        return issued == null ? new TokenAnswer.GrantDead() : granted(issued);
    }

    /** A token is given back. */
    Revocation giveBack(String token) {
        trace.note(token + " is given back");
        ledger.end(ledger.token(token).grant, Ledger.End.GIVEN_BACK);
        return Revocation.REVOKED;
    }

    /** A call that may be lost on both ways, and that nobody times. */
    <T> void plainCall(Supplier<T> work, Call<T> call) {
        boolean lost = faults.strikes(Fault.LOST_REQUEST);
        kernel.at(kernel.now() + dice.between(20 * MILLI, 200 * MILLI), () -> {
            if (!lost) {
                T answer = work.get();
                kernel.at(kernel.now() + dice.between(5 * MILLI, 50 * MILLI), () -> call.answer(answer));
            }
        });
    }

    private TokenAnswer granted(Issued issued) {
        Token refresh = issued.refresh();
        return new TokenAnswer.Granted(
                "Bearer",
                Secret.of(issued.access().text),
                Optional.ofNullable(refresh).map(token -> Secret.of(token.text)),
                Optional.of(accessLife),
                Optional.empty());
    }

    private static String text(Issued issued) {
        Token refresh = issued.refresh();
        return issued.access().text + (refresh == null ? "" : " and " + refresh.text);
    }
}
