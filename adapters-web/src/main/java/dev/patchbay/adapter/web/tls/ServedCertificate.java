package dev.patchbay.adapter.web.tls;

import dev.patchbay.adapter.web.settings.TlsSettings;
import dev.patchbay.domain.certificate.CertificateChain;
import dev.patchbay.domain.certificate.KeyAndChain;
import io.micronaut.http.ssl.CertificateProvider;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Sinks;

/**
 * What new connections are shown. There is something from the beginning, before the server asks: a TLS port without a certificate would
 * answer in clear text. Connections that are open keep what they were shown. Safe for many threads.
 */
@Singleton
@Named(ServedCertificate.NAME)
public final class ServedCertificate implements CertificateProvider {
    static final String NAME = "patchbay";

    private final Sinks.Many<KeyStore> shown = Sinks.many().replay().latest();
    private volatile Optional<CertificateChain> chain = Optional.empty();
    private volatile boolean isPlaceholder;

    ServedCertificate(TlsSettings settings, Clock clock) {
        settings.names().ifPresent(names -> {
            show(Placeholder.of(names, clock));
            isPlaceholder = true;
        });
    }

    /**
     * Shows it to connections that are opened from now on.
     *
     * @throws IllegalArgumentException when no connection could be made with it; what was shown before stays
     */
    synchronized void show(KeyAndChain next) {
        KeyStore store = keyStore(next);
        // The server drops out of its subscription for ever when it cannot use what it is given.
        Rehearsal.of(store, next.chain().leaf());
        shown.emitNext(store, Sinks.EmitFailureHandler.FAIL_FAST);
        chain = Optional.of(next.chain());
        isPlaceholder = false;
    }

    private static KeyStore keyStore(KeyAndChain next) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    NAME,
                    next.privateKey().orElseThrow(() -> new IllegalArgumentException("the private key cannot be read")),
                    null,
                    next.chain().certificates().toArray(X509Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("key and certificate cannot be kept together", e);
        }
    }

    /** What new connections are shown; empty when TLS ends elsewhere. */
    public Optional<CertificateChain> chain() {
        return chain;
    }

    /** Whether that is a placeholder, because there is no certificate yet. */
    public boolean isPlaceholder() {
        return isPlaceholder;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public Publisher<KeyStore> getKeyStore() {
        return shown.asFlux();
    }
}
