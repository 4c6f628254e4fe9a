package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.port.Background;
import dev.patchbay.port.StoreUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One renewal per connection at a time in this process, whoever wants it. A flight runs on its own thread and is never cancelled
 * with a caller: once a provider was asked, its answer has to be stored. Safe for many threads.
 */
public final class RefreshFlights {
    /** A renewal under way, of the row at that version. */
    private record Flight(long version, CompletableFuture<Renewal> landing) {
        static Flight of(Connection seen) {
            return new Flight(seen.version(), new CompletableFuture<>());
        }
    }

    private final ConcurrentMap<ConnectionId, Flight> flights = new ConcurrentHashMap<>();
    private final RefreshConnection refresh;
    private final Background background;

    RefreshFlights(RefreshConnection refresh, Background background) {
        this.refresh = refresh;
        this.background = background;
    }

    /**
     * Joins the flight of this connection or starts one.
     *
     * @return empty when it takes longer than the caller waits; it goes on
     * @throws StoreUnavailable when the flight ended so
     */
    public Optional<Renewal> fly(Connection seen, Duration callerWaits) {
        for (; ; ) {
            Flight mine = Flight.of(seen);
            Flight running = flights.putIfAbsent(seen.id(), mine);
            if (running == null) {
                running = mine;
                start(seen.id(), mine, () -> refresh.refresh(seen));
            }
            background.await(running.landing(), callerWaits);
            boolean tellsOfAnEarlierRow = running.version() < seen.version();
            if (!tellsOfAnEarlierRow || !running.landing().isDone()) {
                return landed(running.landing());
            }
        }
    }

    private static Optional<Renewal> landed(CompletableFuture<Renewal> landing) {
        try {
            return Optional.ofNullable(landing.getNow(null));
        } catch (CompletionException | CancellationException e) {
            if (e.getCause() instanceof StoreUnavailable outage) {
                throw new StoreUnavailable(String.valueOf(outage.getMessage()), outage);
            }
            throw new IllegalStateException("a renewal failed by a defect", e.getCause());
        }
    }

    /** Starts a flight of this connection in the background, unless one is under way. Never waits. */
    boolean start(Connection seen, Supplier<Renewal> renewal) {
        Flight mine = Flight.of(seen);
        if (flights.putIfAbsent(seen.id(), mine) != null) {
            return false;
        }
        start(seen.id(), mine, renewal);
        return true;
    }

    /** As {@link #start(Connection, Supplier)}, for one that has to find out by itself what there is to do. */
    boolean start(Connection seen) {
        return start(seen, () -> refresh.refresh(seen));
    }

    /** How many are under way. */
    public int underWay() {
        return flights.size();
    }

    private void start(ConnectionId id, Flight flight, Supplier<Renewal> renewal) {
        try {
            background.start(() -> {
                try {
                    land(id, flight, renewal.get(), null);
                } catch (Throwable e) {
                    land(id, flight, null, e);
                    if (e instanceof Error error) {
                        throw error;
                    }
                }
            });
        } catch (RuntimeException refused) {
            land(id, flight, null, refused);
        }
    }

    /** Leaves the map first: who comes after the answer starts anew and finds the newer row. */
    private void land(ConnectionId id, Flight flight, @Nullable Renewal renewal, @Nullable Throwable failure) {
        flights.remove(id, flight);
        if (failure != null) {
            flight.landing().completeExceptionally(failure);
        } else {
            flight.landing().complete(renewal);
        }
    }
}
