package dev.patchbay.adapter.acme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.ChainProof;
import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.domain.certificate.ChallengeToken;
import dev.patchbay.domain.certificate.KeyAndChain;
import dev.patchbay.domain.certificate.OrderFailure;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.certificate.CertificateAuthority;
import dev.patchbay.port.certificate.CertificateAuthority.Advice;
import dev.patchbay.port.certificate.CertificateAuthority.ChallengeBoard;
import dev.patchbay.port.certificate.CertificateAuthority.Order;
import dev.patchbay.port.certificate.CertificateAuthority.Ordering;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsPebble
class PebbleTest {
    private static final CertificateNames NAMES = CertificateNames.of("music.example.test", "www.music.example.test");
    private static final ExternalAccount BINDING =
            new ExternalAccount("kid-1", Secret.of("zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W"));

    @TempDir
    Path folder;

    private final KeptInMemory secrets = new KeptInMemory();

    @Test
    void a_certificate_for_several_names_is_issued_and_proven() {
        try (Pebble pebble = Pebble.start(folder)) {
            CertificateAuthority authority = authority(pebble);
            KeyAndChain first = issued(authority.order(order(NAMES), pebble.board()));
            assertProven(first, NAMES);
            assertThat(first.chain().certificates()).hasSizeGreaterThan(1);
            assertThat(pebble.shown()).as("challenges are taken down again").isZero();

            KeyAndChain second = issued(authority.order(new Order(NAMES, Optional.of(first.chain())), pebble.board()));
            assertThat(second.key()).as("no key is used twice").isNotEqualTo(first.key());
            assertThat(second.chain()).isNotEqualTo(first.chain());
            assertThat(authority.advice(first.chain())).isEqualTo(new Advice.NotGiven());
            assertThat(secrets.all()).hasSize(1);
            assertThat(secrets.all().values()).doesNotContain(first.key(), second.key());
        }
    }

    @Test
    void another_process_uses_the_same_account() {
        try (Pebble pebble = Pebble.start(folder)) {
            issued(authority(pebble).order(order(NAMES), pebble.board()));

            issued(authority(pebble).order(order(NAMES), pebble.board()));

            assertThat(secrets.all()).hasSize(1);
        }
    }

    @Test
    void an_address_is_certified_too() {
        try (Pebble pebble = Pebble.start(folder)) {
            CertificateNames names = CertificateNames.of("127.0.0.1", "music.example.test");

            assertProven(issued(authority(pebble).order(order(names), pebble.board())), names);
            CertificateNames alone = CertificateNames.of("127.0.0.1");
            assertProven(issued(authority(pebble).order(order(alone), pebble.board())), alone);
        }
    }

    @Test
    void rejected_nonces_are_tried_again() {
        try (Pebble pebble = Pebble.start(folder, new Pebble.Habits().rejectingNonces(50))) {
            assertProven(issued(authority(pebble).order(order(NAMES), pebble.board())), NAMES);
        }
    }

    @Test
    void a_name_that_is_blocked_is_refused_with_the_authoritys_words() {
        try (Pebble pebble = Pebble.start(folder, new Pebble.Habits().blocking("blocked.example.test"))) {
            Ordering ordering = authority(pebble)
                    .order(order(CertificateNames.of("music.example.test", "blocked.example.test")), pebble.board());

            assertThat(failure(ordering))
                    .isInstanceOfSatisfying(OrderFailure.NameRefused.class, refused -> assertThat(refused.detail())
                            .contains("blocked.example.test"));
        }
    }

    @Test
    void an_answer_that_is_not_there_is_told_by_name() {
        try (Pebble pebble = Pebble.start(folder)) {
            Ordering ordering = authority(pebble).order(order(NAMES), new NoBoard());

            assertThat(failure(ordering))
                    .isInstanceOfSatisfying(OrderFailure.ChallengeFailed.class, failed -> assertThat(failed.detail())
                            .contains("music.example.test")
                            .contains("404"));
        }
    }

    @Test
    void a_store_that_is_away_comes_out_as_such() {
        try (Pebble pebble = Pebble.start(folder)) {
            ChallengeBoard away = new ChallengeBoard() {
                @Override
                public void put(Challenge challenge) {
                    throw new StoreUnavailable("away", null);
                }

                @Override
                public void takeDown(ChallengeToken token) {}
            };

            Assertions.assertThatThrownBy(() -> authority(pebble).order(order(NAMES), away))
                    .isInstanceOf(StoreUnavailable.class);
        }
    }

    @Test
    void an_authority_that_binds_accounts_needs_credentials_and_takes_them() {
        try (Pebble pebble = Pebble.start(folder, new Pebble.Habits().bindingAccounts(BINDING))) {
            assertThat(failure(authority(pebble).order(order(NAMES), pebble.board())))
                    .isInstanceOfSatisfying(OrderFailure.NeedsHuman.class, needs -> assertThat(needs.detail())
                            .contains("ACME_EAB_KEY_ID"));

            var wrong =
                    new ExternalAccount("kid-1", Secret.of("b10lLJs8l1GPIzsLP0s6pMt8O0XVGnfTaCeROxQM0BIt2XrJMDHJZBM5"));
            assertThat(failure(authority(pebble, List.of(pebble.root()), Optional.of(wrong))
                            .order(order(NAMES), pebble.board())))
                    .isInstanceOf(OrderFailure.NeedsHuman.class)
                    .asString()
                    .doesNotContain(wrong.hmac().reveal());

            assertProven(
                    issued(authority(pebble, List.of(pebble.root()), Optional.of(BINDING))
                            .order(order(NAMES), pebble.board())),
                    NAMES);
        }
    }

    @Test
    void an_authority_that_is_away_or_not_trusted_is_told_apart_and_comes_back() {
        try (Pebble pebble = Pebble.start(folder)) {
            assertThat(failure(authority(pebble, List.of(), Optional.empty()).order(order(NAMES), pebble.board())))
                    .isInstanceOfSatisfying(OrderFailure.Unavailable.class, away -> assertThat(away.detail())
                            .contains("ACME_CA_CERTIFICATE"));
            CertificateAuthority authority = authority(pebble);
            KeyAndChain issued = issued(authority.order(order(NAMES), pebble.board()));
            pebble.stop();

            assertThat(failure(authority.order(order(NAMES), pebble.board())))
                    .isInstanceOfSatisfying(OrderFailure.Unavailable.class, away -> assertThat(away.detail())
                            .contains("does not answer"));
            assertThat(authority(pebble).advice(issued.chain())).isInstanceOf(Advice.Unavailable.class);
            pebble.comeBack();

            assertProven(issued(authority.order(order(NAMES), pebble.board())), NAMES);
        }
    }

    private CertificateAuthority authority(Pebble pebble) {
        return authority(pebble, List.of(pebble.root()), Optional.empty());
    }

    private CertificateAuthority authority(
            Pebble pebble, List<X509Certificate> trusted, Optional<ExternalAccount> binding) {
        var directory = new AcmeDirectory(pebble.directory(), binding, Optional.empty());
        var settings =
                new AcmeSettings(List.of(directory), Optional.empty(), Optional.of("ops@example.org"), trusted, true);
        return new AcmeAuthority(directory, settings, secrets, Clock.systemUTC());
    }

    private static Order order(CertificateNames names) {
        return new Order(names, Optional.empty());
    }

    private static KeyAndChain issued(Ordering ordering) {
        assertThat(ordering).isInstanceOf(Ordering.Issued.class);
        return ((Ordering.Issued) ordering).certificate();
    }

    private static OrderFailure failure(Ordering ordering) {
        assertThat(ordering).isInstanceOf(Ordering.Failed.class);
        return ((Ordering.Failed) ordering).failure();
    }

    private static void assertProven(KeyAndChain one, CertificateNames names) {
        assertThat(ChainProof.of(one, names, Instant.now())).isEqualTo(new ChainProof.Proven());
    }
}
