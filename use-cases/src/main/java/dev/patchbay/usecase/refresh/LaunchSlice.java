package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Due;
import dev.patchbay.port.Monotonic;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.port.vault.TokenVault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/**
 * Starts the renewals of a claimed slice, app by app: as many as the app's condition, its budget and a slow start after an outage
 * allow. The others are put off to where their turn would come, one behind the other.
 */
final class LaunchSlice {
    private static final Duration SPREAD = Duration.ofSeconds(30);
    private static final Duration FARTHEST_TURN = Duration.ofSeconds(45);

    private final Parties parties;
    private final Claims claims;
    private final AppNotes appNotes;
    private final Breakers breakers;
    private final Bulkheads bulkheads;
    private final Budget budget;
    private final SlowStart slowStart;
    private final TokenVault vault;
    private final RefreshFlights flights;
    private final CallPlatform callPlatform;
    private final Intake intake;
    private final BackOff backOff;
    private final Monotonic monotonic;
    private final Clock clock;
    private final ConcurrentMap<ClientAppId, Instant> lastTurn = new ConcurrentHashMap<>();

    LaunchSlice(
            Parties parties,
            Claims claims,
            AppNotes appNotes,
            Breakers breakers,
            Bulkheads bulkheads,
            Budget budget,
            TokenVault vault,
            RefreshFlights flights,
            CallPlatform callPlatform,
            Intake intake,
            BackOff backOff,
            Monotonic monotonic,
            Clock clock) {
        this.parties = parties;
        this.claims = claims;
        this.appNotes = appNotes;
        this.breakers = breakers;
        this.bulkheads = bulkheads;
        this.budget = budget;
        this.slowStart = new SlowStart(breakers);
        this.vault = vault;
        this.flights = flights;
        this.callPlatform = callPlatform;
        this.intake = intake;
        this.backOff = backOff;
        this.monotonic = monotonic;
        this.clock = clock;
    }

    /**
     * Starts what may be started.
     *
     * @param claimedAt read before the slice was claimed
     * @param inHand where they are counted, each until it has ended or is not started
     * @return how many were started
     */
    int launch(List<Due.Claimed> slice, Duration claimedAt, InHand inHand) {
        Deque<Due.Claimed> left = new ArrayDeque<>(slice);
        try {
            Map<ClientAppId, List<Due.Claimed>> byApp = slice.stream()
                    .collect(Collectors.groupingBy(due -> due.connection().app()));
            int started = 0;
            for (var app : byApp.entrySet()) {
                started += launch(app.getKey(), app.getValue(), claimedAt, inHand, left);
            }
            return started;
        } finally {
            // The store gave up half-way: their claims run out by themselves.
            left.forEach(due -> inHand.ended());
        }
    }

    private int launch(
            ClientAppId app, List<Due.Claimed> slice, Duration claimedAt, InHand inHand, Deque<Due.Claimed> left) {
        AppCondition condition = appNotes.of(app);
        Optional<Party> party = parties.of(slice.getFirst().connection());
        Instant now = clock.instant();
        Optional<Instant> notBefore = notBefore(app, condition, party, now);
        int allowed = notBefore.isPresent() ? 0 : budget.takeSome(app, slowStart.allowed(app, slice.size(), now));
        vault.getReady(slice.stream()
                .limit(allowed)
                .map(due -> due.connection().keyOwner())
                .toList());
        for (int i = 0; i < slice.size(); i++) {
            Due.Claimed due = slice.get(i);
            if (i < allowed) {
                left.remove(due);
                start(due, party.orElseThrow(), condition, claimedAt, inHand);
            } else {
                Instant later =
                        notBefore.map(then -> backOff.spread(then, SPREAD)).orElseGet(() -> turn(app, now));
                claims.putOff(due.lease(), later);
                left.remove(due);
                inHand.ended();
            }
        }
        return allowed;
    }

    private Optional<Instant> notBefore(ClientAppId app, AppCondition condition, Optional<Party> party, Instant now) {
        if (party.isEmpty()) {
            return Optional.of(now.plus(Duration.ofMinutes(5)));
        }
        if (!condition.mayCall(now)) {
            return Optional.of(Verdict.of(condition, now).retryAt().orElse(now));
        }
        Breaker breaker = breakers.of(app);
        return breaker.refuses(now) ? Optional.of(breaker.retryAt(now)) : Optional.empty();
    }

    private void start(Due.Claimed due, Party party, AppCondition condition, Duration claimedAt, InHand inHand) {
        boolean started = flights.start(due.connection(), () -> {
            try {
                return inTurn(due, party, condition, claimedAt);
            } finally {
                inHand.ended();
            }
        });
        if (!started) {
            // Somebody here waits for it already and asks for the claim again and again.
            try {
                claims.release(due.lease());
            } finally {
                inHand.ended();
            }
        }
    }

    /** Calls when the provider has room; if that takes so long that it could not be sent any more, the claim is given back. */
    private Renewal inTurn(Due.Claimed due, Party party, AppCondition condition, Duration claimedAt) {
        Duration waited = monotonic.reading().minus(claimedAt);
        Duration left = party.treatedAs().sendWithin().minus(waited);
        Optional<Bulkhead.Place> room = left.isNegative()
                ? Optional.empty()
                : bulkheads.of(due.connection().platform()).enterForSweep(left);
        if (room.isEmpty()) {
            return givenBack(due, Cause.REFRESH_RUNNING);
        }
        try (Bulkhead.Place place = room.get()) {
            return intake.isStopped()
                    ? givenBack(due, Cause.STOPPING)
                    : callPlatform.call(due.connection(), due.lease(), party, condition, claimedAt, true, place);
        }
    }

    private Renewal givenBack(Due.Claimed due, Cause cause) {
        claims.release(due.lease());
        Instant now = clock.instant();
        return new Renewal.NotRenewed(Verdict.waiting(cause, now, now.plus(RefreshRules.ASK_AGAIN)));
    }

    /** Whether somebody was put off whose turn is still to come. */
    boolean hasTurnsAfter(Instant now) {
        return lastTurn.values().stream().anyMatch(turn -> turn.isAfter(now));
    }

    /**
     * Behind whoever was put off last, as far as the app's pace is; within a minute or so, since by then the pace may be another.
     */
    private Instant turn(ClientAppId app, Instant now) {
        Duration interval = slowStart.interval(app, budget.interval(app), now);
        Instant turn = lastTurn.merge(app, now.plus(interval), (last, first) -> {
            if (last.isBefore(now)) {
                return first;
            }
            return last.isAfter(now.plus(FARTHEST_TURN)) ? last : last.plus(interval);
        });
        return turn.isAfter(now.plus(FARTHEST_TURN)) ? backOff.spread(turn, SPREAD) : turn;
    }
}
