package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Due;
import dev.patchbay.port.connection.Claims;
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
    private final Budget budget;
    private final SlowStart slowStart;
    private final RefreshFlights flights;
    private final CallPlatform callPlatform;
    private final BackOff backOff;
    private final Clock clock;
    private final ConcurrentMap<ClientAppId, Instant> lastTurn = new ConcurrentHashMap<>();

    LaunchSlice(
            Parties parties,
            Claims claims,
            AppNotes appNotes,
            Breakers breakers,
            Budget budget,
            RefreshFlights flights,
            CallPlatform callPlatform,
            BackOff backOff,
            Clock clock) {
        this.parties = parties;
        this.claims = claims;
        this.appNotes = appNotes;
        this.breakers = breakers;
        this.budget = budget;
        this.slowStart = new SlowStart(breakers);
        this.flights = flights;
        this.callPlatform = callPlatform;
        this.backOff = backOff;
        this.clock = clock;
    }

    /**
     * Starts what may be started.
     *
     * @param claimedAt read before the slice was claimed
     * @param room where each of them has a place, which is given back when it has ended or is not started
     * @return how many were started
     */
    int launch(List<Due.Claimed> slice, Duration claimedAt, Bulkhead room) {
        Deque<Due.Claimed> left = new ArrayDeque<>(slice);
        try {
            Map<ClientAppId, List<Due.Claimed>> byApp = slice.stream()
                    .collect(Collectors.groupingBy(due -> due.connection().app()));
            int started = 0;
            for (var app : byApp.entrySet()) {
                started += launch(app.getKey(), app.getValue(), claimedAt, room, left);
            }
            return started;
        } finally {
            // The store gave up half-way: their claims run out by themselves.
            left.forEach(due -> room.leave());
        }
    }

    private int launch(
            ClientAppId app, List<Due.Claimed> slice, Duration claimedAt, Bulkhead room, Deque<Due.Claimed> left) {
        AppCondition condition = appNotes.of(app);
        Optional<Party> party = parties.of(slice.getFirst().connection());
        Instant now = clock.instant();
        Optional<Instant> notBefore = notBefore(app, condition, party, now);
        int allowed = notBefore.isPresent() ? 0 : budget.takeSome(app, slowStart.allowed(app, slice.size(), now));
        for (int i = 0; i < slice.size(); i++) {
            Due.Claimed due = slice.get(i);
            if (i < allowed) {
                left.remove(due);
                start(due, party.orElseThrow(), condition, claimedAt, room);
            } else {
                Instant later =
                        notBefore.map(then -> backOff.spread(then, SPREAD)).orElseGet(() -> turn(app, now));
                claims.putOff(due.lease(), later);
                left.remove(due);
                room.leave();
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

    private void start(Due.Claimed due, Party party, AppCondition condition, Duration claimedAt, Bulkhead room) {
        boolean started = flights.start(due.connection(), () -> {
            try {
                return callPlatform.call(due.connection(), due.lease(), party, condition, claimedAt, true);
            } finally {
                room.leave();
            }
        });
        if (!started) {
            // Somebody here waits for it already and asks for the claim again and again.
            try {
                claims.release(due.lease());
            } finally {
                room.leave();
            }
        }
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
