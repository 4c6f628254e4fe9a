package dev.patchbay.adapter.web.tls;

import dev.patchbay.domain.certificate.CertificateName;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.ChainProof;
import dev.patchbay.domain.certificate.KeyAndChain;
import dev.patchbay.usecase.certificate.CurrentCertificate;
import dev.patchbay.usecase.certificate.CurrentCertificate.Served;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what is in the store, whichever process put it there. Safe for many threads. */
public final class StoredCertificate implements CertificateWatch {
    private static final Logger LOG = LoggerFactory.getLogger(StoredCertificate.class);

    private final CurrentCertificate current;
    private final CertificateNames names;
    private final ServedCertificate served;
    private final Clock clock;
    private long shown;
    private long told;

    public StoredCertificate(
            CurrentCertificate current, CertificateNames names, ServedCertificate served, Clock clock) {
        this.current = current;
        this.names = names;
        this.served = served;
        this.clock = clock;
    }

    @Override
    public synchronized void look() {
        switch (current.after(shown)) {
            case Served.Same(), Served.None() -> {
                // What is shown is as good as anything.
            }
            case Served.Unreadable(long version) -> tell(version, "its key cannot be opened");
            case Served.Newer(long version, KeyAndChain next) -> show(version, next);
        }
    }

    private void show(long version, KeyAndChain next) {
        Optional<String> flaw = flaw(next);
        if (flaw.isPresent()) {
            tell(version, flaw.get());
            return;
        }
        try {
            served.show(next);
        } catch (IllegalArgumentException e) {
            tell(version, String.valueOf(e.getMessage()));
            return;
        }
        shown = version;
        LOG.info("from now on connections are shown {} (version {})", next.chain(), version);
    }

    /**
     * It was proven before it was stored, so that its end, or a name that was added since, is no reason to show something worse. What could
     * be wrong now is the way here.
     */
    private Optional<String> flaw(KeyAndChain next) {
        List<CertificateName> covered = names.all().stream()
                .filter(name -> next.chain().covers(new CertificateNames(List.of(name))))
                .toList();
        if (covered.isEmpty()) {
            return Optional.of("it is for none of " + names);
        }
        Instant now = clock.instant();
        Instant last = next.chain().notAfter().minus(Duration.ofSeconds(1));
        return switch (ChainProof.of(next, new CertificateNames(covered), now.isBefore(last) ? now : last)) {
            case ChainProof.Proven() -> Optional.empty();
            case ChainProof.Flawed(String why) -> Optional.of(why);
        };
    }

    private void tell(long version, String why) {
        if (told != version) {
            LOG.error(
                    "the stored certificate (version {}) is not shown, and what was shown before stays: {}",
                    version,
                    why);
            told = version;
        }
    }
}
