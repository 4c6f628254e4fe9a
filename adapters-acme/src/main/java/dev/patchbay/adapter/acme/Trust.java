package dev.patchbay.adapter.acme;

import dev.patchbay.domain.certificate.CertificateChain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Which servers are believed to be who they say. */
final class Trust {
    private Trust() {}

    /** The certificates in a file; empty when there are none to be read. */
    static Optional<List<X509Certificate>> read(String file) {
        try {
            return CertificateChain.ofPem(Files.readString(Path.of(file))).map(CertificateChain::certificates);
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Trusts what this Java does, and these. */
    static SSLContext with(List<X509Certificate> more) {
        try {
            List<X509Certificate> roots = new ArrayList<>(more);
            for (TrustManager usual : managers(null)) {
                if (usual instanceof X509TrustManager x509) {
                    roots.addAll(Arrays.asList(x509.getAcceptedIssuers()));
                }
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < roots.size(); i++) {
                store.setCertificateEntry("root" + i, roots.get(i));
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java cannot make a trust store", e);
        }
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
