package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.acme.Pebble;
import dev.patchbay.domain.certificate.CertificateChain;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/** A service that fetches its certificate from Pebble. */
final class Certified {
    static final String NAME = "music.example.test";

    /** Where Pebble keeps its files. */
    static Path in(Path folder) throws IOException {
        return Files.createDirectory(folder.resolve("pebble"));
    }

    /** As an operator would set it, with Pebble in place of an authority. */
    static Map<String, String> settings(Path folder, World world, String database, Pebble pebble, int http, int https)
            throws IOException {
        Path root = folder.resolve("pebble-root.pem");
        Files.writeString(root, new CertificateChain(List.of(pebble.root())).toPem());
        Map<String, String> settings = world.settings(database);
        settings.remove("PATCHBAY_BASE_URL");
        settings.put("DOMAIN", NAME + ", www." + NAME);
        settings.put("ACME_EMAIL", "operator@" + NAME);
        settings.put("ACME_DIRECTORY_URL", pebble.directory().toString());
        settings.put("ACME_CA_CERTIFICATE", root.toString());
        // Nobody's name server but Pebble's knows the name.
        settings.put("ACME_SELF_CHECK", "off");
        settings.put("BIND_ADDRESS", "127.0.0.1");
        settings.put("HTTP_PORT", String.valueOf(http));
        settings.put("HTTPS_PORT", String.valueOf(https));
        return settings;
    }

    /** What is shown once it is neither the placeholder nor the one with that number. Open connections go on meanwhile. */
    static X509Certificate awaitIssued(int port, BigInteger before, TlsClient... open)
            throws IOException, InterruptedException {
        for (int i = 0; i < 180; i++) {
            X509Certificate shown = TlsClient.shown(port, NAME);
            if (!shown.getIssuerX500Principal().equals(shown.getSubjectX500Principal())
                    && !shown.getSerialNumber().equals(before)) {
                return shown;
            }
            for (TlsClient client : open) {
                assertThat(client.get("/auth/providers")).startsWith("HTTP/1.1 200");
            }
            Thread.sleep(1000);
        }
        throw new AssertionError("there is no new certificate after three minutes");
    }

    private Certified() {}
}
