package dev.patchbay.app.doctor;

import dev.patchbay.adapter.web.settings.TlsSettings.CertificateSource;
import dev.patchbay.adapter.web.tls.CertificateFiles;
import dev.patchbay.domain.certificate.CertificateChain;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** The certificate in files that somebody else keeps. */
final class CertificateFilesCheck implements Check {
    private final Patient patient;

    CertificateFilesCheck(Patient patient) {
        this.patient = patient;
    }

    @Override
    public String name() {
        return CertificateLife.NAME;
    }

    @Override
    public List<Finding> look() {
        return switch (patient.tls().certificate()) {
            case CertificateSource.Elsewhere() -> List.of(Finding.skipped(name(), "TLS does not end in this process"));
            // It is in the database, and told of from there.
            case CertificateSource.Acme acme -> List.of();
            case CertificateSource.Files files -> List.of(look(files));
        };
    }

    private Finding look(CertificateSource.Files files) {
        Optional<String> problem = CertificateFiles.problem(files, patient.clock());
        if (problem.isPresent()) {
            return Finding.fail(
                    name(),
                    problem.get(),
                    "put a certificate and its key that can be used into " + files.chain()
                            + " (TLS_CERTIFICATE_FILE) and " + files.key() + " (TLS_KEY_FILE)");
        }
        try {
            return CertificateChain.ofPem(Files.readString(files.chain()))
                    .map(chain -> CertificateLife.of(
                            chain,
                            patient.clock().instant(),
                            "renew it, and put it into " + files.chain() + "; a service that runs takes it over"))
                    .orElseThrow(() -> new IOException("no certificate"));
        } catch (IOException changedMeanwhile) {
            return Finding.skipped(name(), files.chain() + " was changed while it was looked at");
        }
    }
}
