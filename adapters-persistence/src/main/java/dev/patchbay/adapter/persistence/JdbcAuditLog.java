package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.activity.AuditLink;
import dev.patchbay.domain.activity.AuditMark;
import dev.patchbay.domain.activity.Linked;
import dev.patchbay.domain.activity.Noted;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.port.activity.AuditLog;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Two processes that append at once both want the same numbers, and the table's key lets one of them. */
@Singleton
final class JdbcAuditLog implements AuditLog {

    private static final String LAST = "SELECT " + AuditRows.LINK + " FROM audit_link l ORDER BY l.number DESC LIMIT 1";

    private static final String WAITING = "SELECT " + AuditRows.EVENT + """

        FROM activity a WHERE a.chained = 0 ORDER BY a.id LIMIT ?
        """;

    private static final String COUNT = "SELECT COUNT(*) FROM activity WHERE chained = 0";

    private static final String APPEND =
            "INSERT INTO audit_link (number, activity_id, owner, digest, adopted, head) VALUES ";

    private static final String ONE = "(?, ?, ?, ?, ?, ?)";

    private static final String ADOPT = "UPDATE activity SET ref = ?, digest = ? WHERE id = ? AND ref IS NULL";

    private static final String CHAINED = "UPDATE activity SET chained = 1 WHERE id IN (%s)";

    private static final String LINKS = "SELECT " + AuditRows.LINK + ", e.proof, " + AuditRows.EVENT + """

        FROM audit_link l
        LEFT JOIN activity a ON a.id = l.activity_id
        LEFT JOIN audit_erasure e ON e.owner = l.owner
        WHERE l.number >= ? ORDER BY l.number LIMIT ?
        """;

    private static final String UNLINKED = """
        SELECT a.id FROM activity a LEFT JOIN audit_link l ON l.activity_id = a.id
        WHERE a.chained <> 0 AND l.number IS NULL ORDER BY a.id LIMIT 100
        """;

    private static final String TWICE =
            "SELECT MAX(id) FROM activity GROUP BY ref HAVING ref IS NOT NULL AND COUNT(*) > 1";

    /** Few statements, and none of them long. */
    private static final int AT_ONCE = 50;

    private final Database database;

    JdbcAuditLog(Database database) {
        this.database = database;
    }

    @Override
    public Optional<AuditLink> last() {
        return database.byHand(
                connection -> Statements.one(connection, LAST, values -> {}, row -> AuditRows.link(row, 1)));
    }

    @Override
    public List<Noted> waiting(int limit) {
        return database.byHand(connection -> Statements.all(
                connection, WAITING, values -> values.number(requireLimit(limit)), row -> AuditRows.event(row, 1)));
    }

    @Override
    public long countWaiting() {
        return database.byHand(connection -> Statements.one(connection, COUNT, values -> {}, row -> row.getLong(1)))
                .orElse(0L);
    }

    @Override
    public boolean append(List<AuditLink> links, List<Noted> adopted) {
        requireLimit(links.size());
        return database.letsTogetherByHand(connection -> {
            for (List<AuditLink> some : InList.parts(links, AT_ONCE)) {
                insert(connection, some);
            }
            for (Noted noted : adopted) {
                AuditMark mark = noted.mark().orElseThrow();
                Statements.update(connection, ADOPT, values -> values.id(mark.ref())
                        .hash(mark.digest())
                        .number(noted.row()));
            }
            for (List<AuditLink> some : InList.parts(links, AT_ONCE)) {
                Statements.update(
                        connection,
                        CHAINED.formatted(InList.marks(some)),
                        values -> InList.each(some, link -> values.number(link.row())));
            }
            return links.size();
        });
    }

    private static void insert(Connection connection, List<AuditLink> some) throws SQLException {
        String sql = APPEND + String.join(", ", Collections.nCopies(some.size(), ONE));
        Statements.update(connection, sql, values -> {
            for (AuditLink link : some) {
                values.number(link.number())
                        .number(link.row())
                        .hash(link.owner())
                        .hash(link.digest())
                        .number(link.adopted() ? 1 : 0)
                        .hash(link.head());
            }
        });
    }

    @Override
    public List<Linked> links(long from, int limit) {
        return database.byHand(connection -> Statements.all(
                connection,
                LINKS,
                values -> values.number(from).number(requireLimit(limit)),
                row -> new Linked(
                        AuditRows.link(row, 1),
                        row.getObject(8) == null ? Optional.empty() : Optional.of(AuditRows.event(row, 8)),
                        Optional.ofNullable(row.getBytes(7)).map(Fingerprint::stored))));
    }

    @Override
    public List<Long> strays() {
        return database.byHand(connection -> {
            List<Long> unlinked = Statements.all(connection, UNLINKED, values -> {}, row -> row.getLong(1));
            return unlinked.isEmpty()
                    ? Statements.all(connection, TWICE, values -> {}, row -> row.getLong(1))
                    : unlinked;
        });
    }

    private static int requireLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("the limit is 1 to " + MOST);
        }
        return limit;
    }
}
