package dev.patchbay.port.connection;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.aPlatform;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.open;
import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Due;
import dev.patchbay.domain.connection.Held;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.Unsettled;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.Stores;
import dev.patchbay.port.connection.Claims.Claimant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Claims} remembers of renewals whose outcome is not known. */
public abstract class UnsettledContract {

    private static final int ALL = 10_000;
    private static final Claimant ANNA = new Claimant("process-a", seconds(65));
    private static final Claimant BERT = new Claimant("process-b", seconds(65));
    private static final Instant RETRY_AT = NOW.plus(minutes(2)).plusNanos(1000);
    private static final Standing WAITING = new Standing.Waiting(Cause.PROVIDER_UNAVAILABLE, NOW, RETRY_AT, 1);

    private final ProviderId platform = aPlatform();

    protected abstract Stores stores();

    @Test
    void a_claimed_connection_is_unsettled_and_says_who_has_it() {
        Connection connection = added();
        assertThat(mine(NOW)).isEmpty();

        claim(connection, ANNA);

        assertThat(mine(NOW))
                .containsExactly(new Unsettled(
                        connection.id(), platform, Optional.of(new Held("process-a", NOW.plus(seconds(65))))));
    }

    @Test
    void what_the_sweep_claims_is_unsettled_too() {
        added();

        assertThat(stores().claims().claimDue(platform, NOW, ANNA, 10, NOW)).hasSize(1);

        assertThat(mine(NOW)).hasSize(1);
    }

    @Test
    void the_oldest_attempt_comes_first_and_no_more_than_wanted() {
        Connection later = added();
        Connection earlier = added();
        claimAt(later, NOW.plusNanos(2000));
        claimAt(earlier, NOW.plusNanos(1000));

        assertThat(mine(NOW)).extracting(Unsettled::connection).containsExactly(earlier.id(), later.id());
        assertThat(stores().claims().unsettled(1, NOW)).hasSize(1);
    }

    @Test
    void giving_back_what_was_not_used_settles_it() {
        Connection connection = added();

        stores().claims().release(claim(connection, ANNA));
        assertThat(mine(NOW)).isEmpty();

        stores().claims().putOff(claim(connection, ANNA), NOW);
        assertThat(mine(NOW.plus(minutes(1)))).isEmpty();
        assertThat(claim(connection, BERT).inDoubt()).isFalse();
    }

    @Test
    void a_known_outcome_settles_it() {
        Connection connection = added();

        stores().claims().stand(claim(connection, ANNA), WAITING, true);

        assertThat(mine(RETRY_AT)).isEmpty();
        assertThat(claim(connection, BERT).inDoubt()).isFalse();
    }

    @Test
    void an_unknown_outcome_stays_in_doubt_and_waits_for_its_next_try() {
        Connection connection = added();

        stores().claims().stand(claim(connection, ANNA), WAITING, false);

        assertThat(mine(RETRY_AT.minusNanos(1000))).isEmpty();
        assertThat(mine(RETRY_AT)).containsExactly(new Unsettled(connection.id(), platform, Optional.empty()));
        assertThat(claim(connection, BERT).inDoubt()).isTrue();
    }

    @Test
    void the_sweep_is_told_of_a_doubt_too() {
        Connection connection = added();
        stores().claims().stand(claim(connection, ANNA), WAITING, false);

        assertThat(stores().claims().claimDue(platform, RETRY_AT, BERT, 10, RETRY_AT))
                .singleElement()
                .isInstanceOfSatisfying(
                        Due.Claimed.class,
                        claimed -> assertThat(claimed.lease().inDoubt()).isTrue());
    }

    @Test
    void a_claim_that_is_taken_over_is_in_doubt_and_giving_it_back_does_not_settle_it() {
        Connection connection = added();
        claim(connection, ANNA);

        Lease taken = claim(connection, BERT);
        assertThat(taken.inDoubt()).isTrue();
        stores().claims().release(taken);

        assertThat(mine(NOW)).containsExactly(new Unsettled(connection.id(), platform, Optional.empty()));
        assertThat(claim(connection, ANNA).inDoubt()).isTrue();
    }

    @Test
    void a_doubt_about_a_connection_that_was_not_due_is_looked_at_at_once() {
        Connection fresh = aConnection().at(platform).ownedBy(open(stores())).build();
        stores().connections().add(fresh);
        claim(fresh, ANNA);

        stores().claims().release(claim(fresh, BERT));

        assertThat(mine(NOW)).hasSize(1);
    }

    @Test
    void a_doubt_that_is_put_off_waits_until_then() {
        Connection connection = added();
        claim(connection, ANNA);

        stores().claims().putOff(claim(connection, BERT), RETRY_AT);

        assertThat(mine(RETRY_AT.minusNanos(1000))).isEmpty();
        assertThat(mine(RETRY_AT)).hasSize(1);
        assertThat(claim(connection, ANNA).inDoubt()).isTrue();
    }

    @Test
    void giving_back_twice_does_not_settle_a_doubt_in_between() {
        Connection connection = added();
        Lease lease = claim(connection, ANNA);
        stores().claims().stand(lease, WAITING, false);

        stores().claims().release(lease);
        stores().claims().putOff(lease, NOW);

        assertThat(mine(RETRY_AT)).hasSize(1);
    }

    @Test
    void the_time_of_the_first_attempt_counts() {
        Connection first = added();
        Connection second = added();
        claimAt(first, NOW);
        claimAt(second, NOW.plus(minutes(1)));
        claimAt(first, NOW.plus(minutes(2)));

        assertThat(mine(NOW.plus(minutes(2))))
                .extracting(Unsettled::connection)
                .containsExactly(first.id(), second.id());
    }

    @Test
    void a_new_version_settles_everything() {
        Connection connection = added();
        stores().claims().stand(claim(connection, ANNA), WAITING, false);
        claim(connection, BERT);
        Connection next = connection.refreshed(connection.tokens(), connection.scopes(), connection.clocks());

        stores().connections().advance(next);

        assertThat(mine(NOW.plus(minutes(10)))).isEmpty();
        assertThat(claim(next, ANNA).inDoubt()).isFalse();
    }

    @Test
    void one_that_ended_in_doubt_is_not_looked_at_again() {
        Connection connection = added();
        Standing ended = new Standing.NeedsReconnect(Cause.ROTATION_OUTCOME_UNKNOWN, NOW);

        stores().claims().stand(claim(connection, ANNA), ended, false);

        assertThat(mine(NOW.plus(minutes(10)))).isEmpty();
    }

    private List<Unsettled> mine(Instant now) {
        return stores().claims().unsettled(ALL, now).stream()
                .filter(one -> one.platform().equals(platform))
                .toList();
    }

    /** One that is overdue. */
    private Connection added() {
        Connection connection = aConnection()
                .at(platform)
                .expiringIn(minutes(-5))
                .ownedBy(open(stores()))
                .build();
        assertThat(stores().connections().add(connection)).isTrue();
        return connection;
    }

    private Lease claim(Connection connection, Claimant claimant) {
        return claim(connection, claimant, NOW);
    }

    private void claimAt(Connection connection, Instant now) {
        claim(connection, ANNA, now);
    }

    private Lease claim(Connection connection, Claimant claimant, Instant now) {
        return stores().claims()
                .claim(connection.id(), connection.version(), claimant, held -> true, now)
                .orElseThrow();
    }
}
