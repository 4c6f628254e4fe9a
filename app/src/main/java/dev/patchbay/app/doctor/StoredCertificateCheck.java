package dev.patchbay.app.doctor;

import dev.patchbay.adapter.acme.AuthorityLook;
import dev.patchbay.adapter.web.settings.TlsSettings.CertificateSource;
import dev.patchbay.domain.certificate.CertificateChain;
import dev.patchbay.domain.certificate.CertificateId;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.ChainProof;
import dev.patchbay.domain.certificate.KeyAndChain;
import dev.patchbay.port.vault.SealedShelf;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.certificate.CertificateStore;
import dev.patchbay.usecase.certificate.CurrentCertificate;
import dev.patchbay.usecase.certificate.CurrentCertificate.Served;
import java.util.ArrayList;
import java.util.List;

/** The certificate that an authority issued, as the database has it. */
final class StoredCertificateCheck {
    private final Patient patient;

    StoredCertificateCheck(Patient patient) {
        this.patient = patient;
    }

    /** @throws dev.patchbay.port.StoreUnavailable when the database does not answer */
    List<Finding> look() {
        if (!(patient.tls().certificate() instanceof CertificateSource.Acme(CertificateNames names))) {
            return List.of();
        }
        var current = new CurrentCertificate(
                CertificateId.MAIN,
                names,
                patient.context().getBean(CertificateStore.class),
                patient.context().getBean(TokenVault.class),
                patient.clock());
        List<Finding> all = new ArrayList<>();
        switch (current.after(0)) {
            case Served.None() ->
                all.add(Finding.skipped(CertificateLife.NAME, "there is none yet; a service that runs orders it"));
            case Served.Same() -> throw new IllegalStateException("none was named");
            case Served.Unreadable(long version) ->
                all.add(Finding.fail(
                        CertificateLife.NAME,
                        "version " + version + " is there, and its key cannot be opened",
                        "see what is said of the master key above"));
            case Served.Newer(long version, var both) -> all.add(look(both, names));
        }
        List<String> accounts =
                AuthorityLook.accounts(patient.settings(), patient.context().getBean(SealedShelf.class));
        all.add(Finding.ok(
                "authority",
                accounts.isEmpty()
                        ? "an account is made with the first order"
                        : "there is an account with " + String.join(", ", accounts)));
        current.status()
                .lastFailure()
                .ifPresent(note -> all.add(Finding.warn(
                        CertificateLife.NAME,
                        "the last attempt to get one failed: " + note.detail(),
                        "it is tried again by itself; /health on the management port says when")));
        return all;
    }

    private Finding look(KeyAndChain both, CertificateNames names) {
        CertificateChain chain = both.chain();
        if (!chain.covers(names)) {
            return Finding.warn(
                    CertificateLife.NAME,
                    "it is not for all of " + names,
                    "DOMAIN was changed; start the service, which orders another one at once");
        }
        return ChainProof.of(both, names, patient.clock().instant()) instanceof ChainProof.Flawed(String why)
                ? Finding.fail(
                        CertificateLife.NAME,
                        why,
                        "see what is said of dns, reach and authority here, and what the service's log says")
                : CertificateLife.of(
                        chain,
                        patient.clock().instant(),
                        "it should have been renewed: see what is said of dns, reach and authority here");
    }
}
