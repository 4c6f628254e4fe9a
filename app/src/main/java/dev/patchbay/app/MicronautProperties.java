package dev.patchbay.app;

import dev.patchbay.adapter.persistence.DatabaseSettings;
import dev.patchbay.adapter.web.settings.TlsSettings;
import dev.patchbay.adapter.web.settings.WebDefaults;
import dev.patchbay.adapter.web.tls.TlsListeners;
import dev.patchbay.app.settings.ServiceSettings;
import dev.patchbay.app.tracing.TracingSettings;
import dev.patchbay.port.settings.Settings;
import java.util.HashMap;
import java.util.Map;

/** What the framework is told, made from our own settings: there is one place to set things, and it is not here. */
final class MicronautProperties {
    static Map<String, Object> of(Settings settings, ServiceSettings service, DatabaseSettings database) {
        var tls = TlsSettings.read(settings);
        String host = bindAddress(settings, service, tls);
        Map<String, Object> properties = new HashMap<>(WebDefaults.PROPERTIES);
        properties.putAll(database.micronautProperties());
        properties.putAll(TracingSettings.read(settings).properties());
        properties.put("micronaut.application.name", "patchbay");
        properties.put("micronaut.server.port", service.port());
        properties.put("micronaut.server.host", host);
        properties.put("micronaut.server.date-header", true);
        properties.put("micronaut.lifecycle.graceful-shutdown.enabled", true);
        // Its types are used, its clients and filter are not: ADR 3 and 4.
        properties.put("micronaut.security.enabled", false);
        properties.put("micronaut.health.monitor.enabled", false);
        properties.put("endpoints.all.enabled", false);
        properties.put("endpoints.health.enabled", true);
        properties.put("endpoints.metrics.enabled", true);
        properties.put("endpoints.all.port", service.managementPort());
        properties.putAll(
                tls.isOn()
                        ? TlsListeners.properties(tls, host, service.managementAddress(), service.managementPort())
                        : TlsListeners.clearText(
                                host, service.port(), service.managementAddress(), service.managementPort()));
        return properties;
    }

    /** A service whose public address is a loopback one is for this machine only, and so are its ports. */
    private static String bindAddress(Settings settings, ServiceSettings service, TlsSettings tls) {
        boolean local = settings.text("PATCHBAY_BASE_URL")
                .map(url -> url.matches("https?://(127\\.|\\[::1\\]|localhost).*"))
                .orElse(!tls.isOn());
        return service.bindAddress().orElse(local ? "127.0.0.1" : "0.0.0.0");
    }

    private MicronautProperties() {}
}
