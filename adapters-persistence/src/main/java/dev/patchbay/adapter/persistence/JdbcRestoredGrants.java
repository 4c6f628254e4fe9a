package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.RestoredGrants;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@Singleton
final class JdbcRestoredGrants implements RestoredGrants {

    private static final String HOLD = """
        UPDATE connection
        SET status = ?, cause = ?, since = ?, retry_at = ?, failures = ?, refresh_after = NULL,
            lease_owner = NULL, lease_until = NULL
        WHERE status IN ('ACTIVE', 'WAITING') AND refresh_token IS NOT NULL AND platform NOT IN (%s) LIMIT 500
        """;

    private static final String TRUST = """
        UPDATE connection SET status = 'ACTIVE', cause = NULL, since = NULL, refresh_after = ?
        WHERE status = 'RESTORED'\
        """;

    private static final String AT_ONCE = " LIMIT 500";

    private final Database database;

    JdbcRestoredGrants(Database database) {
        this.database = database;
    }

    @Override
    public int hold(Set<ProviderId> harmless, Instant now) {
        StandingColumns columns = StandingColumns.of(new Standing.Restored(now));
        List<String> names = harmless.isEmpty()
                ? List.of("")
                : harmless.stream().map(ProviderId::value).toList();
        return untilNone(HOLD.formatted(InList.marks(names)), values -> {
            Parameters rest = columns.bind(values);
            InList.each(names, rest::text);
        });
    }

    @Override
    public int trust(Optional<ProviderId> platform, Instant now) {
        return platform.map(one -> untilNone(TRUST + " AND platform = ?" + AT_ONCE, values -> values.time(now)
                        .text(one.value())))
                .orElseGet(() -> untilNone(TRUST + AT_ONCE, values -> values.time(now)));
    }

    /** Some at a time: others wait for none of them long. */
    private int untilNone(String sql, Statements.Binding binding) {
        int all = 0;
        int some;
        do {
            some = database.byHand(connection -> Statements.update(connection, sql, binding));
            all += some;
        } while (some > 0);
        return all;
    }
}
