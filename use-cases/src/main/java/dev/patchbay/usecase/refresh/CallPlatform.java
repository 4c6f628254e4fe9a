package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.Monotonic;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.Telemetry;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.provider.ClientApps;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One call to a platform by the holder of a claim: gets everything ready that is needed to keep the answer, asks once, and hands the
 * answer on. A call that could not be sent in time is not sent at all.
 */
final class CallPlatform {
    private static final System.Logger LOG = System.getLogger(CallPlatform.class.getName());

    private final ClientApps apps;
    private final Claims claims;
    private final TokenVault vault;
    private final AppNotes appNotes;
    private final Breakers breakers;
    private final Budget budget;
    private final SettleAnswer settle;
    private final BackOff backOff;
    private final Telemetry telemetry;
    private final Monotonic monotonic;
    private final Clock clock;

    CallPlatform(
            ClientApps apps,
            Claims claims,
            TokenVault vault,
            AppNotes appNotes,
            Breakers breakers,
            Budget budget,
            SettleAnswer settle,
            BackOff backOff,
            Telemetry telemetry,
            Monotonic monotonic,
            Clock clock) {
        this.apps = apps;
        this.claims = claims;
        this.vault = vault;
        this.appNotes = appNotes;
        this.breakers = breakers;
        this.budget = budget;
        this.settle = settle;
        this.backOff = backOff;
        this.telemetry = telemetry;
        this.monotonic = monotonic;
        this.clock = clock;
    }

    /**
     * Renews under a claim, which is given back in every case that ends.
     *
     * @param app how the app fares, as read a moment ago
     * @param claimedAt read before the claim was asked for: nobody else may count it from earlier
     * @param paid whether the call is taken from the app's budget already
     * @param place the call's place at the provider; free again as soon as there is an answer
     */
    Renewal call(
            Connection connection,
            Lease lease,
            Party party,
            AppCondition app,
            Duration claimedAt,
            boolean paid,
            Bulkhead.Place place) {
        Prepared prepared;
        try {
            prepared = prepare(connection, lease, party, app, paid);
        } catch (StoreUnavailable outage) {
            // Nothing was sent: whoever comes next need not wait until the claim runs out.
            giveBackQuietly(lease);
            throw outage;
        }
        return switch (prepared) {
            case Prepared.Not(var renewal) -> renewal;
            case Prepared.Ready(var sent) -> send(sent, claimedAt, place);
        };
    }

    /** Whether there is all that is needed to call and to keep the answer. */
    private sealed interface Prepared {
        record Ready(Sent sent) implements Prepared {}

        record Not(Renewal renewal) implements Prepared {}
    }

    private Prepared prepare(Connection connection, Lease lease, Party party, AppCondition app, boolean paid) {
        Optional<Verdict> against = against(connection, app, paid);
        if (against.isPresent()) {
            Instant until = against.get().retryAt().orElseGet(clock::instant);
            claims.putOff(lease, backOff.spread(until, Duration.ofSeconds(10)));
            return new Prepared.Not(new Renewal.NotRenewed(against.get()));
        }
        if (connection.tokens().refreshToken().isEmpty()) {
            return new Prepared.Not(settle.ended(connection, lease, Cause.NO_REFRESH_TOKEN));
        }
        // Never rotate what cannot be kept: from here on sealing needs nobody.
        var seal = new SealTokens(vault.sealerFor(connection.keyOwner()));
        var stored = connection.tokens().refreshToken().get();
        return switch (vault.open(connection.keyOwner(), connection.refreshTokenPlace(), stored)) {
            case Opening.Unreadable() -> new Prepared.Not(quarantined(connection, lease));
            case Opening.Opened(var refreshToken) ->
                new Prepared.Ready(new Sent(connection, lease, party, app, seal, refreshToken, clock.instant()));
        };
    }

    private void giveBackQuietly(Lease lease) {
        try {
            claims.release(lease);
        } catch (StoreUnavailable still) {
            LOG.log(Level.DEBUG, "the claim of connection {0} runs out by itself", lease.connection());
        }
    }

    private Renewal send(Sent sent, Duration claimedAt, Bulkhead.Place place) {
        Duration elapsed = monotonic.reading().minus(claimedAt);
        if (elapsed.compareTo(sent.party().treatedAs().sendWithin()) > 0) {
            claims.release(sent.lease());
            Instant now = clock.instant();
            return new Renewal.NotRenewed(
                    Verdict.waiting(Cause.REFRESH_RUNNING, now, now.plus(RefreshRules.ASK_AGAIN)));
        }
        TokenAnswer answer = ask(sent, claimedAt);
        // What follows is between us and the store.
        place.close();
        Duration took = monotonic.reading().minus(claimedAt);
        SettleAnswer.Settled settled = settle.settle(sent, answer, took);
        telemetry.renewal(sent.connection().app(), settled.outcome(), took);
        return settled.renewal();
    }

    private TokenAnswer ask(Sent sent, Duration claimedAt) {
        Party party = sent.party();
        try {
            return apps.ask(
                    party.app(),
                    () -> monotonic
                                            .reading()
                                            .minus(claimedAt)
                                            .compareTo(party.treatedAs().sendWithin())
                                    <= 0
                            && budget.take(party.app().id(), 1).isEmpty(),
                    app -> party.platform().refresh(app, sent.refreshToken()));
        } catch (RuntimeException defect) {
            LOG.log(Level.ERROR, "the adapter of " + sent.connection().platform() + " failed", defect);
            return new TokenAnswer.Unavailable("a defect in the adapter", Optional.empty());
        }
    }

    /** What only the holder of the claim may find out, because finding out uses something up: tries, probes, calls. */
    private Optional<Verdict> against(Connection connection, AppCondition app, boolean paid) {
        Instant now = clock.instant();
        if (!app.mayCall(now)
                || (app instanceof AppCondition.Blocked blocked && !appNotes.takeTry(connection.app(), blocked))) {
            Verdict ofApp = Verdict.of(appNotes.of(connection.app()), now);
            // Somebody else's try may have found it mended at this very moment.
            return Optional.of(
                    ofApp.isWell()
                            ? Verdict.waiting(Cause.REFRESH_RUNNING, now, now.plus(RefreshRules.ASK_AGAIN))
                            : ofApp);
        }
        if (connection.standing() instanceof Standing.Waiting waiting
                && waiting.cause() == Cause.DEATHS_DOUBTED
                && app instanceof AppCondition.Doubted doubt
                && !doubt.isOver(now)
                && (now.isBefore(doubt.retryAt()) || !appNotes.takeCanary(connection.app(), doubt))) {
            Instant retryAt = now.isBefore(doubt.retryAt()) ? doubt.retryAt() : now.plus(AppNotes.CANARY_AFTER);
            return Optional.of(Verdict.waiting(Cause.DEATHS_DOUBTED, waiting.since(), retryAt));
        }
        Breaker breaker = breakers.of(connection.app());
        if (!breaker.mayCall(now)) {
            return Optional.of(Verdict.waiting(Cause.PROVIDER_UNAVAILABLE, now, breaker.retryAt(now)));
        }
        Optional<Instant> later = paid ? Optional.empty() : budget.take(connection.app(), 1);
        return later.map(then -> Verdict.waiting(Cause.PACED, now, then));
    }

    private Renewal quarantined(Connection connection, Lease lease) {
        Instant now = clock.instant();
        LOG.log(
                Level.ERROR,
                "connection {0}: its refresh token cannot be read; it is kept out of the way",
                connection.id());
        claims.stand(lease, new Standing.Quarantined(Cause.SECRET_UNREADABLE, now), true);
        telemetry.renewal(connection.app(), RenewalOutcome.QUARANTINED, Duration.ZERO);
        return new Renewal.NotRenewed(Verdict.needsReconnect(Cause.SECRET_UNREADABLE, now));
    }

    /** A call and what is needed to keep its answer. */
    record Sent(
            Connection connection,
            Lease lease,
            Party party,
            AppCondition appBefore,
            SealTokens seal,
            Secret refreshToken,
            Instant asked) {}
}
