package dev.patchbay.usecase.connection;

import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.port.StoreUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One renewal per connection at a time in this process. A flight runs on its own thread and is never cancelled with a
 * caller: once a provider was asked, its answer has to be stored.
 */
final class RefreshFlights {
    private final ConcurrentMap<ConnectionId, CompletableFuture<Renewal>> flights = new ConcurrentHashMap<>();
    private final RefreshConnection refresh;
    private final Executor threads;

    RefreshFlights(RefreshConnection refresh, Executor threads) {
        this.refresh = refresh;
        this.threads = threads;
    }

    /**
     * Joins the flight of this connection or starts one.
     *
     * @return empty when it takes longer than the caller waits; it goes on
     * @throws StoreUnavailable when the flight ended so
     */
    Optional<Renewal> fly(Connection seen, Duration callerWaits) {
        CompletableFuture<Renewal> mine = new CompletableFuture<>();
        CompletableFuture<Renewal> running = flights.putIfAbsent(seen.id(), mine);
        if (running == null) {
            running = mine;
            start(seen, mine);
        }
        try {
            return Optional.of(running.get(callerWaits.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException goesOn) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StoreUnavailable outage) {
                throw new StoreUnavailable(String.valueOf(outage.getMessage()), outage);
            }
            throw new IllegalStateException("a renewal failed by a defect", e.getCause());
        }
    }

    private void start(Connection seen, CompletableFuture<Renewal> flight) {
        try {
            threads.execute(() -> {
                try {
                    land(seen, flight, refresh.refresh(seen), null);
                } catch (Throwable e) {
                    land(seen, flight, null, e);
                    if (e instanceof Error error) {
                        throw error;
                    }
                }
            });
        } catch (RuntimeException refused) {
            land(seen, flight, null, refused);
        }
    }

    /** Leaves the map first: who comes after the answer starts anew and finds the newer row. */
    private void land(
            Connection seen,
            CompletableFuture<Renewal> flight,
            @Nullable Renewal renewal,
            @Nullable Throwable failure) {
        flights.remove(seen.id(), flight);
        if (failure != null) {
            flight.completeExceptionally(failure);
        } else {
            flight.complete(renewal);
        }
    }
}
