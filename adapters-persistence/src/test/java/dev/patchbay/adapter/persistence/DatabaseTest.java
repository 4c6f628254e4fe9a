package dev.patchbay.adapter.persistence;

import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.account.Account;
import dev.patchbay.port.Race;
import dev.patchbay.port.SeededSecrets;
import dev.patchbay.port.StoreUnavailable;
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

    private static final String RENAME = "UPDATE account SET display_name = ? WHERE id = ?";

    @RegisterExtension
    static final Schema H2 = Schema.onH2();

    @RegisterExtension
    static final Schema MARIADB = Schema.onMariaDb();

    @Test
    void of_two_that_wait_for_each_other_both_get_through_in_the_end() {
        for (Schema schema : new Schema[] {H2, MARIADB}) {
            Database database = JdbcStores.over(schema.pool()).database();
            Account ann = open(schema.stores());
            Account bob = open(schema.stores());
            CountDownLatch bothHoldOne = new CountDownLatch(2);

            List<Boolean> done = Race.between(
                    List.of(crossing(database, bothHoldOne, ann, bob), crossing(database, bothHoldOne, bob, ann)));

            assertThat(done).containsOnly(true);
        }
    }

    private static Callable<Boolean> crossing(
            Database database, CountDownLatch bothHoldOne, Account first, Account second) {
        return () -> database.together(sql -> {
                    sql.update(RENAME, "one", first.id().value());
                    bothHoldOne.countDown();
                    await(bothHoldOne);
                    sql.update(RENAME, "two", second.id().value());
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
        Database database = failing(new SQLException("Deadlock found; row 'secret'", "40001", 1213), pauses);

        assertThatThrownBy(() -> database.update(RENAME, "x", "y"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageNotContaining("secret");
        assertThat(pauses).hasSize(3).allMatch(pause -> pause.compareTo(Duration.ofMillis(40)) <= 0);
    }

    @Test
    void an_outage_is_not_tried_again_because_the_write_may_have_taken_effect() {
        List<Duration> pauses = new ArrayList<>();

        assertThatThrownBy(() -> failing(new SQLException("link failure", "08S01", 0), pauses)
                        .update(RENAME, "x", "y"))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void servers_that_only_read_refuse_us_or_are_full_are_outages() {
        for (int code : new int[] {1290, 1836, 1045, 1040, 1053, 1205, 1114, 90097, 90098, 90020}) {
            assertThatThrownBy(() -> failing(new SQLException("words", "HY000", code), new ArrayList<>())
                            .update(RENAME, "x", "y"))
                    .as("code %s", code)
                    .isInstanceOf(StoreUnavailable.class);
        }
    }

    @Test
    void a_statement_that_is_wrong_is_a_defect() {
        assertThatThrownBy(() -> failing(new SQLException("no such column", "42S22", 1054), new ArrayList<>())
                        .update(RENAME, "x", "y"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("42S22");
    }

    @Test
    void no_failure_repeats_a_value() {
        for (Schema schema : new Schema[] {H2, MARIADB}) {
            Database database = JdbcStores.over(schema.pool()).database();
            String tooLong = "a-very-secret-value".repeat(10);

            assertThatThrownBy(() -> database.update(
                            RENAME, tooLong, open(schema.stores()).id().value()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageNotContaining("secret")
                    .hasNoCause();
            assertThatThrownBy(() -> database.update("UPDATE account SET no_such = 'secret' WHERE id = ?", "secret"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageNotContaining("secret")
                    .hasNoCause();
        }
    }

    @Test
    void work_that_fails_half_way_leaves_nothing() {
        for (Schema schema : new Schema[] {H2, MARIADB}) {
            Account ann = open(schema.stores());
            Database database = JdbcStores.over(schema.pool()).database();

            assertThatThrownBy(() -> database.together(sql -> {
                        sql.update(RENAME, "half", ann.id().value());
                        throw new IllegalArgumentException("half way");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);

            assertThat(schema.stores().accounts().find(ann.id())).contains(ann);
        }
    }

    private static Database failing(SQLException failure, List<Duration> pauses) {
        DataSource source = (DataSource) Proxy.newProxyInstance(
                DatabaseTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    if (method.getName().equals("isWrapperFor")) {
                        return false;
                    }
                    throw failure;
                });
        return new Database(source, new SeededSecrets(), pauses::add);
    }
}
