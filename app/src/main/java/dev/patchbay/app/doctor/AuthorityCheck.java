package dev.patchbay.app.doctor;

import dev.patchbay.adapter.acme.AuthorityLook;
import dev.patchbay.adapter.acme.AuthorityStanding;
import dev.patchbay.adapter.web.settings.TlsSettings.CertificateSource;
import java.util.ArrayList;
import java.util.List;

/** Whether the certificate authorities that the settings name are there, and issue what is wanted. */
final class AuthorityCheck implements Check {
    private final Patient patient;

    AuthorityCheck(Patient patient) {
        this.patient = patient;
    }

    @Override
    public String name() {
        return "authority";
    }

    @Override
    public List<Finding> look() {
        if (!(patient.tls().certificate() instanceof CertificateSource.Acme)) {
            return List.of(
                    Finding.skipped(name(), "no certificate is ordered: DOMAIN is not set, or it comes from files"));
        }
        if (patient.hasProblemWith("ACME_DIRECTORY_URL", "ACME_FALLBACK_DIRECTORY_URL", "ACME_CA_CERTIFICATE")) {
            return List.of(Finding.skipped(name(), "its settings cannot be used"));
        }
        List<AuthorityStanding> seen = AuthorityLook.look(patient.settings());
        List<Finding> all = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            all.addAll(look(seen.get(i), i == 0 ? "ACME_" : "ACME_FALLBACK_"));
        }
        return all;
    }

    private List<Finding> look(AuthorityStanding one, String prefix) {
        if (one.trouble().isPresent()) {
            return List.of(Finding.fail(
                    name(),
                    one.name() + ": " + one.trouble().get(),
                    "see that " + prefix + "DIRECTORY_URL is right, that this machine may call it, and for an authority"
                            + " of your own that ACME_CA_CERTIFICATE has its root"));
        }
        List<Finding> all = new ArrayList<>();
        all.add(Finding.ok(
                name(),
                one.name() + " is reached"
                        + one.terms()
                                .map(terms -> "; ACME_EMAIL accepts its terms at " + terms)
                                .orElse("")));
        if (one.isBindingMissing()) {
            all.add(Finding.fail(
                    name(),
                    one.name() + " issues only to accounts that it gave credentials to",
                    "get them there, and set " + prefix + "EAB_KEY_ID and " + prefix + "EAB_HMAC"));
        }
        if (one.isProfileMissing()) {
            all.add(Finding.warn(
                    name(),
                    one.name() + " does not offer the profile " + one.profile().orElse("")
                            + "; its usual one is ordered",
                    one.profilesOffered().isEmpty()
                            ? "leave ACME_PROFILE away"
                            : "set ACME_PROFILE to one of " + String.join(", ", one.profilesOffered())));
        }
        one.time().ifPresent(time -> all.add(Clocks.beside(one.name(), time, patient.clock())));
        return all;
    }
}
