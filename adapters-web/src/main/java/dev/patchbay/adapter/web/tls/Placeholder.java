package dev.patchbay.adapter.web.tls;

import dev.patchbay.domain.certificate.CertificateChain;
import dev.patchbay.domain.certificate.CertificateName;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.KeyAndChain;
import dev.patchbay.domain.vault.Secret;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** What is shown until the first certificate comes, so that the TLS port never speaks in clear text. Nobody trusts it. */
final class Placeholder {
    /** Longer than anybody waits for the first certificate. */
    private static final Duration LIFE = Duration.ofDays(365);

    private static final Duration SKEW = Duration.ofDays(1);

    private Placeholder() {}

    /** A fresh key, and a certificate that it signed itself. */
    static KeyAndChain of(CertificateNames names, Clock clock) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            var subject = new X500Principal("CN=Patchbay is waiting for its certificate");
            Instant now = clock.instant();
            var builder = new JcaX509v3CertificateBuilder(
                            subject,
                            new BigInteger(120, new SecureRandom()).add(BigInteger.ONE),
                            Date.from(now.minus(SKEW)),
                            Date.from(now.plus(LIFE)),
                            subject,
                            keys.getPublic())
                    .addExtension(
                            Extension.subjectAlternativeName,
                            false,
                            new GeneralNames(names.all().stream()
                                    .map(Placeholder::general)
                                    .toArray(GeneralName[]::new)));
            var certificate = new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
            return new KeyAndChain(
                    Secret.of(keys.getPrivate().getEncoded()), new CertificateChain(List.of(certificate)));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("no certificate can be made here", e);
        }
    }

    private static GeneralName general(CertificateName name) {
        return switch (name) {
            case CertificateName.Dns(String host) -> new GeneralName(GeneralName.dNSName, host);
            case CertificateName.Ip(String address) -> new GeneralName(GeneralName.iPAddress, address);
        };
    }
}
