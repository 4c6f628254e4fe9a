package dev.patchbay.app;

import dev.patchbay.adapter.persistence.DatabaseSettings;
import dev.patchbay.app.logging.LogFormat;
import dev.patchbay.app.settings.EnvironmentSettings;
import dev.patchbay.app.settings.ServiceSettings;
import dev.patchbay.app.wiring.Schedules;
import dev.patchbay.usecase.attempt.Frontend;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;

/** The running service. */
public final class Patchbay implements AutoCloseable {
    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final Optional<OperatorDesk> desk;

    private Patchbay(ApplicationContext context, EmbeddedServer server, Optional<OperatorDesk> desk) {
        this.context = context;
        this.server = server;
        this.desk = desk;
    }

    /** Starts with these settings. @throws StartRefused with everything that is wrong; nothing runs then */
    public static Patchbay start(Map<String, String> values) {
        return start(values, Set.of());
    }

    /** @param namesInFile settings that came from a file, in which an unknown name is a spelling mistake */
    static Patchbay start(Map<String, String> values, Set<String> namesInFile) {
        var settings = new EnvironmentSettings(values);
        ApplicationContext context = context(settings);
        try {
            context.start();
            new StartUp(context, settings, namesInFile).run();
            context.getBean(Schedules.class).start();
            EmbeddedServer server = new Ports(context).open();
            context.getBean(Schedules.class).listening();
            Optional<OperatorDesk> desk = Operator.desk(context.getBean(DatabaseSettings.class))
                    .flatMap(socket -> OperatorDesk.open(
                            socket,
                            words -> Operator.orRefused(
                                    () -> Operator.command(words).apply(context))));
            return new Patchbay(context, server, desk);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /** All parts, not started. */
    static ApplicationContext context(EnvironmentSettings settings) {
        // Times in the database are UTC; drivers convert by the JVM's zone.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        var service = ServiceSettings.read(settings);
        var database = DatabaseSettings.read(settings);
        LogFormat.read(settings).use();
        return ApplicationContext.builder()
                .mainClass(Patchbay.class)
                .banner(false)
                .deduceEnvironment(false)
                .singletons(settings, service, database)
                .properties(MicronautProperties.of(settings, service, database))
                .build();
    }

    /** Where it listens, which need not be its public address. */
    public URI address() {
        return new Ports(context).address(server);
    }

    /** Its public address. */
    public URI baseUrl() {
        return context.getBean(Frontend.class).baseUrl();
    }

    /** Lets what is under way finish, and closes. Takes the time to drain, and up to 70 s more for renewals under way. */
    @Override
    public void close() {
        if (context.isRunning()) {
            desk.ifPresent(OperatorDesk::close);
            new ShutDown(context).run();
        }
    }
}
