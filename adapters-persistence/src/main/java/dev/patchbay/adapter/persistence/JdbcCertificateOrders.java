package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.certificate.AuthorityId;
import dev.patchbay.domain.certificate.CertificateId;
import dev.patchbay.domain.certificate.OrderFailure;
import dev.patchbay.domain.certificate.OrderHistory;
import dev.patchbay.domain.certificate.OrderLease;
import dev.patchbay.domain.connection.Held;
import dev.patchbay.port.certificate.CertificateOrders;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

@Singleton
final class JdbcCertificateOrders implements CertificateOrders {

    private static final String LEASE = "SELECT fence, holder, held_until FROM certificate_order WHERE id = ?";

    private static final String FIRST =
            "INSERT INTO certificate_order (fence, holder, held_until, id) VALUES (?, ?, ?, ?)";

    private static final String TAKE =
            "UPDATE certificate_order SET fence = ?, holder = ?, held_until = ? WHERE id = ? AND fence = ?";

    private static final String PROLONG =
            "UPDATE certificate_order SET held_until = ? WHERE id = ? AND fence = ? AND held_until > ?";

    private static final String RELEASE =
            "UPDATE certificate_order SET holder = NULL, held_until = NULL WHERE id = ? AND fence = ?";

    private static final String HISTORY = """
        SELECT failures, tried_1, tried_2, tried_3, last_at, failure, detail, next_at FROM certificate_order WHERE id = ?
        """;

    private static final String NOTE = """
        UPDATE certificate_order
        SET failures = ?, tried_1 = ?, tried_2 = ?, tried_3 = ?, last_at = ?, failure = ?, detail = ?, next_at = ?
        WHERE id = ? AND fence = ? AND held_until > ?
        """;

    private static final String HURRY = "UPDATE certificate_order SET next_at = NULL WHERE id = ?";

    private static final String REST =
            "UPDATE certificate_authority SET rests_until = ? WHERE directory = ? AND rests_until < ?";

    private static final String FIRST_REST = "INSERT INTO certificate_authority (rests_until, directory) VALUES (?, ?)";

    private static final String RESTS =
            "SELECT rests_until FROM certificate_authority WHERE directory = ? AND rests_until > ?";

    private final Database database;

    JdbcCertificateOrders(Database database) {
        this.database = database;
    }

    private record Seen(long fence, Optional<Held> held) {
        static Seen read(ResultSet row) throws SQLException {
            String holder = row.getString(2);
            return new Seen(row.getLong(1), Columns.time(row, 3).map(until -> new Held(holder, until)));
        }
    }

    @Override
    public Optional<OrderLease> take(
            CertificateId id, String holder, Instant now, Instant until, Predicate<Held> mayTakeOver) {
        Optional<Seen> seen = database.byHand(
                connection -> Statements.one(connection, LEASE, values -> values.exact(id.value()), Seen::read));
        boolean isHeld = seen.flatMap(Seen::held)
                .filter(held -> now.isBefore(held.until()) && !mayTakeOver.test(held))
                .isPresent();
        if (isHeld) {
            return Optional.empty();
        }
        long before = seen.map(Seen::fence).orElse(0L);
        Statements.Binding lease =
                values -> values.number(before + 1).text(holder).time(until).exact(id.value());
        boolean taken = seen.isEmpty()
                ? database.addsByHand(connection -> Statements.update(connection, FIRST, lease))
                : database.changesByHand(TAKE, values -> {
                    lease.on(values);
                    values.number(before);
                });
        return taken ? Optional.of(new OrderLease(id, before + 1, until)) : Optional.empty();
    }

    @Override
    public Optional<OrderLease> prolong(OrderLease lease, Instant now, Instant until) {
        return database.changesByHand(PROLONG, values -> values.time(until)
                        .exact(lease.id().value())
                        .number(lease.fence())
                        .time(now))
                ? Optional.of(new OrderLease(lease.id(), lease.fence(), until))
                : Optional.empty();
    }

    @Override
    public void release(OrderLease lease) {
        boolean _ = database.changesByHand(
                RELEASE, values -> values.exact(lease.id().value()).number(lease.fence()));
    }

    @Override
    public OrderHistory history(CertificateId id) {
        return database.byHand(connection -> Statements.one(
                        connection, HISTORY, values -> values.exact(id.value()), JdbcCertificateOrders::read))
                .orElseGet(OrderHistory::none);
    }

    private static OrderHistory read(ResultSet row) throws SQLException {
        String failure = row.getString(6);
        String detail = row.getString(7);
        return new OrderHistory(
                row.getInt(1),
                Stream.of(Columns.time(row, 2), Columns.time(row, 3), Columns.time(row, 4))
                        .flatMap(Optional::stream)
                        .toList(),
                Columns.time(row, 5),
                Optional.ofNullable(failure)
                        .map(kind -> new OrderFailure.Note(OrderFailure.Kind.valueOf(kind), detail)),
                Columns.time(row, 8));
    }

    @Override
    public boolean note(OrderLease lease, OrderHistory history, Instant now) {
        return database.changesByHand(NOTE, values -> {
            values.number(history.failures());
            List<Instant> tries = history.tries();
            for (int i = 0; i < OrderHistory.AN_HOUR; i++) {
                values.time(i < tries.size() ? tries.get(i) : null);
            }
            values.time(history.lastAt().orElse(null))
                    .text(history.lastFailure().map(note -> note.kind().name()).orElse(null))
                    .text(history.lastFailure().map(OrderFailure.Note::detail).orElse(null))
                    .time(history.nextAt().orElse(null))
                    .exact(lease.id().value())
                    .number(lease.fence())
                    .time(now);
        });
    }

    @Override
    public void hurry(CertificateId id) {
        boolean _ = database.changesByHand(HURRY, values -> values.exact(id.value()));
    }

    @Override
    public void rest(AuthorityId authority, Instant until) {
        boolean _ = restsLonger(authority, until)
                || database.addsByHand(connection -> Statements.update(
                        connection, FIRST_REST, values -> values.time(until).exact(authority.toString())))
                || restsLonger(authority, until);
    }

    private boolean restsLonger(AuthorityId authority, Instant until) {
        return database.changesByHand(
                REST, values -> values.time(until).exact(authority.toString()).time(until));
    }

    @Override
    public Optional<Instant> restsUntil(AuthorityId authority, Instant now) {
        return database.byHand(connection -> Statements.one(
                connection, RESTS, values -> values.exact(authority.toString()).time(now), row -> Columns.time(row, 1)
                        .orElseThrow()));
    }
}
