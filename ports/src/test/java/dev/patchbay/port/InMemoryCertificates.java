package dev.patchbay.port;

import dev.patchbay.domain.certificate.CertificateId;
import dev.patchbay.domain.certificate.KeptCertificate;
import dev.patchbay.domain.certificate.OrderLease;
import dev.patchbay.domain.certificate.RenewalTiming;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.certificate.Certificates;
import java.time.Instant;
import java.util.Optional;

final class InMemoryCertificates implements Certificates {

    private final InMemoryState state;

    InMemoryCertificates(InMemoryState state) {
        this.state = state;
    }

    @Override
    public Optional<KeptCertificate> current(CertificateId id) {
        return state.act(() -> found(id));
    }

    @Override
    public long version(CertificateId id) {
        return state.act(() -> present(id));
    }

    @Override
    public boolean replace(KeptCertificate next, OrderLease lease, Instant now) {
        return state.act(() -> {
            if (!state.certificate.isHeld(lease, now) || present(next.id()) != next.version() - 1) {
                return false;
            }
            state.certificate.certificates.put(next.id(), next);
            return true;
        });
    }

    @Override
    public boolean takeAsking(CertificateId id, long version, Instant now, Instant next) {
        return state.act(() -> found(id)
                .filter(one ->
                        one.version() == version && !now.isBefore(one.timing().askAt()))
                .map(one -> put(
                        one,
                        one.key(),
                        new RenewalTiming(one.timing().window(), one.timing().draw(), next)))
                .isPresent());
    }

    @Override
    public boolean note(CertificateId id, long version, RenewalTiming timing) {
        return state.act(() -> found(id)
                .filter(one -> one.version() == version)
                .map(one -> put(one, one.key(), timing))
                .isPresent());
    }

    /** As {@code SealedRows} does it. */
    void reseal(KeptCertificate one, SealedSecret fresh) {
        put(one, fresh, one.timing());
    }

    private Optional<KeptCertificate> found(CertificateId id) {
        return Optional.ofNullable(state.certificate.certificates.get(id));
    }

    private long present(CertificateId id) {
        return found(id).map(KeptCertificate::version).orElse(0L);
    }

    private KeptCertificate put(KeptCertificate one, SealedSecret key, RenewalTiming timing) {
        var changed =
                new KeptCertificate(one.id(), one.version(), one.issuer(), one.chain(), key, one.obtainedAt(), timing);
        state.certificate.certificates.put(one.id(), changed);
        return changed;
    }
}
