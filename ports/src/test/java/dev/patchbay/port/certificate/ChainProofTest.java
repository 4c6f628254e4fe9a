package dev.patchbay.port.certificate;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.certificate.CertificateFixtures.NAMES;
import static dev.patchbay.port.certificate.CertificateFixtures.aKeyAndChain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.certificate.CertificateChain;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.ChainProof;
import dev.patchbay.domain.certificate.KeyAndChain;
import dev.patchbay.domain.vault.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Here and not beside {@link ChainProof}, because certificates for tests are made here. */
class ChainProofTest {
    private final TestAuthority authority = new TestAuthority("Test Root", NOW);
    private final KeyAndChain good = authority.issue(NAMES, NOW, NOW.plus(days(90)));

    @Test
    void a_fresh_certificate_with_its_key_is_proven() {
        assertThat(ChainProof.of(good, NAMES, NOW)).isEqualTo(new ChainProof.Proven());
        CertificateNames mixed = CertificateNames.of("music.example", "192.0.2.7", "2001:db8::1");
        assertThat(ChainProof.of(authority.issue(mixed, NOW, NOW.plus(days(6))), mixed, NOW))
                .isEqualTo(new ChainProof.Proven());
        assertThat(ChainProof.of(good, CertificateNames.of("www.music.example"), NOW))
                .isEqualTo(new ChainProof.Proven());
    }

    @Test
    void another_ones_key_or_none_at_all_is_noticed() {
        assertFlaw(new KeyAndChain(aKeyAndChain(NOW).key(), good.chain()), "private key");
        assertFlaw(new KeyAndChain(Secret.of("not a key"), good.chain()), "private key");
    }

    @Test
    void a_name_that_is_missing_is_noticed() {
        assertThat(ChainProof.of(good, CertificateNames.of("music.example", "other.example"), NOW))
                .isInstanceOf(ChainProof.Flawed.class);
        assertThat(ChainProof.of(good, CertificateNames.of("192.0.2.7"), NOW)).isInstanceOf(ChainProof.Flawed.class);
    }

    @Test
    void dates_are_compared_with_some_room_for_clocks() {
        KeyAndChain soon = authority.issue(NAMES, NOW.plus(minutes(4)), NOW.plus(days(90)));
        assertThat(ChainProof.of(soon, NAMES, NOW)).isEqualTo(new ChainProof.Proven());
        assertFlaw(authority.issue(NAMES, NOW.plus(minutes(6)), NOW.plus(days(90))), "not valid before");
        assertFlaw(authority.issue(NAMES, NOW.minus(days(9)), NOW.minus(minutes(1))), "expired");
    }

    @Test
    void a_chain_in_the_wrong_order_or_of_strangers_is_noticed() {
        var stranger = new TestAuthority("Test Root", NOW);
        assertFlaw(
                new KeyAndChain(
                        good.key(), new CertificateChain(List.of(good.chain().leaf(), stranger.root()))),
                "not issued by the next");
        assertFlaw(
                new KeyAndChain(
                        good.key(),
                        new CertificateChain(
                                List.of(authority.root(), good.chain().leaf()))),
                "private key");
    }

    @Test
    void an_authoritys_own_certificate_is_not_served() {
        assertFlaw(authority.own(), "authority's");
    }

    @Test
    void a_wildcard_vouches_for_one_label() {
        var wild = new CertificateChain(List.of(authority.certificateOf("*.music.example", NOW, NOW.plus(days(1)))));

        assertThat(wild.covers(CertificateNames.of("www.music.example"))).isTrue();
        assertThat(wild.covers(CertificateNames.of("a.www.music.example"))).isFalse();
        assertThat(wild.covers(CertificateNames.of("music.example"))).isFalse();
    }

    @Test
    void a_chain_is_read_as_it_was_written() {
        assertThat(CertificateChain.ofPem(good.chain().toPem())).contains(good.chain());
        assertThat(CertificateChain.ofPem("")).isEmpty();
        assertThat(CertificateChain.ofPem("nothing of the kind")).isEmpty();
        assertThat(good.toString()).doesNotContain("PRIVATE").contains("redacted");
    }

    private void assertFlaw(KeyAndChain one, String why) {
        assertThat(ChainProof.of(one, NAMES, NOW))
                .isInstanceOfSatisfying(
                        ChainProof.Flawed.class, flaw -> assertThat(flaw.why()).contains(why));
    }
}
