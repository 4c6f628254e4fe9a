package dev.patchbay.port.certificate;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.certificate.CertificateFixtures.aCertificate;
import static dev.patchbay.port.certificate.CertificateFixtures.aCertificateId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.certificate.CertificateId;
import dev.patchbay.domain.certificate.Draw;
import dev.patchbay.domain.certificate.KeptCertificate;
import dev.patchbay.domain.certificate.OrderLease;
import dev.patchbay.domain.certificate.RenewalTiming;
import dev.patchbay.domain.certificate.RenewalWindow;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import dev.patchbay.port.vault.SealedRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Certificates} keeps. */
public abstract class CertificatesContract {
    private static final Instant UNTIL = NOW.plus(OrderLease.LIFE);

    private final CertificateId id = aCertificateId();

    protected abstract Stores stores();

    @Test
    void the_first_one_comes_to_where_there_was_none() {
        assertThat(certificates().current(id)).isEmpty();
        assertThat(certificates().version(id)).isZero();
        KeptCertificate first = aCertificate(id, 1);

        assertThat(certificates().replace(first, lease(), NOW)).isTrue();

        assertThat(certificates().current(id)).contains(first);
        assertThat(certificates().version(id)).isEqualTo(1);
        assertThat(certificates().current(aCertificateId())).isEmpty();
    }

    @Test
    void each_next_one_takes_the_place_of_the_one_before() {
        OrderLease lease = lease();
        certificates().replace(aCertificate(id, 1), lease, NOW);
        KeptCertificate second = aCertificate(id, 2);

        assertThat(certificates().replace(second, lease, NOW)).isTrue();

        assertThat(certificates().current(id)).contains(second);
        assertThat(certificates().version(id)).isEqualTo(2);
    }

    @Test
    void a_version_is_neither_left_out_nor_put_twice() {
        OrderLease lease = lease();
        assertThat(certificates().replace(aCertificate(id, 2), lease, NOW)).isFalse();
        KeptCertificate first = aCertificate(id, 1);
        certificates().replace(first, lease, NOW);

        assertThat(certificates().replace(aCertificate(id, 1), lease, NOW)).isFalse();
        assertThat(certificates().replace(aCertificate(id, 3), lease, NOW)).isFalse();
        assertThat(certificates().current(id)).contains(first);
    }

    @Test
    void of_many_who_put_the_same_version_one_does() {
        OrderLease lease = lease();

        assertThat(Race.of(() -> certificates().replace(aCertificate(id, 1), lease, NOW)))
                .containsOnlyOnce(true);
        assertThat(Race.of(() -> certificates().replace(aCertificate(id, 2), lease, NOW)))
                .containsOnlyOnce(true);
    }

    @Test
    void who_lost_the_lease_puts_nothing() {
        OrderLease lost = lease();
        OrderLease won = stores().certificateOrders()
                .take(id, "other", NOW, UNTIL, held -> true)
                .orElseThrow();

        assertThat(certificates().replace(aCertificate(id, 1), lost, NOW)).isFalse();
        assertThat(certificates().replace(aCertificate(id, 1), won, UNTIL)).isFalse();
        assertThat(certificates().version(id)).isZero();
        assertThat(certificates().replace(aCertificate(id, 1), won, UNTIL.minusNanos(1000)))
                .isTrue();
        stores().certificateOrders().release(won);
        assertThat(certificates().replace(aCertificate(id, 2), won, NOW)).isFalse();
    }

    @Test
    void what_is_known_about_renewing_goes_with_the_version() {
        certificates().replace(aCertificate(id, 1), lease(), NOW);
        var timing = new RenewalTiming(
                Optional.of(new RenewalWindow(NOW.plus(days(50)), NOW.plus(days(51)))),
                new Draw(999_999),
                NOW.plus(hours(6)));

        assertThat(certificates().note(id, 1, timing)).isTrue();
        assertThat(certificates().current(id)).map(KeptCertificate::timing).contains(timing);

        assertThat(certificates().note(id, 2, timing)).isFalse();
        certificates().replace(aCertificate(id, 2), lease(), NOW);
        assertThat(certificates().note(id, 1, timing)).isFalse();
        assertThat(certificates().current(id).orElseThrow().timing().window()).isEmpty();
    }

    @Test
    void of_many_who_want_to_ask_about_it_one_does_when_it_is_due() {
        certificates().replace(aCertificate(id, 1), lease(), NOW);
        Instant due = NOW.plus(days(1));
        Instant next = due.plus(hours(6));

        assertThat(certificates().takeAsking(id, 1, due.minusNanos(1000), next)).isFalse();
        assertThat(certificates().takeAsking(id, 2, due, next)).isFalse();
        assertThat(Race.of(() -> certificates().takeAsking(id, 1, due, next))).containsOnlyOnce(true);
        assertThat(certificates().current(id).orElseThrow().timing().askAt()).isEqualTo(next);
    }

    @Test
    void its_key_is_among_what_the_service_has_sealed() {
        KeptCertificate first = aCertificate(id, 1);
        certificates().replace(first, lease(), NOW);
        SealedRow row = sealedRows().getFirst();
        SealedSecret fresh = new SealedSecret(new byte[] {9});

        assertThat(row).isEqualTo(new SealedRow(KeptCertificate.keyOwner(), first.keyPlace(), first.key()));
        assertThat(stores().sealedRows().reseal(row, fresh)).isTrue();
        assertThat(stores().sealedRows().reseal(row, fresh)).isFalse();
        assertThat(certificates().current(id)).map(KeptCertificate::key).contains(fresh);

        certificates().replace(aCertificate(id, 2), lease(), NOW);
        SealedRow before = new SealedRow(row.owner(), row.place(), fresh);
        assertThat(stores().sealedRows().reseal(before, fresh)).isFalse();
        assertThat(sealedRows()).extracting(one -> one.place().version()).containsExactly(2L);
    }

    private List<SealedRow> sealedRows() {
        return stores().sealedRows().of(KeptCertificate.keyOwner()).stream()
                .filter(row -> row.place().row().equals(id.value()))
                .toList();
    }

    private OrderLease lease() {
        return stores().certificateOrders()
                .take(id, "me", NOW.minus(minutes(1)), UNTIL, held -> true)
                .orElseThrow();
    }

    private Certificates certificates() {
        return stores().certificates();
    }
}
