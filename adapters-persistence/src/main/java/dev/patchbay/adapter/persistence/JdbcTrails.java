package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Noted;
import dev.patchbay.port.activity.Trails;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class JdbcTrails implements Trails {

    private static final String AFTER = "SELECT " + AuditRows.EVENT + """

        FROM activity a JOIN trail t ON t.id = a.account_id
        WHERE (t.id = ? OR t.merged_into = ?) AND a.id > ? ORDER BY a.id LIMIT ?
        """;

    private final Database database;

    JdbcTrails(Database database) {
        this.database = database;
    }

    @Override
    public List<Noted> after(AccountId account, long row, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("the limit is 1 to " + MOST);
        }
        return database.byHand(connection -> Statements.all(
                connection,
                AFTER,
                values -> values.text(account.value())
                        .text(account.value())
                        .number(row)
                        .number(limit),
                found -> AuditRows.event(found, 1)));
    }
}
