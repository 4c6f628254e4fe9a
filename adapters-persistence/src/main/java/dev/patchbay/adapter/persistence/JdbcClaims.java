package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Due;
import dev.patchbay.domain.connection.Held;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.Unsettled;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.Claims;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

@Singleton
final class JdbcClaims implements Claims {

    private final Database database;

    JdbcClaims(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Lease> claim(
            ConnectionId id, long version, Claimant claimant, Predicate<Held> mayTakeOver, Instant now) {
        // The write names what was read, so its outcome is known without reading again. Losing a race means to look
        // again: the winner may have given the claim back since.
        while (true) {
            Optional<LeaseColumns> seen = database.byHand(connection -> LeaseColumns.find(connection, id, version));
            if (seen.isEmpty() || !seen.get().held().map(mayTakeOver::test).orElse(true)) {
                return Optional.empty();
            }
            LeaseColumns before = seen.get();
            if (database.byHand(connection -> before.claim(connection, id, version, claimant, now))) {
                return Optional.of(new Lease(id, version, before.fence() + 1, before.inDoubt()));
            }
        }
    }

    @Override
    public List<Due> claimDue(ProviderId platform, Instant dueBy, Claimant claimant, int limit, Instant now) {
        if (limit < 1 || limit > DueSlice.MOST) {
            throw new IllegalArgumentException("the limit is 1 to " + DueSlice.MOST);
        }
        return database.togetherByHand(connection -> DueSlice.claim(connection, platform, dueBy, claimant, limit, now));
    }

    @Override
    public List<Unsettled> unsettled(int limit, Instant now) {
        return database.byHand(connection -> LeaseColumns.unsettled(connection, limit, now));
    }

    @Override
    public void release(Lease lease) {
        database.byHand(connection -> LeaseColumns.release(connection, lease));
    }

    @Override
    public void putOff(Lease lease, Instant until) {
        database.byHand(connection -> LeaseColumns.putOff(connection, lease, until));
    }

    @Override
    public boolean stand(Lease lease, Standing standing, boolean outcomeKnown) {
        Instant dueAt =
                switch (standing) {
                    case Standing.Active() -> byItsClocks(lease);
                    case Standing.Waiting waiting -> waiting.retryAt();
                    case Standing.NeedsReconnect _, Standing.Quarantined _, Standing.Restored _ -> null;
                };
        return database.byHand(connection ->
                LeaseColumns.stand(connection, lease, standing, Optional.ofNullable(dueAt), outcomeKnown));
    }

    /** Clocks change with the version only, which the write compares, so reading them apart from it does no harm. */
    private Instant byItsClocks(Lease lease) {
        return database.byHand(connection -> ConnectionQueries.find(connection, lease.connection()))
                .map(found -> found.clocks().refreshAfter(found.id()))
                .orElse(Instant.EPOCH);
    }
}
