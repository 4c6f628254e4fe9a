package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Due;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.Background;
import dev.patchbay.port.Monotonic;
import dev.patchbay.port.Pause;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.port.connection.Presence;
import dev.patchbay.port.connection.Upkeep;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Renews what is due before anybody asks: platform by platform, each apart from the others; in slices that are claimed at once, so
 * that several processes share the work; only as fast as the provider has room and the app's pace allows. A row that cannot be
 * read is put aside with a reason and never in the way.
 */
public final class SweepDue {
    private static final System.Logger LOG = System.getLogger(SweepDue.class.getName());

    /** A sweep that still finds work is ended, so that the next begins with a fresh view. */
    private static final Duration LONGEST = Duration.ofSeconds(55);

    private static final Duration WAIT_FOR_ROOM = Duration.ofSeconds(1);
    private static final int LARGEST_SLICE = 240;
    private static final Duration NEXT_TURNS = Duration.ofSeconds(1);

    private final List<ProviderDescriptor> platforms;
    private final GrantClasses grantClasses;
    private final Claims claims;
    private final Upkeep upkeep;
    private final Presence presence;
    private final Bulkheads bulkheads;
    private final LaunchSlice launchSlice;
    private final Intake intake;
    private final Background background;
    private final Pause pause;
    private final Monotonic monotonic;
    private final Clock clock;
    private final ConcurrentMap<ProviderId, InHand> inHand = new ConcurrentHashMap<>();

    SweepDue(
            List<ProviderDescriptor> platforms,
            GrantClasses grantClasses,
            Claims claims,
            Upkeep upkeep,
            Presence presence,
            Bulkheads bulkheads,
            LaunchSlice launchSlice,
            Intake intake,
            Background background,
            Pause pause,
            Monotonic monotonic,
            Clock clock) {
        this.platforms = List.copyOf(platforms);
        this.grantClasses = grantClasses;
        this.claims = claims;
        this.upkeep = upkeep;
        this.presence = presence;
        this.bulkheads = bulkheads;
        this.launchSlice = launchSlice;
        this.intake = intake;
        this.background = background;
        this.pause = pause;
        this.monotonic = monotonic;
        this.clock = clock;
    }

    /**
     * Sweeps once; returns when nothing more is due or comes in turn, or after a minute at most. Renewals it started may still be under way. A store
     * that does not answer ends it quietly; the next one tries again.
     *
     * @return how many renewals were started
     */
    public int sweep() {
        AtomicInteger started = new AtomicInteger();
        List<CompletableFuture<Void>> all = platforms.stream()
                .map(platform -> {
                    CompletableFuture<Void> done = new CompletableFuture<>();
                    background.start(() -> {
                        try {
                            started.addAndGet(sweep(platform));
                        } catch (StoreUnavailable e) {
                            LOG.log(Level.WARNING, "the sweep of {0} ends early: {1}", platform.id(), e.getMessage());
                        } finally {
                            done.complete(null);
                        }
                    });
                    return done;
                })
                .toList();
        all.forEach(done -> background.await(done, LONGEST.plusSeconds(30)));
        return started.get();
    }

    private int sweep(ProviderDescriptor platform) {
        GrantClass treatedAs = grantClasses.of(platform);
        Optional<Duration> after = platform.unaskedRenewalAfter(treatedAs);
        if (after.isEmpty()) {
            return 0;
        }
        Instant end = clock.instant().plus(LONGEST);
        var claimant = new Claims.Claimant(presence.me(), treatedAs.lease());
        InHand mine = inHand.computeIfAbsent(platform.id(), name -> new InHand(background));
        int started = 0;
        while (!intake.isStopped() && clock.instant().isBefore(end)) {
            int wanted = mine.awaitRoom(ahead(platform.id(), treatedAs), WAIT_FOR_ROOM);
            if (wanted == 0) {
                continue;
            }
            Slice slice = claim(platform.id(), after.get(), claimant, wanted);
            mine.took(slice.due().size());
            started += launchSlice.launch(slice.due(), slice.claimedAt(), mine);
            if (slice.found() < wanted) {
                if (!launchSlice.hasTurnsAfter(clock.instant())) {
                    return started;
                }
                // Others were put off by the app's pace and come in turn.
                pause.lasting(NEXT_TURNS);
            }
        }
        return started;
    }

    /** As many as the provider lately took in a quarter of the time in which a call must be sent. */
    private int ahead(ProviderId platform, GrantClass treatedAs) {
        Duration stay = bulkheads.of(platform).usualStay();
        Duration within = treatedAs.sendWithin().dividedBy(4);
        long taken = stay.isZero() ? 1 : within.dividedBy(stay);
        return (int) Math.clamp(Bulkhead.FOR_SWEEP * taken, Bulkhead.FOR_SWEEP, LARGEST_SLICE);
    }

    /** @param found how many rows there were, unfit ones included */
    private record Slice(List<Due.Claimed> due, Duration claimedAt, int found) {}

    private Slice claim(ProviderId platform, Duration after, Claims.Claimant claimant, int wanted) {
        Duration claimedAt = monotonic.reading();
        Instant now = clock.instant();
        List<Due> found = claims.claimDue(platform, now.minus(after), claimant, wanted, now);
        List<Due.Claimed> due = found.stream()
                .filter(Due.Claimed.class::isInstance)
                .map(Due.Claimed.class::cast)
                .toList();
        found.forEach(this::putAsideIfUnfit);
        return new Slice(due, claimedAt, found.size());
    }

    private void putAsideIfUnfit(Due due) {
        if (due instanceof Due.Unfit(var id, var version)
                && upkeep.quarantine(id, version, Cause.SECRET_UNREADABLE, clock.instant())) {
            LOG.log(Level.ERROR, "connection {0} cannot be read and is kept out of the way", id);
        }
    }
}
