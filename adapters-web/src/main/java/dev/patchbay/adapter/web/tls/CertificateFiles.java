package dev.patchbay.adapter.web.tls;

import dev.patchbay.adapter.web.settings.TlsSettings.CertificateSource;
import dev.patchbay.domain.certificate.ChainProof;
import dev.patchbay.domain.certificate.KeyAndChain;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what is in files that somebody else keeps, also when they change. Safe for many threads. */
public final class CertificateFiles implements CertificateWatch {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateFiles.class);

    private final CertificateSource.Files source;
    private final ServedCertificate served;
    private final Clock clock;
    private Optional<PemPair> shown = Optional.empty();
    private String told = "";

    public CertificateFiles(CertificateSource.Files source, ServedCertificate served, Clock clock) {
        this.source = source;
        this.served = served;
        this.clock = clock;
    }

    /** Why they could not be served now, in plain words; empty when they could. */
    public static Optional<String> problem(CertificateSource.Files source, Clock clock) {
        try {
            proven(PemPair.read(source.chain(), source.key()), source, clock);
            return Optional.empty();
        } catch (PemPair.Unfit e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static KeyAndChain proven(PemPair pair, CertificateSource.Files source, Clock clock) throws PemPair.Unfit {
        KeyAndChain both = pair.parsed();
        if (ChainProof.of(both, source.names(), clock.instant()) instanceof ChainProof.Flawed(String why)) {
            throw new PemPair.Unfit(why);
        }
        return both;
    }

    /** The one file is written after the other, so that a first look may see a key and a certificate that do not belong together. */
    @Override
    public synchronized void look() {
        try {
            // Both are in hand before either is used: they may be replaced meanwhile.
            PemPair pair = PemPair.read(source.chain(), source.key());
            if (shown.filter(pair::equals).isEmpty()) {
                KeyAndChain next = proven(pair, source, clock);
                served.show(next);
                shown = Optional.of(pair);
                LOG.info("from now on connections are shown {}", next.chain());
            }
            told = "";
        } catch (PemPair.Unfit | IllegalArgumentException e) {
            tell(String.valueOf(e.getMessage()));
        }
    }

    private void tell(String why) {
        if (!why.equals(told)) {
            LOG.warn("the certificate in {} is not shown, and the one before stays: {}", source.chain(), why);
            told = why;
        }
    }
}
