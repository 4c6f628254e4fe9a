package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.certificate.AuthorityId;
import dev.patchbay.domain.certificate.CertificateChain;
import dev.patchbay.domain.certificate.CertificateId;
import dev.patchbay.domain.certificate.Draw;
import dev.patchbay.domain.certificate.KeptCertificate;
import dev.patchbay.domain.certificate.OrderLease;
import dev.patchbay.domain.certificate.RenewalTiming;
import dev.patchbay.domain.certificate.RenewalWindow;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.certificate.Certificates;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

@Singleton
final class JdbcCertificates implements Certificates {

    private static final String CURRENT = """
        SELECT version, issuer, chain, private_key, obtained_at, window_start, window_end, drawn, ask_at
        FROM certificate WHERE id = ?
        """;

    private static final String VERSION = "SELECT version FROM certificate WHERE id = ?";

    /** The row stays as it is until what follows is done. */
    private static final String LEASE =
            "SELECT fence FROM certificate_order WHERE id = ? AND fence = ? AND held_until > ? FOR UPDATE";

    private static final String FIRST = """
        INSERT INTO certificate
            (version, issuer, chain, private_key, obtained_at, window_start, window_end, drawn, ask_at, id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private static final String NEXT = """
        UPDATE certificate
        SET version = ?, issuer = ?, chain = ?, private_key = ?, obtained_at = ?, window_start = ?, window_end = ?,
            drawn = ?, ask_at = ?
        WHERE id = ? AND version = ?
        """;

    private static final String TAKE_ASKING =
            "UPDATE certificate SET ask_at = ? WHERE id = ? AND version = ? AND ask_at <= ?";

    private static final String NOTE = """
        UPDATE certificate SET window_start = ?, window_end = ?, drawn = ?, ask_at = ? WHERE id = ? AND version = ?
        """;

    private final Database database;

    JdbcCertificates(Database database) {
        this.database = database;
    }

    @Override
    public Optional<KeptCertificate> current(CertificateId id) {
        return database.byHand(connection ->
                Statements.one(connection, CURRENT, values -> values.exact(id.value()), row -> read(id, row)));
    }

    @Override
    public long version(CertificateId id) {
        return database.byHand(connection ->
                        Statements.one(connection, VERSION, values -> values.exact(id.value()), row -> row.getLong(1)))
                .orElse(0L);
    }

    @Override
    public boolean replace(KeptCertificate next, OrderLease lease, Instant now) {
        return database.letsTogetherByHand(connection -> {
            boolean held = Statements.one(
                            connection,
                            LEASE,
                            values -> values.exact(lease.id().value())
                                    .number(lease.fence())
                                    .time(now),
                            row -> row.getLong(1))
                    .isPresent();
            if (!held) {
                return 0;
            }
            return next.version() == 1
                    ? Statements.update(connection, FIRST, values -> write(values, next))
                    : Statements.update(
                            connection, NEXT, values -> write(values, next).number(next.version() - 1));
        });
    }

    @Override
    public boolean takeAsking(CertificateId id, long version, Instant now, Instant next) {
        return database.byHand(connection -> Statements.update(connection, TAKE_ASKING, values -> values.time(next)
                        .exact(id.value())
                        .number(version)
                        .time(now)))
                > 0;
    }

    @Override
    public boolean note(CertificateId id, long version, RenewalTiming timing) {
        return database.byHand(connection -> Statements.update(connection, NOTE, values -> write(values, timing)
                        .exact(id.value())
                        .number(version)))
                > 0;
    }

    private static Parameters write(Parameters values, KeptCertificate one) throws SQLException {
        values.number(one.version())
                .exact(one.issuer().toString())
                .text(one.chain().toPem())
                .sealed(one.key())
                .time(one.obtainedAt());
        return write(values, one.timing()).exact(one.id().value());
    }

    private static Parameters write(Parameters values, RenewalTiming timing) throws SQLException {
        return values.time(timing.window().map(RenewalWindow::start).orElse(null))
                .time(timing.window().map(RenewalWindow::end).orElse(null))
                .number(timing.draw().millionths())
                .time(timing.askAt());
    }

    private static KeptCertificate read(CertificateId id, ResultSet row) throws SQLException {
        Optional<Instant> start = Columns.time(row, 6);
        Optional<Instant> end = Columns.time(row, 7);
        return new KeptCertificate(
                id,
                row.getLong(1),
                AuthorityId.of(Columns.text(row.getBytes(2))),
                CertificateChain.ofPem(row.getString(3))
                        .orElseThrow(() -> new IllegalStateException("the certificate in the store is none")),
                new SealedSecret(row.getBytes(4)),
                Columns.time(row, 5).orElseThrow(),
                new RenewalTiming(
                        start.flatMap(from -> end.map(to -> new RenewalWindow(from, to))),
                        new Draw(row.getInt(8)),
                        Columns.time(row, 9).orElseThrow()));
    }
}
