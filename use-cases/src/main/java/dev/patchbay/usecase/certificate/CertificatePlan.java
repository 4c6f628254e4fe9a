package dev.patchbay.usecase.certificate;

import dev.patchbay.domain.certificate.CertificateId;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.port.certificate.CertificateAuthority;
import java.util.List;
import java.util.Optional;

/**
 * Which certificate is kept, and where it comes from.
 *
 * @param names what it has to vouch for
 * @param authorities in the order in which they are tried; at least one
 * @param rehearsal one whose certificates nobody trusts, and who is asked first after failures; its limits are its own
 */
public record CertificatePlan(
        CertificateId id,
        CertificateNames names,
        List<CertificateAuthority> authorities,
        Optional<CertificateAuthority> rehearsal) {
    public CertificatePlan {
        authorities = List.copyOf(authorities);
        if (authorities.isEmpty()) {
            throw new IllegalArgumentException("a certificate comes from at least one authority");
        }
    }
}
