package dev.patchbay.adapter.web.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.adapter.web.settings.TlsSettings;
import dev.patchbay.adapter.web.settings.TlsSettings.CertificateSource;
import dev.patchbay.domain.certificate.CertificateChain;
import dev.patchbay.domain.certificate.CertificateId;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.Draw;
import dev.patchbay.domain.certificate.KeptCertificate;
import dev.patchbay.domain.certificate.KeyAndChain;
import dev.patchbay.domain.certificate.RenewalTiming;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.PlainVault;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.certificate.CertificateFixtures;
import dev.patchbay.port.certificate.TestAuthority;
import dev.patchbay.usecase.certificate.CertificateStore;
import dev.patchbay.usecase.certificate.CurrentCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    private static final CertificateNames NAMES = CertificateNames.of("music.example");
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Instant NOW = CLOCK.instant();

    @TempDir
    Path folder;

    private final TestAuthority authority = new TestAuthority("Test Root", NOW);
    private final InMemoryStore store = new InMemoryStore();
    private final PlainVault vault = new PlainVault();
    private final ServedCertificate served =
            new ServedCertificate(new TlsSettings(new CertificateSource.Acme(NAMES), 80, 443), CLOCK);

    private KeyAndChain issued(String name, Duration life) {
        return authority.issue(CertificateNames.of(name), NOW.minus(Duration.ofDays(30)), NOW.plus(life));
    }

    private KeyAndChain issued() {
        return issued("music.example", Duration.ofDays(60));
    }

    private StoredCertificate watch(String... names) {
        CertificateNames wanted = CertificateNames.of(names);
        var all = new CertificateStore(store.certificates(), store.certificateOrders(), store.challenges());
        return new StoredCertificate(
                new CurrentCertificate(CertificateId.MAIN, wanted, all, vault, CLOCK), wanted, served, CLOCK);
    }

    private void put(long version, KeyAndChain both) {
        put(version, both.chain(), both);
    }

    private void put(long version, CertificateChain chain, KeyAndChain keys) {
        var lease = store.certificateOrders()
                .take(CertificateId.MAIN, "me", NOW, NOW.plus(Duration.ofMinutes(5)), held -> true)
                .orElseThrow();
        assertThat(store.certificates()
                        .replace(
                                new KeptCertificate(
                                        CertificateId.MAIN,
                                        version,
                                        CertificateFixtures.CA,
                                        chain,
                                        vault.seal(
                                                KeptCertificate.keyOwner(),
                                                KeptCertificate.keyPlace(CertificateId.MAIN, version),
                                                keys.key()),
                                        NOW,
                                        new RenewalTiming(Optional.empty(), new Draw(1), NOW)),
                                lease,
                                NOW))
                .isTrue();
        store.certificateOrders().release(lease);
    }

    private void assertShown(KeyAndChain both) {
        assertThat(served.chain()).contains(both.chain());
    }

    @Test
    void what_is_put_into_the_store_by_anybody_is_shown_after_the_next_look() {
        StoredCertificate watch = watch("music.example");
        watch.look();
        assertThat(served.isPlaceholder()).isTrue();

        KeyAndChain first = issued();
        put(1, first);
        watch.look();
        assertShown(first);

        KeyAndChain second = issued();
        put(2, second);
        watch.look();
        watch.look();
        assertShown(second);
    }

    @Test
    void a_key_that_is_not_the_certificates_is_never_shown_and_what_was_shown_stays() {
        StoredCertificate watch = watch("music.example");
        KeyAndChain good = issued();
        put(1, good);
        watch.look();

        put(2, issued().chain(), issued());
        watch.look();
        assertShown(good);

        put(3, issued("other.example", Duration.ofDays(60)));
        watch.look();
        assertShown(good);

        KeyAndChain next = issued();
        put(4, next);
        watch.look();
        assertShown(next);
    }

    @Test
    void one_that_lacks_a_name_or_has_ended_is_better_than_none() {
        KeyAndChain old = issued("music.example", Duration.ofDays(-1));
        put(1, old);

        watch("music.example", "new.music.example").look();

        assertShown(old);
    }

    @Test
    void while_the_store_is_away_what_was_shown_stays() {
        StoredCertificate watch = watch("music.example");
        KeyAndChain first = issued();
        put(1, first);
        watch.look();

        store.failWith(new StoreUnavailable("away", null));

        assertThatThrownBy(watch::look).isInstanceOf(StoreUnavailable.class);
        assertShown(first);
    }

    private CertificateSource.Files files() {
        return new CertificateSource.Files(NAMES, folder.resolve("chain.pem"), folder.resolve("key.pem"));
    }

    private void writeChain(KeyAndChain both) {
        write("chain.pem", both.chain().toPem());
    }

    private void writeKey(KeyAndChain both) {
        write("key.pem", pem("PRIVATE KEY", both.key().revealBytes()));
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + what
                + "-----\n";
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void files_are_shown_when_they_change_and_only_when_both_have() {
        CertificateFiles watch = new CertificateFiles(files(), served, CLOCK);
        KeyAndChain first = issued();
        writeChain(first);
        writeKey(first);
        watch.look();
        assertShown(first);

        KeyAndChain second = issued();
        writeChain(second);
        watch.look();
        assertShown(first);

        writeKey(second);
        watch.look();
        assertShown(second);

        write("key.pem", "");
        watch.look();
        write("chain.pem", "-----BEGIN CERTIFICATE-----\nAAAA");
        watch.look();
        assertThat(folder.resolve("chain.pem").toFile().delete()).isTrue();
        watch.look();
        assertShown(second);
    }

    @Test
    void why_files_cannot_be_used_is_said_plainly() {
        assertThat(problem()).contains("chain.pem is not there");
        KeyAndChain good = issued();
        writeChain(good);
        assertThat(problem()).contains("key.pem is not there");
        write("key.pem", "no key");
        assertThat(problem()).contains("no private key in PEM");
        write("key.pem", pem("ENCRYPTED PRIVATE KEY", good.key().revealBytes()));
        assertThat(problem()).doesNotContain("AAAA").isNotEmpty();
        writeKey(issued());
        assertThat(problem()).contains("the private key is not the certificate's");
        KeyAndChain other = issued("other.example", Duration.ofDays(60));
        writeChain(other);
        writeKey(other);
        assertThat(problem()).contains("is not for music.example");
        KeyAndChain over = issued("music.example", Duration.ofDays(-1));
        writeChain(over);
        writeKey(over);
        assertThat(problem()).contains("expired");
        writeChain(good);
        writeKey(good);
        assertThat(problem()).isEmpty();
        write(
                "chain.pem",
                new CertificateChain(
                                List.of(good.chain().leaf(), issued().chain().leaf()))
                        .toPem());
        assertThat(problem()).contains("not issued by the next");
    }

    private String problem() {
        return CertificateFiles.problem(files(), CLOCK).orElse("");
    }
}
