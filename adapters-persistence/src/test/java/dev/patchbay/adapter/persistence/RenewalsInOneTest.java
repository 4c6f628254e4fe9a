package dev.patchbay.adapter.persistence;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.ConnectionFixture;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many rows by one statement are each as they would be by their own. */
class RenewalsInOneTest {
    @RegisterExtension
    static final Schema MARIADB = Schema.onMariaDb();

    private final JdbcStores stores = MARIADB.stores();
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(7);

    @Test
    void every_column_arrives_whatever_is_in_it() throws SQLException {
        List<Connection> next = List.of(
                renewed(row -> row),
                renewed(ConnectionFixture::withoutRefreshToken),
                renewed(ConnectionFixture::withEndlessConsent),
                renewed(row -> row.granted()),
                renewed(row -> row.granted("a:b", "c/d", "e'f", "%s", "[x]{y}")),
                renewed(row -> row.belongingTo(new ExternalAccount(
                        "ü\"\\'\u0000-\uD83C\uDFB5", Optional.of("Ån \n\"Özil\" \\ \uD83C\uDFB8"), Optional.empty()))),
                renewed(row ->
                        row.standing(new Standing.Waiting(Cause.PROVIDER_UNAVAILABLE, NOW, NOW.plus(minutes(3)), 4))),
                renewed(row -> row.standing(new Standing.NeedsReconnect(Cause.GRANT_DEAD, NOW))));

        assertThat(advance(next)).isEqualTo(next.size());

        assertThat(next).allSatisfy(row -> assertThat(stores.connections().find(row.id()))
                .contains(row));
    }

    @Test
    void those_that_have_moved_on_are_not_counted_and_not_touched() throws SQLException {
        List<Connection> next = List.of(renewed(row -> row), renewed(row -> row), renewed(row -> row));
        assertThat(stores.connections().advance(next.get(1))).isTrue();
        Connection newest = again(next.get(1));
        assertThat(stores.connections().advance(newest)).isTrue();

        assertThat(advance(next)).isEqualTo(2);

        assertThat(stores.connections().find(newest.id())).contains(newest);
        assertThat(stores.connections().find(next.get(2).id())).contains(next.get(2));
    }

    @Test
    void it_does_for_as_many_as_are_ever_written_together() throws SQLException {
        List<Connection> next = Stream.generate(() -> renewed(row -> row))
                .limit(JoinedRenewals.MOST)
                .toList();

        assertThat(advance(next)).isEqualTo(next.size());
        assertThat(stores.connections().find(next.getLast().id())).contains(next.getLast());
    }

    private int advance(List<Connection> next) throws SQLException {
        try (var connection = MARIADB.pool().getConnection()) {
            return RenewalsInOne.advance(
                    connection, next.stream().map(ConnectionRow::of).toList());
        }
    }

    /** The next version of a row that is in the store, with other tokens, and as this shape has it. */
    private Connection renewed(UnaryOperator<ConnectionFixture> shape) {
        Connection row = aConnection().ownedBy(open(stores)).build();
        assertThat(stores.connections().add(row)).isTrue();
        return next(row, shape.apply(aConnection().ownedBy(row.account())).build());
    }

    private Connection again(Connection row) {
        return next(row, row);
    }

    private Connection next(Connection row, Connection like) {
        SealedTokens tokens = new SealedTokens(
                "Bearer", sealed(400), like.tokens().refreshToken().map(token -> sealed(200)));
        return new Connection(
                row.id(),
                row.account(),
                row.platform(),
                like.app(),
                like.who(),
                like.scopes(),
                like.clocks(),
                like.standing(),
                tokens,
                row.version() + 1,
                row.connectedAt(),
                Optional.of(NOW.plusNanos(123_456_000)));
    }

    private SealedSecret sealed(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return new SealedSecret(bytes);
    }
}
