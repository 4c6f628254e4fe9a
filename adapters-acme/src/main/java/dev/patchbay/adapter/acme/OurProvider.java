package dev.patchbay.adapter.acme;

import java.net.URI;
import java.net.http.HttpClient;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.connector.Connection;
import org.shredzone.acme4j.connector.DefaultConnection;
import org.shredzone.acme4j.connector.HttpConnector;
import org.shredzone.acme4j.connector.NetworkSettings;
import org.shredzone.acme4j.exception.AcmeProtocolException;
import org.shredzone.acme4j.provider.GenericAcmeProvider;

/** How acme4j reaches an authority: with our trust and patience, and remembering when it wants to be asked again. */
final class OurProvider extends GenericAcmeProvider {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<X509Certificate> trusted;
    private final ThreadLocal<Optional<Instant>> retryAfter = ThreadLocal.withInitial(Optional::empty);

    OurProvider(List<X509Certificate> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    Session sessionAt(URI directory) {
        Session session = new Session(directory, this);
        session.networkSettings().setTimeout(PATIENCE);
        return session;
    }

    /** What the last answer that this thread got said about asking again. acme4j tells for rate limits, and for no other failure. */
    Optional<Instant> lastRetryAfter() {
        return retryAfter.get();
    }

    @Override
    public HttpClient createHttpClient(NetworkSettings settings) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .proxy(settings.getProxySelector());
        return (trusted.isEmpty() ? builder : builder.sslContext(Trust.with(trusted))).build();
    }

    @Override
    public Connection connect(URI server, NetworkSettings settings, HttpClient client) {
        return new Heedful(createHttpConnector(settings, client));
    }

    private final class Heedful extends DefaultConnection {
        Heedful(HttpConnector connector) {
            super(connector);
        }

        @Override
        public void close() {
            retryAfter.set(said());
            super.close();
        }

        private Optional<Instant> said() {
            try {
                return getRetryAfter();
            } catch (AcmeProtocolException | IllegalStateException e) {
                // Not a time, or there was no answer at all.
                return Optional.empty();
            }
        }
    }
}
