package dev.patchbay.domain.certificate;

import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import java.time.Instant;

/**
 * A certificate as it is stored.
 *
 * @param version 1 for the first, each next one higher by 1
 * @param issuer who issued it
 * @param key its private key, PKCS #8, sealed with the service's own data key
 * @param obtainedAt when it was put there
 * @param timing when it is to be renewed
 */
public record KeptCertificate(
        CertificateId id,
        long version,
        AuthorityId issuer,
        CertificateChain chain,
        SealedSecret key,
        Instant obtainedAt,
        RenewalTiming timing) {
    public KeptCertificate {
        if (version < 1) {
            throw new IllegalArgumentException("versions are counted from 1");
        }
    }

    /** Where its key is sealed. */
    public Place keyPlace() {
        return keyPlace(id, version);
    }

    /** Where the key of that version is sealed. */
    public static Place keyPlace(CertificateId id, long version) {
        return new Place("certificate.private_key", id.value(), "", version);
    }

    /** Whose data key seals it. */
    public static KeyOwner keyOwner() {
        return KeyOwner.service();
    }

    /** When it is to be renewed. */
    public RenewalPlan plan() {
        return RenewalPlan.of(chain, timing.window(), timing.draw());
    }
}
