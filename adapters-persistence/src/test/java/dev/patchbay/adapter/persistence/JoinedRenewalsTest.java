package dev.patchbay.adapter.persistence;

import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.port.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Renewals that are written together are each as good as one that is written alone. */
class JoinedRenewalsTest {
    @RegisterExtension
    static final Schema H2 = Schema.onH2();

    @RegisterExtension
    static final Schema MARIADB = Schema.onMariaDb();

    static Stream<JdbcStores> stores() {
        return Stream.of(H2.stores(), MARIADB.stores());
    }

    @ParameterizedTest
    @MethodSource("stores")
    void of_many_at_once_each_hears_what_became_of_its_own(JdbcStores stores) throws Exception {
        for (int round = 0; round < 10; round++) {
            List<Connection> rows = added(stores, Race.RUNNERS);
            List<Connection> moved = rows.subList(0, rows.size() / 2);
            moved.forEach(
                    row -> assertThat(stores.connections().advance(next(row))).isTrue());

            List<Callable<Boolean>> all = new ArrayList<>();
            rows.forEach(row -> all.add(() -> stores.connections().advance(next(row))));
            List<Boolean> heard = Race.between(all);

            for (int i = 0; i < rows.size(); i++) {
                assertThat(heard.get(i)).isEqualTo(i >= moved.size());
                assertThat(stores.connections()
                                .find(rows.get(i).id())
                                .orElseThrow()
                                .version())
                        .isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void one_that_the_store_does_not_take_costs_its_neighbours_nothing(JdbcStores stores) throws Exception {
        for (int round = 0; round < 10; round++) {
            List<Connection> rows = added(stores, Race.RUNNERS);
            List<Callable<Object>> all = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                Connection next = i == 3 ? tooLong(next(rows.get(i))) : next(rows.get(i));
                all.add(() -> {
                    try {
                        return stores.connections().advance(next);
                    } catch (IllegalStateException refused) {
                        return "refused";
                    }
                });
            }

            List<Object> heard = Race.between(all);

            for (int i = 0; i < rows.size(); i++) {
                assertThat(heard.get(i)).isEqualTo(i == 3 ? "refused" : true);
            }
        }
    }

    private static List<Connection> added(JdbcStores stores, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    Connection row = aConnection().ownedBy(open(stores)).build();
                    assertThat(stores.connections().add(row)).isTrue();
                    return row;
                })
                .toList();
    }

    private static Connection next(Connection row) {
        return row.refreshed(row.tokens(), row.scopes(), row.clocks());
    }

    private static Connection tooLong(Connection row) {
        SealedTokens tokens = new SealedTokens("x".repeat(300), row.tokens().accessToken(), Optional.empty());
        return new Connection(
                row.id(),
                row.account(),
                row.platform(),
                row.app(),
                row.who(),
                row.scopes(),
                row.clocks(),
                row.standing(),
                tokens,
                row.version(),
                row.connectedAt(),
                row.lastRefreshedAt());
    }
}
