package dev.patchbay.port.connection;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.open;
import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Held;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import dev.patchbay.port.connection.Claims.Claimant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * What every implementation of {@link Claims} keeps about one connection's claim. What it finds to be claimed is in
 * {@link ClaimDueContract}, what it remembers of outcomes in {@link UnsettledContract}.
 */
public abstract class ClaimsContract {

    private static final Duration LIFE = seconds(15);
    private static final Claimant ANNA = new Claimant("process-a", LIFE);
    private static final Claimant BERT = new Claimant("process-b", LIFE);
    private static final Predicate<Held> NEVER = held -> false;
    private static final Predicate<Held> ALWAYS = held -> true;
    private static final Standing WAITING = new Standing.Waiting(
            Cause.PROVIDER_UNAVAILABLE, NOW, NOW.plus(minutes(1)).plusNanos(1000), 1);

    protected abstract Stores stores();

    @Test
    void a_claim_is_granted_once_and_names_what_was_claimed() {
        Connection connection = added();

        Lease lease = claim(connection, ANNA, NEVER).orElseThrow();

        assertThat(lease.connection()).isEqualTo(connection.id());
        assertThat(lease.version()).isEqualTo(1);
        assertThat(lease.inDoubt()).isFalse();
        assertThat(claim(connection, BERT, NEVER)).isEmpty();
        assertThat(claim(connection, ANNA, NEVER)).isEmpty();
    }

    @Test
    void a_free_connection_is_claimed_without_asking_about_anybody() {
        assertThat(claim(added(), ANNA, held -> {
                    throw new AssertionError("asked about " + held);
                }))
                .isPresent();
    }

    @Test
    void who_has_a_claim_is_told_to_whoever_decides_also_when_it_ran_out() {
        Connection connection = added();
        claim(connection, ANNA, NEVER);
        List<Held> asked = new ArrayList<>();

        Optional<Lease> refused = stores().claims()
                .claim(
                        connection.id(),
                        1,
                        BERT,
                        held -> {
                            asked.add(held);
                            return false;
                        },
                        NOW.plus(minutes(10)));

        assertThat(refused).isEmpty();
        assertThat(asked).containsExactly(new Held("process-a", NOW.plus(LIFE)));
    }

    @Test
    void a_claim_that_may_be_taken_over_is_also_before_it_ran_out() {
        Connection connection = added();
        Lease first = claim(connection, ANNA, NEVER).orElseThrow();

        Lease second = claim(connection, BERT, ALWAYS).orElseThrow();

        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(stores().claims().stand(first, WAITING, true)).isFalse();
        assertThat(stores().claims().stand(second, WAITING, true)).isTrue();
    }

    @Test
    void whoever_decides_may_ask_the_store_itself() {
        Connection connection = added();
        claim(connection, ANNA, NEVER);

        assertThat(claim(connection, BERT, held -> stores().connections()
                        .find(connection.id())
                        .isPresent()))
                .isPresent();
    }

    @Test
    void a_claim_that_changes_hands_while_somebody_decides_is_decided_about_anew() {
        Connection connection = added();
        claim(connection, ANNA, NEVER);
        Claimant third = new Claimant("process-c", LIFE);
        List<String> asked = new ArrayList<>();

        Optional<Lease> refused = claim(connection, BERT, held -> {
            asked.add(held.holder());
            boolean first = asked.size() == 1;
            if (first) {
                assertThat(claim(connection, third, ALWAYS)).isPresent();
            }
            return first;
        });

        assertThat(refused).isEmpty();
        assertThat(asked).containsExactly("process-a", "process-c");
    }

    @Test
    void of_many_who_claim_at_once_exactly_one_does() {
        Connection connection = added();

        List<Optional<Lease>> claims = Race.of(() -> claim(connection, ANNA, NEVER));

        assertThat(claims.stream().flatMap(Optional::stream)).hasSize(1);
    }

    @Test
    void of_many_who_take_over_from_the_same_holder_exactly_one_does() {
        Connection connection = added();
        claim(connection, ANNA, NEVER);

        List<Optional<Lease>> claims =
                Race.of(() -> claim(connection, BERT, held -> held.holder().equals("process-a")));

        assertThat(claims.stream().flatMap(Optional::stream)).hasSize(1);
    }

    @Test
    void a_connection_that_ended_or_is_quarantined_is_claimed_by_nobody() {
        for (Standing over : List.of(
                new Standing.NeedsReconnect(Cause.GRANT_DEAD, NOW),
                new Standing.Quarantined(Cause.SECRET_UNREADABLE, NOW))) {
            Connection connection = added();
            Lease lease = claim(connection, ANNA, NEVER).orElseThrow();
            assertThat(stores().claims().stand(lease, over, true)).isTrue();

            assertThat(claim(connection, BERT, ALWAYS)).isEmpty();
        }
    }

    @Test
    void a_claim_names_the_version_seen() {
        Connection connection = added();

        assertThat(stores().claims().claim(connection.id(), 2, ANNA, ALWAYS, NOW))
                .isEmpty();
        assertThat(stores().claims().claim(new ConnectionId(UUID.randomUUID()), 1, ANNA, ALWAYS, NOW))
                .isEmpty();
        assertThat(claim(connection, ANNA, NEVER)).isPresent();
    }

    @Test
    void claiming_leaves_what_is_read_as_it_was() {
        Connection connection = added();
        claim(connection, ANNA, NEVER);

        assertThat(stores().connections().find(connection.id())).contains(connection);
    }

    @Test
    void what_was_given_back_can_be_claimed_again() {
        Connection connection = added();

        Lease first = claim(connection, ANNA, NEVER).orElseThrow();
        stores().claims().release(first);
        Lease second = claim(connection, BERT, NEVER).orElseThrow();
        stores().claims().putOff(second, NOW.plus(minutes(1)));

        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(claim(connection, ANNA, NEVER)).isPresent();
    }

    @Test
    void giving_back_what_was_taken_over_does_nothing() {
        Connection connection = added();
        Lease first = claim(connection, ANNA, NEVER).orElseThrow();
        Lease second = claim(connection, BERT, ALWAYS).orElseThrow();

        stores().claims().release(first);
        stores().claims().putOff(first, NOW.plus(minutes(1)));

        assertThat(claim(connection, ANNA, NEVER)).isEmpty();
        assertThat(stores().claims().stand(second, WAITING, true)).isTrue();
    }

    @Test
    void giving_back_twice_or_what_is_gone_is_harmless() {
        Connection connection = added();
        Lease lease = claim(connection, ANNA, NEVER).orElseThrow();
        stores().claims().release(lease);
        stores().claims().release(lease);
        stores().claims().putOff(lease, NOW);
        stores().connections().remove(connection.id(), 1);

        stores().claims().release(lease);
        stores().claims().putOff(lease, NOW);

        assertThat(stores().connections().find(connection.id())).isEmpty();
    }

    @Test
    void a_late_success_counts_and_clears_any_claim() {
        Connection connection = added();
        claim(connection, ANNA, NEVER);
        claim(connection, BERT, ALWAYS);
        Connection next = connection.refreshed(connection.tokens(), connection.scopes(), connection.clocks());

        assertThat(stores().connections().advance(next)).isTrue();

        assertThat(claim(next, ANNA, NEVER)).isPresent();
    }

    @Test
    void a_standing_is_written_and_gives_the_claim_back() {
        List<Standing> standings = List.of(
                WAITING,
                new Standing.NeedsReconnect(Cause.ROTATION_OUTCOME_UNKNOWN, NOW.plusNanos(1000)),
                new Standing.Quarantined(Cause.SECRET_UNREADABLE, NOW.plusNanos(1000)),
                new Standing.Active());

        for (Standing standing : standings) {
            Connection connection = added();
            Lease lease = claim(connection, ANNA, NEVER).orElseThrow();
            assertThat(stores().claims().stand(lease, standing, true)).isTrue();
            assertThat(stores().connections().find(connection.id())).contains(connection.standing(standing));
            assertThat(stores().claims().stand(lease, standing, true))
                    .as("given back")
                    .isFalse();
        }
    }

    @Test
    void a_standing_after_the_claim_ran_out_counts_while_nobody_took_over() {
        Connection connection = added();
        Lease expired = stores().claims()
                .claim(connection.id(), 1, ANNA, NEVER, NOW.minus(minutes(10)))
                .orElseThrow();

        assertThat(stores().claims().stand(expired, WAITING, true)).isTrue();
    }

    @Test
    void a_standing_of_somebody_whose_claim_was_taken_over_changes_nothing() {
        Connection connection = added();
        Lease first = claim(connection, ANNA, NEVER).orElseThrow();
        claim(connection, BERT, ALWAYS);

        assertThat(stores().claims().stand(first, WAITING, true)).isFalse();

        assertThat(stores().connections().find(connection.id())).contains(connection);
        assertThat(claim(connection, ANNA, NEVER)).isEmpty();
    }

    @Test
    void a_standing_without_a_claim_is_refused() {
        Connection connection = added();
        Lease lease = claim(connection, ANNA, NEVER).orElseThrow();
        stores().claims().release(lease);

        assertThat(stores().claims().stand(lease, WAITING, true)).isFalse();
        assertThat(stores().connections().find(connection.id())).contains(connection);
    }

    @Test
    void a_standing_for_a_version_that_moved_on_or_is_gone_is_refused() {
        Connection connection = added();
        Lease lease = claim(connection, ANNA, NEVER).orElseThrow();
        Connection next = connection.refreshed(connection.tokens(), connection.scopes(), connection.clocks());
        stores().connections().advance(next);

        assertThat(stores().claims().stand(lease, WAITING, true)).isFalse();
        assertThat(stores().connections().find(connection.id())).contains(next);
        stores().connections().remove(connection.id(), 2);
        assertThat(stores().claims().stand(lease, WAITING, true)).isFalse();
    }

    private Connection added() {
        Connection connection = aConnection().ownedBy(open(stores())).build();
        assertThat(stores().connections().add(connection)).isTrue();
        return connection;
    }

    private Optional<Lease> claim(Connection connection, Claimant claimant, Predicate<Held> mayTakeOver) {
        return stores().claims().claim(connection.id(), connection.version(), claimant, mayTakeOver, NOW);
    }
}
