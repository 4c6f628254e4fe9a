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
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Connections} keeps about the right to renew. */
public abstract class ConnectionClaimsContract {

    private static final Duration LIFE = seconds(15);
    private static final Standing WAITING = new Standing.Waiting(
            Cause.PROVIDER_UNAVAILABLE, NOW, NOW.plus(minutes(1)).plusNanos(1000), 1);

    protected abstract Stores stores();

    @Test
    void a_claim_is_granted_once_until_it_runs_out() {
        Connection connection = added();

        Lease first = claim(connection, NOW).orElseThrow();
        assertThat(first.connection()).isEqualTo(connection.id());
        assertThat(first.version()).isEqualTo(1);
        assertThat(claim(connection, NOW)).isEmpty();
        assertThat(claim(connection, NOW.plus(LIFE).minusNanos(1000))).isEmpty();

        Lease second = claim(connection, NOW.plus(LIFE)).orElseThrow();
        assertThat(second.fence()).isGreaterThan(first.fence());
    }

    @Test
    void of_many_who_claim_at_once_exactly_one_does() {
        Connection connection = added();

        List<Optional<Lease>> claims = Race.of(() -> claim(connection, NOW));

        assertThat(claims.stream().flatMap(Optional::stream)).hasSize(1);
    }

    @Test
    void a_claim_names_the_version_seen() {
        Connection connection = added();

        assertThat(stores().connections().claim(connection.id(), 2, "a", LIFE, NOW))
                .isEmpty();
        assertThat(stores().connections().claim(new ConnectionId(UUID.randomUUID()), 1, "a", LIFE, NOW))
                .isEmpty();
        assertThat(claim(connection, NOW)).isPresent();
    }

    @Test
    void claiming_leaves_what_is_read_as_it_was() {
        Connection connection = added();
        claim(connection, NOW);

        assertThat(stores().connections().find(connection.id())).contains(connection);
    }

    @Test
    void a_released_claim_may_be_taken_at_once() {
        Connection connection = added();
        Lease first = claim(connection, NOW).orElseThrow();

        stores().connections().release(first);

        assertThat(claim(connection, NOW).orElseThrow().fence()).isGreaterThan(first.fence());
    }

    @Test
    void releasing_a_claim_that_somebody_took_over_leaves_theirs_alone() {
        Connection connection = added();
        Lease first = claim(connection, NOW).orElseThrow();
        Instant later = NOW.plus(LIFE);
        assertThat(claim(connection, later)).isPresent();

        stores().connections().release(first);

        assertThat(claim(connection, later)).isEmpty();
    }

    @Test
    void releasing_twice_or_what_is_gone_is_harmless() {
        Connection connection = added();
        Lease lease = claim(connection, NOW).orElseThrow();
        stores().connections().release(lease);
        stores().connections().release(lease);
        stores().connections().remove(connection.id(), 1);

        stores().connections().release(lease);

        assertThat(stores().connections().find(connection.id())).isEmpty();
    }

    @Test
    void a_late_success_counts_and_clears_any_claim() {
        Connection connection = added();
        assertThat(claim(connection, NOW)).isPresent();
        assertThat(claim(connection, NOW.plus(LIFE))).isPresent();
        Connection next = connection.refreshed(connection.tokens(), connection.scopes(), connection.clocks());

        assertThat(stores().connections().advance(next)).isTrue();

        assertThat(claim(next, NOW.plus(LIFE))).isPresent();
    }

    @Test
    void a_standing_is_written_and_gives_the_claim_back() {
        Connection connection = added();
        List<Standing> standings = List.of(
                WAITING, new Standing.NeedsReconnect(Cause.GRANT_DEAD, NOW.plusNanos(1000)), new Standing.Active());

        for (Standing standing : standings) {
            Lease lease = claim(connection, NOW).orElseThrow();
            assertThat(stores().connections().stand(lease, standing)).isTrue();
            assertThat(stores().connections().find(connection.id())).contains(connection.standing(standing));
        }
        assertThat(claim(connection, NOW)).isPresent();
    }

    @Test
    void a_standing_after_the_claim_ran_out_counts_while_nobody_took_over() {
        Connection connection = added();
        Lease expired = stores().connections()
                .claim(connection.id(), 1, "a", LIFE, NOW.minus(minutes(10)))
                .orElseThrow();

        assertThat(stores().connections().stand(expired, WAITING)).isTrue();
    }

    @Test
    void a_standing_of_somebody_whose_claim_was_taken_over_is_refused() {
        Connection connection = added();
        Lease first = claim(connection, NOW).orElseThrow();
        Lease second = claim(connection, NOW.plus(LIFE)).orElseThrow();

        assertThat(stores().connections().stand(first, WAITING)).isFalse();
        assertThat(stores().connections().find(connection.id())).contains(connection);
        assertThat(claim(connection, NOW.plus(LIFE))).isEmpty();
        assertThat(stores().connections().stand(second, WAITING)).isTrue();
    }

    @Test
    void a_standing_without_a_claim_is_refused() {
        Connection connection = added();
        Lease lease = claim(connection, NOW).orElseThrow();
        stores().connections().release(lease);

        assertThat(stores().connections().stand(lease, WAITING)).isFalse();
        assertThat(stores().connections().find(connection.id())).contains(connection);
    }

    @Test
    void a_standing_for_a_version_that_moved_on_or_is_gone_is_refused() {
        Connection connection = added();
        Lease lease = claim(connection, NOW).orElseThrow();
        Connection next = connection.refreshed(connection.tokens(), connection.scopes(), connection.clocks());
        stores().connections().advance(next);

        assertThat(stores().connections().stand(lease, WAITING)).isFalse();
        assertThat(stores().connections().find(connection.id())).contains(next);
        stores().connections().remove(connection.id(), 2);
        assertThat(stores().connections().stand(lease, WAITING)).isFalse();
    }

    private Connection added() {
        Connection connection = aConnection().ownedBy(open(stores())).build();
        assertThat(stores().connections().add(connection)).isTrue();
        return connection;
    }

    private Optional<Lease> claim(Connection connection, Instant now) {
        return stores().connections().claim(connection.id(), connection.version(), "process-a", LIFE, now);
    }
}
