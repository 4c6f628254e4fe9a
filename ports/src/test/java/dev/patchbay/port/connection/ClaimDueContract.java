package dev.patchbay.port.connection;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.aPlatform;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.open;
import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Due;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.ConnectionFixture;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import dev.patchbay.port.connection.Claims.Claimant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Claims#claimDue} finds. */
public abstract class ClaimDueContract {

    private static final Claimant SWEEP = new Claimant("sweep", seconds(15));

    private final ProviderId platform = aPlatform();

    protected abstract Stores stores();

    @Test
    void what_is_due_is_claimed_and_handed_over_whole() {
        Connection due = added(expired(minutes(1)));

        List<Due> found = claimDue(10);

        assertThat(found).singleElement().isInstanceOfSatisfying(Due.Claimed.class, claimed -> {
            assertThat(claimed.connection()).isEqualTo(due);
            assertThat(claimed.lease().connection()).isEqualTo(due.id());
            assertThat(claimed.lease().version()).isEqualTo(1);
            assertThat(claimed.lease().inDoubt()).isFalse();
            assertThat(stores().claims().stand(claimed.lease(), new Standing.Active(), true))
                    .isTrue();
        });
    }

    @Test
    void a_claim_of_the_sweep_is_a_claim_like_any_other() {
        Connection due = added(expired(minutes(1)));
        claimDue(10);

        assertThat(stores().claims()
                        .claim(
                                due.id(),
                                1,
                                SWEEP,
                                held -> {
                                    assertThat(held.holder()).isEqualTo("sweep");
                                    assertThat(held.until()).isEqualTo(NOW.plus(seconds(15)));
                                    return false;
                                },
                                NOW))
                .isEmpty();
    }

    @Test
    void the_longest_overdue_come_first_and_no_more_than_wanted() {
        Connection second = added(expired(hours(2)));
        Connection third = added(expired(hours(1)));
        Connection first = added(expired(hours(3)));

        assertThat(ids(claimDue(2))).containsExactly(first.id(), second.id());
        assertThat(ids(claimDue(2))).containsExactly(third.id());
        assertThat(claimDue(2)).isEmpty();
    }

    @Test
    void one_is_due_to_the_microsecond_when_its_clocks_say_so() {
        Connection connection = added(mine());
        Instant due = connection.clocks().refreshAfter(connection.id());

        assertThat(stores().claims().claimDue(platform, due.minusNanos(1000), SWEEP, 10, NOW))
                .isEmpty();
        assertThat(stores().claims().claimDue(platform, due, SWEEP, 10, NOW)).hasSize(1);
    }

    @Test
    void only_one_platform_is_looked_at() {
        added(expired(minutes(1)).at(aPlatform()));

        assertThat(claimDue(10)).isEmpty();
    }

    @Test
    void what_somebody_has_a_claim_on_is_left_alone_also_when_it_ran_out() {
        Connection due = added(expired(minutes(1)));
        claim(due);

        assertThat(stores().claims().claimDue(platform, NOW.plus(days(1)), SWEEP, 10, NOW.plus(days(1))))
                .isEmpty();
    }

    @Test
    void what_cannot_be_renewed_or_has_ended_is_never_due() {
        added(expired(minutes(1)).withoutRefreshToken());
        added(expired(minutes(1)).standing(new Standing.NeedsReconnect(Cause.GRANT_DEAD, NOW)));
        added(expired(minutes(1)).standing(new Standing.Quarantined(Cause.SECRET_UNREADABLE, NOW)));
        for (Standing end : List.of(
                new Standing.NeedsReconnect(Cause.GRANT_DEAD, NOW),
                new Standing.Quarantined(Cause.SECRET_UNREADABLE, NOW))) {
            stores().claims().stand(claim(added(expired(minutes(1)))), end, true);
        }

        assertThat(claimDue(10)).isEmpty();
    }

    @Test
    void a_waiting_one_is_due_at_its_next_try() {
        Connection connection = added(expired(minutes(1)));
        Instant retryAt = NOW.plus(minutes(5)).plusNanos(1000);
        Standing waiting = new Standing.Waiting(Cause.PROVIDER_UNAVAILABLE, NOW, retryAt, 2);
        stores().claims().stand(claim(connection), waiting, true);

        assertThat(stores().claims().claimDue(platform, retryAt.minusNanos(1000), SWEEP, 10, NOW))
                .isEmpty();
        assertThat(stores().claims().claimDue(platform, retryAt, SWEEP, 10, NOW))
                .singleElement()
                .isInstanceOfSatisfying(
                        Due.Claimed.class,
                        claimed -> assertThat(claimed.connection().standing()).isEqualTo(waiting));
    }

    @Test
    void one_that_waits_no_longer_is_due_when_its_clocks_say_so() {
        Connection connection = added(mine());
        Standing waiting = new Standing.Waiting(Cause.PROVIDER_UNAVAILABLE, NOW, NOW, 2);
        stores().claims().stand(claim(connection), waiting, true);
        stores().claims().stand(claim(connection), new Standing.Active(), true);

        assertThat(claimDue(10)).isEmpty();
        assertThat(stores().claims()
                        .claimDue(platform, connection.clocks().refreshAfter(connection.id()), SWEEP, 10, NOW))
                .hasSize(1);
    }

    @Test
    void what_was_given_back_is_due_again_at_once_and_what_was_put_off_then() {
        Connection connection = added(expired(minutes(1)));
        stores().claims().release(claim(connection));
        assertThat(claimDue(10))
                .hasSize(1)
                .first()
                .isInstanceOfSatisfying(
                        Due.Claimed.class, claimed -> stores().claims().putOff(claimed.lease(), NOW.plus(minutes(3))));

        assertThat(claimDue(10)).isEmpty();
        assertThat(stores().claims().claimDue(platform, NOW.plus(minutes(3)), SWEEP, 10, NOW))
                .hasSize(1);
    }

    @Test
    void what_has_ended_does_not_become_due_by_being_put_off() {
        Lease lease = claim(added(expired(minutes(1))));
        stores().claims().stand(lease, new Standing.NeedsReconnect(Cause.GRANT_DEAD, NOW), true);

        stores().claims().putOff(lease, NOW);

        assertThat(claimDue(10)).isEmpty();
    }

    @Test
    void a_renewed_one_is_due_by_its_new_clocks() {
        Connection old = added(expired(minutes(1)));
        Connection next = old.refreshed(old.tokens(), old.scopes(), old.clocks().refreshed(NOW, hours(1)));
        stores().connections().advance(next);

        assertThat(claimDue(10)).isEmpty();
        assertThat(stores().claims().claimDue(platform, next.clocks().refreshAfter(next.id()), SWEEP, 10, NOW))
                .singleElement()
                .isInstanceOfSatisfying(Due.Claimed.class, claimed -> assertThat(claimed.connection())
                        .isEqualTo(next));
    }

    @Test
    void a_row_that_cannot_be_read_stops_no_other_and_is_named() {
        Connection before = added(expired(hours(3)));
        Connection spoilt = added(expired(hours(2)));
        Connection after = added(expired(hours(1)));
        stores().spoil(spoilt.id());

        List<Due> found = claimDue(10);

        assertThat(ids(found)).containsExactly(before.id(), spoilt.id(), after.id());
        assertThat(found.get(1)).isEqualTo(new Due.Unfit(spoilt.id(), 1));
    }

    @Test
    void of_many_who_claim_at_once_each_gets_others_and_together_they_get_all() {
        List<ConnectionId> due =
                Stream.generate(() -> added(expired(minutes(1))).id()).limit(60).toList();

        List<List<ConnectionId>> shares = Race.of(() -> {
            List<ConnectionId> mine = new ArrayList<>();
            for (int round = 0; round < 20; round++) {
                mine.addAll(ids(claimDue(5)));
            }
            return mine;
        });

        List<ConnectionId> all =
                new ArrayList<>(shares.stream().flatMap(List::stream).toList());
        all.addAll(ids(claimDue(500)));
        assertThat(all).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(due);
    }

    @Test
    void the_sweep_and_a_single_caller_never_both_get_a_connection() {
        for (int round = 0; round < 20; round++) {
            Connection due = added(expired(minutes(1)));

            List<Integer> granted = Race.between(List.of(
                    () -> claimDue(10).size(),
                    () -> stores().claims().claim(due.id(), 1, SWEEP, held -> false, NOW).stream()
                            .toList()
                            .size()));

            // Passing over a row that is being claimed at that very moment is right as well.
            assertThat(granted.get(0) + granted.get(1)).isEqualTo(1);
        }
    }

    @Test
    void nobody_asks_for_nothing_or_for_everything() {
        assertThatThrownBy(() -> claimDue(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> claimDue(501)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Due> claimDue(int limit) {
        return stores().claims().claimDue(platform, NOW, SWEEP, limit, NOW);
    }

    private ConnectionFixture mine() {
        return aConnection().at(platform);
    }

    private ConnectionFixture expired(Duration ago) {
        return mine().expiringIn(ago.negated());
    }

    private Connection added(ConnectionFixture fixture) {
        Connection connection = fixture.ownedBy(open(stores())).build();
        assertThat(stores().connections().add(connection)).isTrue();
        return connection;
    }

    private Lease claim(Connection connection) {
        return stores().claims()
                .claim(connection.id(), connection.version(), new Claimant("a", seconds(15)), held -> false, NOW)
                .orElseThrow();
    }

    private static List<ConnectionId> ids(List<Due> found) {
        return found.stream()
                .map(due -> switch (due) {
                    case Due.Claimed(Connection connection, Lease lease) -> connection.id();
                    case Due.Unfit(ConnectionId id, long version) -> id;
                })
                .toList();
    }
}
