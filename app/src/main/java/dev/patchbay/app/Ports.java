package dev.patchbay.app;

import dev.patchbay.adapter.web.settings.TlsSettings;
import dev.patchbay.adapter.web.tls.ServedCertificate;
import dev.patchbay.adapter.web.tls.TlsSelfTest;
import dev.patchbay.app.settings.ServiceSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The ports of this process. */
final class Ports {
    private final ApplicationContext context;
    private final ServiceSettings service;
    private final TlsSettings tls;

    Ports(ApplicationContext context) {
        this.context = context;
        this.service = context.getBean(ServiceSettings.class);
        this.tls = context.getBean(TlsSettings.class);
    }

    /** Listens. @throws StartRefused when a port cannot be had, or the one for TLS does not speak it */
    EmbeddedServer open() {
        EmbeddedServer server = bind();
        if (tls.isOn()) {
            var shown = context.getBean(ServedCertificate.class).chain().orElseThrow();
            Optional<String> problem = TlsSelfTest.problem(reachable(bound(tls.httpsPort())), shown);
            if (problem.isPresent()) {
                throw new StartRefused(List.of("HTTPS_PORT " + tls.httpsPort() + " " + problem.get()
                        + "; nothing may be served there like that, and it is a defect of Patchbay"));
            }
        }
        return server;
    }

    private EmbeddedServer bind() {
        try {
            return context.getBean(EmbeddedServer.class).start();
        } catch (RuntimeException e) {
            for (Throwable at = e; at != null; at = at.getCause()) {
                if (at instanceof BindException) {
                    throw new StartRefused(List.of(names() + " cannot be bound (" + at.getMessage()
                            + "); stop whoever has it, or choose others"));
                }
            }
            throw e;
        }
    }

    private String names() {
        return tls.isOn()
                ? "HTTP_PORT %d, HTTPS_PORT %d or MANAGEMENT_PORT %d"
                        .formatted(tls.httpPort(), tls.httpsPort(), service.managementPort())
                : "PORT %d or MANAGEMENT_PORT %d".formatted(service.port(), service.managementPort());
    }

    /** Where people are served by this process. */
    URI address(EmbeddedServer server) {
        if (tls.isOn()) {
            return at("https", tls.httpsPort());
        }
        // Of several ports the server names whichever it opened first.
        return service.port() == 0 ? server.getURI() : at("http", service.port());
    }

    private URI at(String scheme, int port) {
        String host = reachable(bound(port)).getHostString();
        return URI.create(scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    private InetSocketAddress bound(int port) {
        return new InetSocketAddress(context.getRequiredProperty("micronaut.server.host", String.class), port);
    }

    /** Whoever listens on every address is reached by this machine's own. */
    private static InetSocketAddress reachable(InetSocketAddress bound) {
        InetAddress address = bound.getAddress();
        return address != null && address.isAnyLocalAddress()
                ? new InetSocketAddress("127.0.0.1", bound.getPort())
                : bound;
    }
}
