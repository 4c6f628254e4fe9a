package dev.patchbay.app;

import dev.patchbay.adapter.persistence.DatabaseSettings;
import dev.patchbay.adapter.vault.VaultUnusable;
import dev.patchbay.app.settings.DotEnv;
import dev.patchbay.app.settings.EnvironmentSettings;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.refresh.ReviveConnections;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * {@code ./patchbay revive}, {@code keys} and {@code inspect}: what an operator does by hand, on the same settings as the service. Where the
 * service that runs has its database to itself it is asked to do it; otherwise it is done here, on the database.
 */
public final class Operator {
    private static final int LONGEST_HOURS = 72;
    private static final String USAGE = "usage: ./patchbay revive <platform> [hours, 1 to 72; usually 72]";

    public static void main(String[] args) {
        System.out.println(Main.orExit(() -> run(values(), List.of(args))));
    }

    /** As the service has them: {@code .env} in this folder, and the environment over it. */
    static Map<String, String> values() {
        Map<String, String> values = new HashMap<>(DotEnv.read(Path.of(".env")));
        values.putAll(System.getenv());
        return values;
    }

    /** What it did, in a line. @throws StartRefused when it cannot be done, with what to do */
    static String run(Map<String, String> values, List<String> args) {
        Function<ApplicationContext, String> command = command(args);
        // Changing the master key takes settings that the running service does not have.
        Optional<Path> running = args.contains("change-master") ? Optional.empty() : desk(values);
        return running.flatMap(socket -> OperatorDesk.ask(socket, args)).orElseGet(() -> withStore(values, command));
    }

    /** What those words ask for. @throws StartRefused when they ask for nothing that there is */
    static Function<ApplicationContext, String> command(List<String> args) {
        List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
        return switch (args.isEmpty() ? "" : args.getFirst()) {
            case "keys" -> {
                requireThat(OperatorKeys.isCommand(rest), OperatorKeys.USAGE);
                yield context -> new OperatorKeys(context).run(rest);
            }
            case "revive" -> {
                int hours = rest.size() > 1 ? hours(rest.get(1)) : LONGEST_HOURS;
                requireThat(rest.size() == 1 || rest.size() == 2, USAGE);
                requireThat(hours != 0, USAGE);
                yield context -> revive(context, rest.getFirst(), Duration.ofHours(hours));
            }
            case DiagnosticsCommand.WORD -> DiagnosticsCommand.command(rest);
            case BackupCommand.WORD -> BackupCommand.command(rest);
            case RestoreCommand.WORD -> RestoreCommand.command(rest);
            case AuditCommand.WORD -> AuditCommand.command(rest);
            case InspectCommand.WORD -> InspectCommand.command(rest);
            case DoctorCommand.WORD -> DoctorCommand.command(rest);
            default -> throw new StartRefused(List.of(USAGE, OperatorKeys.USAGE));
        };
    }

    /** Where a service that has its database to itself can be asked; empty when the database is for several. */
    static Optional<Path> desk(DatabaseSettings database) {
        return database.folder().map(folder -> folder.resolve("operator.sock"));
    }

    static Optional<Path> desk(Map<String, String> values) {
        // What is wrong with the settings is told by whoever acts on them.
        return desk(DatabaseSettings.read(new EnvironmentSettings(values)));
    }

    private static void requireThat(boolean good, String usage) {
        if (!good) {
            throw new StartRefused(List.of(usage));
        }
    }

    /** Acts on the store, once it was found fit. @throws StartRefused when it is not, or stops answering */
    static String withStore(Map<String, String> values, Function<ApplicationContext, String> act) {
        var settings = new EnvironmentSettings(values);
        return orRefused(() -> {
            try (ApplicationContext context = Patchbay.context(settings).start()) {
                new StartUp(context, settings, Set.of()).openStore();
                return act.apply(context);
            }
        });
    }

    /** The outcome of an act. @throws StartRefused when the store or the vault keeps it from being done */
    static String orRefused(Supplier<String> act) {
        try {
            return act.get();
        } catch (StoreUnavailable e) {
            throw new StartRefused(List.of(e.getMessage() + "; what was done stays done, run it again"));
        } catch (VaultUnusable e) {
            throw new StartRefused(List.of(String.valueOf(e.getMessage())));
        }
    }

    private static String revive(ApplicationContext context, String name, Duration since) {
        ProviderId platform = ProviderId.parse(name)
                .filter(id -> context.getBean(Providers.class).platform(id).isPresent())
                .orElseThrow(() -> new StartRefused(List.of("there is no platform " + name + " here; " + USAGE)));
        int revived = context.getBean(ReviveConnections.class).revive(platform, since);
        return revived + " connections to " + platform
                + " are tried again; a running service takes them up within a minute";
    }

    private static int hours(String text) {
        return text.matches("[1-9]|[1-6][0-9]|7[0-2]") ? Integer.parseInt(text) : 0;
    }

    private Operator() {}
}
