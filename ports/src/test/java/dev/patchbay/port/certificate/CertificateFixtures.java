package dev.patchbay.port.certificate;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.days;

import dev.patchbay.domain.certificate.AuthorityId;
import dev.patchbay.domain.certificate.CertificateId;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.Draw;
import dev.patchbay.domain.certificate.KeptCertificate;
import dev.patchbay.domain.certificate.KeyAndChain;
import dev.patchbay.domain.certificate.RenewalTiming;
import dev.patchbay.domain.vault.SealedSecret;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Certificates, ready made. */
public final class CertificateFixtures {
    public static final CertificateNames NAMES = CertificateNames.of("music.example", "www.music.example");
    public static final AuthorityId CA = AuthorityId.of("https://ca.example/directory");

    private CertificateFixtures() {}

    /** A certificate nobody has heard of. */
    public static CertificateId aCertificateId() {
        return new CertificateId(UUID.randomUUID().toString());
    }

    /** For {@link #NAMES}, ninety days from then on. */
    public static KeyAndChain aKeyAndChain(Instant from) {
        return new TestAuthority("Test Root", from).issue(NAMES, from, from.plus(days(90)));
    }

    /** As it is stored, with a key that nobody can read. */
    public static KeptCertificate aCertificate(CertificateId id, long version) {
        return new KeptCertificate(
                id,
                version,
                CA,
                aKeyAndChain(NOW).chain(),
                new SealedSecret(new byte[] {(byte) version, 1}),
                NOW,
                new RenewalTiming(Optional.empty(), new Draw(17), NOW.plus(days(1))));
    }
}
