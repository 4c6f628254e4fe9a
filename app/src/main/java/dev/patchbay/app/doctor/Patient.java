package dev.patchbay.app.doctor;

import dev.patchbay.adapter.persistence.DatabaseSettings;
import dev.patchbay.adapter.web.settings.TlsSettings;
import dev.patchbay.app.settings.EnvironmentSettings;
import dev.patchbay.app.settings.ServiceSettings;
import dev.patchbay.app.settings.SettingProblem;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.port.certificate.ReachesItself;
import dev.patchbay.usecase.attempt.Frontend;
import io.micronaut.context.ApplicationContext;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is looked at: the parts of a service, put together and not started.
 *
 * @param clock this machine's own
 * @param reachesItself how a name is looked for
 */
record Patient(
        ApplicationContext context,
        EnvironmentSettings settings,
        Machine machine,
        GuardedHttp http,
        Clock clock,
        ReachesItself reachesItself) {

    TlsSettings tls() {
        return context.getBean(TlsSettings.class);
    }

    ServiceSettings service() {
        return context.getBean(ServiceSettings.class);
    }

    DatabaseSettings database() {
        return context.getBean(DatabaseSettings.class);
    }

    /** Our public address. */
    URI baseUrl() {
        return context.getBean(Frontend.class).baseUrl();
    }

    /** Whether nobody but this machine is to reach it. */
    boolean isForThisMachineOnly() {
        String host = baseUrl().getHost();
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    /** Where it listens, or would. */
    String bindHost() {
        return context.getRequiredProperty("micronaut.server.host", String.class);
    }

    /** How its ports are reached from this machine. */
    InetSocketAddress local(int port) {
        var bound = new InetSocketAddress(bindHost(), port);
        boolean everywhere = bound.getAddress() != null && bound.getAddress().isAnyLocalAddress();
        return everywhere ? new InetSocketAddress("127.0.0.1", port) : bound;
    }

    /** Whether one of those settings cannot be used, so that what follows from it is not known. */
    boolean hasProblemWith(String... names) {
        Set<String> wrong =
                settings.problems().stream().map(SettingProblem::name).collect(Collectors.toSet());
        return Stream.of(names).anyMatch(wrong::contains);
    }
}
