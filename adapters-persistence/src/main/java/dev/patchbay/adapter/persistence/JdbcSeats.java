package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.clientapp.SeatId;
import dev.patchbay.domain.clientapp.SeatOffer;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.port.clientapp.Seats;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
final class JdbcSeats implements Seats {

    /** Held until the offer is kept: of two who offer at once, the second sees the number of the first. */
    private static final String LOCK_APP = """
        SELECT client_id, since FROM own_app WHERE account_id = ? AND platform = ? AND version = ? FOR UPDATE
        """;

    private static final String FREE_NUMBERS = """
        DELETE FROM seat WHERE owner_id = ? AND platform = ? AND offered_until <= ?
        """;

    private static final String NUMBERS = "SELECT number FROM seat WHERE owner_id = ? AND platform = ?";

    private static final String OFFER = """
        INSERT INTO seat (owner_id, platform, number, id, app_since, label, offered_at, offered_until, invitation_hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private static final String ANY = """
        SELECT s.owner_id, s.platform, s.number, s.id, s.label, s.offered_at, s.offered_until, s.holder_id, s.taken_at,
               a.client_id
        FROM seat s JOIN own_app a ON a.account_id = s.owner_id AND a.platform = s.platform
        """;

    private static final String OF_OWNER = ANY + """
        WHERE s.owner_id = ? AND s.platform = ? AND (s.offered_until IS NULL OR s.offered_until > ?) ORDER BY s.number
        """;

    private static final String OFFERED = ANY + " WHERE s.invitation_hash = ? AND s.offered_until > ?";

    private static final String HELD = ANY + " WHERE s.holder_id = ? AND s.platform = ?";

    private static final String ALL_HELD = ANY + " WHERE s.holder_id = ? ORDER BY s.platform";

    private static final String TAKE = """
        UPDATE seat SET holder_id = ?, taken_at = ?, invitation_hash = NULL, offered_until = NULL
        WHERE invitation_hash = ? AND offered_until > ? AND holder_id IS NULL AND owner_id <> ?
        """;

    private static final String END = "DELETE FROM seat WHERE id = ? AND ";

    private static final String FORGET_OVER = "DELETE FROM seat WHERE offered_until <= ? LIMIT 500";

    private final Database database;

    JdbcSeats(Database database) {
        this.database = database;
    }

    /** A row that another offer may belong to. */
    private record Locked(String clientId, Instant since) {}

    @Override
    public Offering offer(OwnApp app, SeatOffer offer, int limit) {
        return database.togetherByHand(connection -> {
            Optional<Locked> locked = Statements.one(
                    connection,
                    LOCK_APP,
                    values -> values.text(app.owner().value())
                            .text(app.platform().value())
                            .number(app.version()),
                    row -> new Locked(
                            Columns.text(row.getBytes(1)), Columns.time(row, 2).orElseThrow()));
            return locked.isPresent() ? offer(connection, app, locked.get(), offer, limit) : new Offering.AppChanged();
        });
    }

    private static Offering offer(Connection connection, OwnApp app, Locked locked, SeatOffer offer, int limit)
            throws SQLException {
        String owner = app.owner().value();
        String platform = app.platform().value();
        Statements.update(connection, FREE_NUMBERS, values -> values.text(owner)
                .text(platform)
                .time(offer.at()));
        List<Integer> used =
                Statements.all(connection, NUMBERS, values -> values.text(owner).text(platform), row -> row.getInt(1));
        int number = Seat.FIRST;
        while (used.contains(number)) {
            number++;
        }
        if (number > limit) {
            return new Offering.Full();
        }
        int free = number;
        Statements.update(connection, OFFER, values -> values.text(owner)
                .text(platform)
                .number(free)
                .id(offer.id().value())
                .time(locked.since())
                .text(offer.label().value())
                .time(offer.at())
                .time(offer.until())
                .hash(offer.invitation()));
        return new Offering.Kept(new Seat(
                offer.id(),
                new ClientAppId(app.platform(), locked.clientId(), Optional.of(app.owner())),
                free,
                offer.label(),
                offer.at(),
                new Seat.State.Offered(offer.until())));
    }

    @Override
    public List<Seat> of(AccountId owner, ProviderId platform, Instant now) {
        return database.byHand(connection -> Statements.all(
                connection,
                OF_OWNER,
                values -> values.text(owner.value()).text(platform.value()).time(now),
                JdbcSeats::read));
    }

    @Override
    public Optional<Seat> offered(Fingerprint invitation, Instant now) {
        return database.byHand(connection -> Statements.one(
                connection, OFFERED, values -> values.hash(invitation).time(now), JdbcSeats::read));
    }

    @Override
    public Optional<Seat> heldBy(AccountId holder, ProviderId platform) {
        return database.byHand(connection -> Statements.one(
                connection, HELD, values -> values.text(holder.value()).text(platform.value()), JdbcSeats::read));
    }

    @Override
    public List<Seat> heldBy(AccountId holder) {
        return database.byHand(connection ->
                Statements.all(connection, ALL_HELD, values -> values.text(holder.value()), JdbcSeats::read));
    }

    private static Seat read(ResultSet row) throws SQLException {
        Optional<AccountId> holder =
                Optional.ofNullable(row.getString("holder_id")).map(AccountId::new);
        Optional<Instant> taken = Columns.time(row, "taken_at");
        Optional<Instant> until = Columns.time(row, "offered_until");
        return new Seat(
                new SeatId(Columns.uuid(row.getBytes("id"))),
                new ClientAppId(
                        new ProviderId(row.getString("platform")),
                        Columns.text(row.getBytes("client_id")),
                        Optional.of(new AccountId(row.getString("owner_id")))),
                row.getInt("number"),
                new DisplayName(row.getString("label")),
                Columns.time(row, "offered_at").orElseThrow(),
                holder.<Seat.State>map(by -> new Seat.State.Taken(by, taken.orElseThrow()))
                        .orElseGet(() -> new Seat.State.Offered(until.orElseThrow())));
    }

    @Override
    public boolean take(Fingerprint invitation, AccountId holder, Instant now) {
        return database.letsByHand(
                connection -> Statements.update(connection, TAKE, values -> values.text(holder.value())
                        .time(now)
                        .hash(invitation)
                        .time(now)
                        .text(holder.value())));
    }

    @Override
    public boolean end(Seat seen) {
        Optional<AccountId> holder = seen.holder();
        String sql = END + (holder.isPresent() ? "holder_id = ?" : "holder_id IS NULL");
        return database.byHand(connection -> Statements.update(connection, sql, values -> {
                    values.id(seen.id().value());
                    if (holder.isPresent()) {
                        values.text(holder.get().value());
                    }
                }))
                > 0;
    }

    @Override
    public int forgetOver(Instant now) {
        return database.byHand(connection -> Statements.update(connection, FORGET_OVER, values -> values.time(now)));
    }
}
