package dev.patchbay.adapter.acme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.certificate.AuthorityId;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.domain.certificate.ChallengeToken;
import dev.patchbay.port.certificate.CertificateAuthority;
import dev.patchbay.port.certificate.ReachesItself;
import dev.patchbay.port.certificate.ReachesItself.Reach;
import dev.patchbay.port.settings.GivenSettings;
import dev.patchbay.port.settings.Settings;
import dev.patchbay.port.vault.KeptSecrets;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WiringTest {

    @Test
    void the_authorities_of_the_settings_are_beans_in_their_order() {
        try (ApplicationContext context = started(Map.of(
                "ACME_DIRECTORY_URL", "https://ca.example/directory",
                "ACME_FALLBACK_DIRECTORY_URL", "https://other.example/directory"))) {
            AcmeAuthorities authorities = context.getBean(AcmeAuthorities.class);

            assertThat(authorities.inOrder())
                    .extracting(CertificateAuthority::id)
                    .containsExactly(
                            AuthorityId.of("https://ca.example/directory"),
                            AuthorityId.of("https://other.example/directory"));
            assertThat(authorities.rehearsal()).isEmpty();
            assertThat(context.getBean(ReachesItself.class)).isInstanceOf(HttpReachesItself.class);
        }
    }

    @Test
    void without_settings_it_is_lets_encrypt_and_orders_are_rehearsed() {
        try (ApplicationContext context = started(Map.of())) {
            AcmeAuthorities authorities = context.getBean(AcmeAuthorities.class);

            assertThat(authorities.inOrder())
                    .singleElement()
                    .satisfies(one -> assertThat(one.id().directory()).isEqualTo(AcmeSettings.LETS_ENCRYPT));
            assertThat(authorities.rehearsal()).isPresent();
        }
    }

    @Test
    void who_cannot_see_itself_may_leave_the_look_out() {
        try (ApplicationContext context = started(Map.of("ACME_SELF_CHECK", "off"))) {
            assertThat(context.getBean(ReachesItself.class)
                            .reach(
                                    CertificateNames.of("nowhere.invalid").first(),
                                    new Challenge(new ChallengeToken("t"), "k", Instant.MAX)))
                    .isEqualTo(new Reach.Reached());
        }
    }

    private static ApplicationContext started(Map<String, String> settings) {
        ApplicationContext context =
                ApplicationContext.builder().deduceEnvironment(false).build();
        context.registerSingleton(Settings.class, GivenSettings.strict(settings))
                .registerSingleton(KeptSecrets.class, new KeptInMemory())
                .registerSingleton(Clock.class, Clock.systemUTC());
        return context.start();
    }
}
