package dev.patchbay.usecase.certificate;

import dev.patchbay.domain.certificate.CertificateId;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.KeptCertificate;
import dev.patchbay.domain.certificate.KeyAndChain;
import dev.patchbay.domain.certificate.OrderHistory;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Hands the certificate to whoever serves it, and says how it does. Safe for many threads. */
public final class CurrentCertificate {
    private final CertificateId id;
    private final CertificateNames names;
    private final CertificateStore store;
    private final TokenVault vault;
    private final Clock clock;

    public CurrentCertificate(
            CertificateId id, CertificateNames names, CertificateStore store, TokenVault vault, Clock clock) {
        this.id = id;
        this.names = names;
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    /** What is to be served now. */
    public sealed interface Served {
        /** Another one than the caller has. */
        record Newer(long version, KeyAndChain certificate) implements Served {}

        /** The one that the caller has. */
        record Same() implements Served {}

        /** None yet. */
        record None() implements Served {}

        /** There is one, and its key cannot be opened: what the caller has is better. */
        record Unreadable(long version) implements Served {}
    }

    /**
     * What is to be served by a process that serves that version; costs one small read as long as nothing changed.
     *
     * @param version what the caller has, 0 for none
     * @throws dev.patchbay.port.StoreUnavailable when the store does not answer: what the caller has stays good
     */
    public Served after(long version) {
        long present = store.certificates().version(id);
        if (present == 0) {
            return new Served.None();
        }
        return present == version
                ? new Served.Same()
                : store.certificates().current(id).map(this::opened).orElseGet(Served.None::new);
    }

    private Served opened(KeptCertificate one) {
        return switch (vault.open(KeptCertificate.keyOwner(), one.keyPlace(), one.key())) {
            case Opening.Opened(Secret key) -> new Served.Newer(one.version(), new KeyAndChain(key, one.chain()));
            case Opening.Unreadable() -> new Served.Unreadable(one.version());
        };
    }

    /** How it does. @throws dev.patchbay.port.StoreUnavailable when the store does not answer */
    public CertificateStatus status() {
        Optional<KeptCertificate> current = store.certificates().current(id);
        OrderHistory history = store.orders().history(id);
        Instant now = clock.instant();
        Instant due = current.map(one -> one.plan().renewAt()).orElse(now);
        Instant next = latest(due, history.mayTryAt(), now);
        return new CertificateStatus(
                names, current.map(one -> present(one, now)), history.lastAt(), history.lastFailure(), next);
    }

    private CertificateStatus.Present present(KeptCertificate one, Instant now) {
        return new CertificateStatus.Present(
                one.version(),
                one.issuer(),
                one.chain().notAfter(),
                Duration.between(now, one.chain().notAfter()),
                one.chain().covers(names));
    }

    private static Instant latest(Instant a, Instant b, Instant c) {
        Instant later = a.isAfter(b) ? a : b;
        return later.isAfter(c) ? later : c;
    }
}
