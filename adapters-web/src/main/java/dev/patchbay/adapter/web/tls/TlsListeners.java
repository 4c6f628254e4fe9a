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
     * @param host the address to listen on, but for the management port
     */
    public static Map<String, Object> properties(
            TlsSettings tls, String host, String managementHost, int managementPort) {
        Map<String, Object> properties = new HashMap<>();
        // Without it a listener with TLS answers in clear text.
        properties.put("micronaut.server.ssl.enabled", true);
        listener(properties, "tls", host, tls.httpsPort());
        properties.put(LISTENERS + "tls.ssl", true);
        properties.put(LISTENERS + "tls.key-name", ServedCertificate.NAME);
        listener(properties, "plain", host, tls.httpPort());
        management(properties, managementHost, managementPort);
        return properties;
    }

    /** The same where TLS does not end here: one port in clear text, and the management port. */
    public static Map<String, Object> clearText(String host, int port, String managementHost, int managementPort) {
        Map<String, Object> properties = new HashMap<>();
        listener(properties, "plain", host, port);
        management(properties, managementHost, managementPort);
        return properties;
    }

    private static void management(Map<String, Object> properties, String host, int port) {
        listener(properties, "management", host, port);
        properties.put(LISTENERS + "management.expose-default-routes", false);
        properties.put(LISTENERS + "management.support-graceful-shutdown", false);
    }

    private static void listener(Map<String, Object> properties, String name, String host, int port) {
        properties.put(LISTENERS + name + ".host", host);
        properties.put(LISTENERS + name + ".port", port);
        properties.put(LISTENERS + name + ".ssl", false);
    }
}
