package dev.patchbay.adapter.web.tls;

import dev.patchbay.adapter.web.settings.TlsSettings;
import java.util.HashMap;
import java.util.Map;

/** What the HTTP server is told about its ports when TLS ends here. */
public final class TlsListeners {
    private static final String LISTENERS = "micronaut.server.netty.listeners.";

    private TlsListeners() {}

    /**
     * One port in clear text, one with TLS, and the management port, which named listeners would do away with otherwise.
     *
     * @param host the address to listen on
     */
    public static Map<String, Object> properties(TlsSettings tls, String host, int managementPort) {
        Map<String, Object> properties = new HashMap<>();
        // Without it a listener with TLS answers in clear text.
        properties.put("micronaut.server.ssl.enabled", true);
        listener(properties, "tls", host, tls.httpsPort());
        properties.put(LISTENERS + "tls.ssl", true);
        properties.put(LISTENERS + "tls.key-name", ServedCertificate.NAME);
        listener(properties, "plain", host, tls.httpPort());
        listener(properties, "management", host, managementPort);
        properties.put(LISTENERS + "management.expose-default-routes", false);
        properties.put(LISTENERS + "management.support-graceful-shutdown", false);
        return properties;
    }

    private static void listener(Map<String, Object> properties, String name, String host, int port) {
        properties.put(LISTENERS + name + ".host", host);
        properties.put(LISTENERS + name + ".port", port);
        properties.put(LISTENERS + name + ".ssl", false);
    }
}
