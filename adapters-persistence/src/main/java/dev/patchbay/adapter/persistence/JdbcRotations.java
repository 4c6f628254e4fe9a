package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.provider.Rotations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What was seen once needs no second look: it is never taken back. */
@Singleton
final class JdbcRotations implements Rotations {

    private final Database database;
    private final RotationTable table;
    private final Set<ProviderId> seen = ConcurrentHashMap.newKeySet();

    JdbcRotations(Database database, RotationTable table) {
        this.database = database;
        this.table = table;
    }

    @Override
    public boolean wasSeen(ProviderId platform) {
        if (seen.contains(platform)) {
            return true;
        }
        boolean found = database.run(() -> table.find(platform)).isPresent();
        if (found) {
            seen.add(platform);
        }
        return found;
    }

    @Override
    public void note(ProviderId platform, Instant seenAt) {
        if (!wasSeen(platform)) {
            database.adds(() -> table.insert(new RotationRow(platform, seenAt)));
            seen.add(platform);
        }
    }
}
