package dev.patchbay.domain.certificate;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A certificate and what leads from it to a root: the service's own first, each one issued by the next. Not empty. */
public record CertificateChain(List<X509Certificate> certificates) {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    public CertificateChain {
        certificates = List.copyOf(certificates);
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("a chain is not empty");
        }
    }

    /** Reads PEM, as {@link #toPem} writes it. Empty when it holds no certificate, or something that is none. */
    public static Optional<CertificateChain> ofPem(String pem) {
        try {
            Collection<? extends java.security.cert.Certificate> read = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
            List<X509Certificate> all =
                    read.stream().map(X509Certificate.class::cast).toList();
            return all.isEmpty() ? Optional.empty() : Optional.of(new CertificateChain(all));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /** All of them as PEM, the service's own first. */
    public String toPem() {
        StringBuilder pem = new StringBuilder();
        for (X509Certificate one : certificates) {
            pem.append("-----BEGIN CERTIFICATE-----\n")
                    .append(LINES.encodeToString(encoded(one)))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return pem.toString();
    }

    private static byte[] encoded(X509Certificate one) {
        try {
            return one.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }

    /** The service's own. */
    public X509Certificate leaf() {
        return certificates.getFirst();
    }

    public Instant notBefore() {
        return leaf().getNotBefore().toInstant();
    }

    public Instant notAfter() {
        return leaf().getNotAfter().toInstant();
    }

    /** From its beginning to its end. */
    public Duration lifetime() {
        return Duration.between(notBefore(), notAfter());
    }

    /** Whether it vouches for all of them, perhaps by a wildcard. */
    public boolean covers(CertificateNames names) {
        VouchedNames vouched = VouchedNames.of(leaf());
        return names.all().stream().allMatch(vouched::includes);
    }

    /** By number and end; a chain is long. */
    @Override
    public String toString() {
        return "certificate " + leaf().getSerialNumber().toString(16) + " until " + notAfter();
    }
}
