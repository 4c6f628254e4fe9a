package dev.patchbay.port.certificate;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.certificate.CertificateFixtures.aCertificateId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.certificate.AuthorityId;
import dev.patchbay.domain.certificate.CertificateId;
import dev.patchbay.domain.certificate.OrderFailure;
import dev.patchbay.domain.certificate.OrderHistory;
import dev.patchbay.domain.certificate.OrderLease;
import dev.patchbay.domain.connection.Held;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link CertificateOrders} keeps. */
public abstract class CertificateOrdersContract {
    private static final Instant UNTIL = NOW.plus(OrderLease.LIFE);
    private static final OrderHistory FAILED = OrderHistory.none()
            .trying(NOW.minus(minutes(2)))
            .trying(NOW.minus(minutes(1)))
            .failed(new OrderFailure.NameRefused("not for \u00fc"), false, Optional.empty(), NOW);

    private final CertificateId id = aCertificateId();

    protected abstract Stores stores();

    @Test
    void of_many_who_want_the_lease_one_gets_it() {
        assertThat(Race.of(() -> take("p" + UUID.randomUUID(), NOW)).stream().filter(Optional::isPresent))
                .hasSize(1);
        assertThat(Race.of(() -> take("p" + UUID.randomUUID(), UNTIL)).stream().filter(Optional::isPresent))
                .hasSize(1);
    }

    @Test
    void a_lease_that_ran_out_is_taken_to_the_microsecond_and_its_fence_grows() {
        OrderLease first = take("me", NOW).orElseThrow();
        assertThat(first.until()).isEqualTo(UNTIL);

        assertThat(take("other", UNTIL.minusNanos(1000))).isEmpty();
        assertThat(take("other", UNTIL))
                .hasValueSatisfying(second -> assertThat(second.fence()).isGreaterThan(first.fence()));
    }

    @Test
    void the_lease_of_a_process_that_has_gone_is_taken_over() {
        take("gone", NOW);
        List<Held> asked = new ArrayList<>();

        assertThat(orders().take(id, "other", NOW, UNTIL, held -> !asked.add(held)))
                .isEmpty();
        assertThat(asked).containsExactly(new Held("gone", UNTIL));
        assertThat(orders().take(id, "other", NOW, UNTIL, held -> asked.add(held)))
                .isPresent();
    }

    @Test
    void one_prolongs_and_gives_back_ones_own() {
        OrderLease lease = take("me", NOW).orElseThrow();
        Instant longer = UNTIL.plus(minutes(1));

        OrderLease prolonged = orders().prolong(lease, NOW, longer).orElseThrow();
        assertThat(prolonged).isEqualTo(new OrderLease(id, lease.fence(), longer));
        assertThat(take("other", UNTIL)).isEmpty();
        orders().release(prolonged);
        orders().release(prolonged);
        assertThat(orders().prolong(prolonged, NOW, longer)).isEmpty();

        assertThat(take("other", NOW)).isPresent();
        orders().release(prolonged);
        assertThat(take("third", NOW)).isEmpty();
    }

    @Test
    void what_ran_out_is_not_prolonged() {
        OrderLease lease = take("me", NOW).orElseThrow();

        assertThat(orders().prolong(lease, UNTIL, UNTIL.plus(minutes(1)))).isEmpty();
    }

    @Test
    void history_is_written_under_the_lease() {
        assertThat(orders().history(id)).isEqualTo(OrderHistory.none());
        OrderLease lease = take("me", NOW).orElseThrow();
        assertThat(orders().history(id)).isEqualTo(OrderHistory.none());

        assertThat(orders().note(lease, FAILED, NOW)).isTrue();
        assertThat(orders().history(id)).isEqualTo(FAILED);
        assertThat(orders().note(lease, FAILED, UNTIL)).isFalse();

        assertThat(orders().take(id, "other", NOW, UNTIL, held -> true)).isPresent();
        assertThat(orders().note(lease, FAILED.succeeded(NOW), NOW)).isFalse();
        assertThat(orders().history(id)).isEqualTo(FAILED);
    }

    @Test
    void history_outlives_the_lease_and_a_success_clears_it() {
        OrderLease lease = take("me", NOW).orElseThrow();
        orders().note(lease, FAILED, NOW);
        orders().release(lease);
        assertThat(orders().history(id)).isEqualTo(FAILED);

        OrderHistory done = FAILED.succeeded(NOW.plus(minutes(1)));
        assertThat(orders().note(take("me", NOW).orElseThrow(), done, NOW)).isTrue();
        assertThat(orders().history(id)).isEqualTo(done);
        assertThat(orders().history(aCertificateId())).isEqualTo(OrderHistory.none());
    }

    @Test
    void who_hurries_takes_away_the_wait_alone() {
        orders().hurry(id);
        orders().note(take("me", NOW).orElseThrow(), FAILED, NOW);

        orders().hurry(id);

        assertThat(orders().history(id)).isEqualTo(FAILED.hurried());
    }

    @Test
    void an_authority_rests_until_the_latest_time_that_was_noted() {
        AuthorityId authority = AuthorityId.of("https://ca.example/" + UUID.randomUUID());
        assertThat(orders().restsUntil(authority, NOW)).isEmpty();

        orders().rest(authority, NOW.plus(hours(2)));
        orders().rest(authority, NOW.plus(hours(1)));
        assertThat(orders().restsUntil(authority, NOW)).contains(NOW.plus(hours(2)));
        orders().rest(authority, NOW.plus(hours(3)));
        assertThat(orders().restsUntil(authority, NOW)).contains(NOW.plus(hours(3)));

        assertThat(orders().restsUntil(authority, NOW.plus(hours(3)))).isEmpty();
        assertThat(orders().restsUntil(CertificateFixtures.CA, NOW)).isEmpty();
    }

    private Optional<OrderLease> take(String holder, Instant now) {
        return orders().take(id, holder, now, now.plus(OrderLease.LIFE), held -> false);
    }

    private CertificateOrders orders() {
        return stores().certificateOrders();
    }
}
