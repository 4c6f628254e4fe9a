package dev.patchbay.adapter.persistence;

import static dev.patchbay.port.Fixtures.anAccount;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.account.Account;
import dev.patchbay.port.Race;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.account.Accounts;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseTest {

    @RegisterExtension
    static final Schema H2 = Schema.onH2();

    @RegisterExtension
    static final Schema MARIADB = Schema.onMariaDb();

    @Test
    void of_two_that_wait_for_each_other_both_get_through_in_the_end() {
        for (Schema schema : new Schema[] {H2, MARIADB}) {
            Account ann = open(schema.stores());
            Account bob = open(schema.stores());
            CountDownLatch bothHoldOne = new CountDownLatch(2);

            List<Boolean> done = Race.between(List.of(
                    crossing(schema.stores(), bothHoldOne, ann, bob),
                    crossing(schema.stores(), bothHoldOne, bob, ann)));

            assertThat(done).containsOnly(true);
        }
    }

    private static Callable<Boolean> crossing(
            JdbcStores stores, CountDownLatch bothHoldOne, Account first, Account second) {
        AccountTable table = stores.accountTable();
        return () -> stores.database()
                .together(() -> {
                    table.rename(first.id(), "one");
                    bothHoldOne.countDown();
                    await(bothHoldOne);
                    table.rename(second.id(), "two");
                    return Optional.of(true);
                })
                .orElse(false);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("the other never came");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_deadlock_that_lasts_is_tried_three_times_more_and_then_is_an_outage() {
        List<Duration> pauses = new ArrayList<>();
        Accounts accounts = failing(new SQLException("Deadlock found; row 'secret'", "40001", 1213), pauses);

        assertThatThrownBy(() -> rename(accounts))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageNotContaining("secret");
        assertThat(pauses).hasSize(3).allMatch(pause -> pause.compareTo(Duration.ofMillis(40)) <= 0);
    }

    @Test
    void an_outage_is_not_tried_again_because_the_write_may_have_taken_effect() {
        List<Duration> pauses = new ArrayList<>();

        assertThatThrownBy(() -> rename(failing(new SQLException("link failure", "08S01", 0), pauses)))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void servers_that_only_read_refuse_us_or_are_full_are_outages() {
        for (int code : new int[] {1290, 1836, 1045, 1040, 1053, 1205, 1114, 90097, 90098, 90020}) {
            assertThatThrownBy(() -> rename(failing(new SQLException("words", "HY000", code), new ArrayList<>())))
                    .as("code %s", code)
                    .isInstanceOf(StoreUnavailable.class);
        }
    }

    @Test
    void a_statement_that_is_wrong_is_a_defect() {
        assertThatThrownBy(() -> rename(failing(new SQLException("no such column", "42S22", 1054), new ArrayList<>())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("42S22");
    }

    @Test
    void no_failure_repeats_a_value() {
        for (Schema schema : new Schema[] {H2, MARIADB}) {
            JdbcStores stores = schema.stores();
            Account ann = open(stores);
            String tooLong = "a-very-secret-value".repeat(10);
            String noSuch = "UPDATE account SET no_such = 'secret' WHERE id = 'secret'";

            assertThatThrownBy(() -> stores.database()
                            .changes(() -> stores.accountTable().rename(ann.id(), tooLong)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageNotContaining("secret")
                    .hasNoCause();
            assertThatThrownBy(() -> stores.database()
                            .byHand(connection ->
                                    connection.prepareStatement(noSuch).executeUpdate()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageNotContaining("secret")
                    .hasNoCause();
        }
    }

    @Test
    void work_that_fails_half_way_leaves_nothing() {
        for (Schema schema : new Schema[] {H2, MARIADB}) {
            Account ann = open(schema.stores());
            JdbcStores stores = schema.stores();

            assertThatThrownBy(() -> stores.database().together(() -> {
                        stores.accountTable().rename(ann.id(), "half");
                        throw new IllegalArgumentException("half way");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);

            assertThat(schema.stores().accounts().find(ann.id())).contains(ann);
        }
    }

    private static void rename(Accounts accounts) {
        Account ann = anAccount();
        accounts.rename(ann.id(), ann.displayName());
    }

    private static Accounts failing(SQLException failure, List<Duration> pauses) {
        DataSource source = (DataSource) Proxy.newProxyInstance(
                DatabaseTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    if (method.getName().equals("isWrapperFor")) {
                        return false;
                    }
                    throw failure;
                });
        return JdbcStores.over(source, pauses::add).accounts();
    }
}
