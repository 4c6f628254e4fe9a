package dev.patchbay.adapter.acme;

import dev.patchbay.port.certificate.CertificateAuthority;
import dev.patchbay.port.certificate.ReachesItself;
import dev.patchbay.port.settings.Settings;
import dev.patchbay.port.vault.KeptSecrets;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The beans of this module. None of them reaches out before it is asked something. */
@Factory
final class AcmeFactory {
    @Singleton
    AcmeSettings acmeSettings(Settings settings) {
        return AcmeSettings.read(settings);
    }

    @Singleton
    AcmeAuthorities acmeAuthorities(AcmeSettings settings, KeptSecrets secrets, Clock clock) {
        return new AcmeAuthorities(
                settings.directories().stream()
                        .<CertificateAuthority>map(one -> new AcmeAuthority(one, settings, secrets, clock))
                        .toList(),
                settings.staging().map(one -> new AcmeAuthority(one, settings, secrets, clock)));
    }

    @Singleton
    ReachesItself reachesItself(AcmeSettings settings) {
        return settings.selfCheck() ? new HttpReachesItself() : (name, challenge) -> new ReachesItself.Reach.Reached();
    }
}
