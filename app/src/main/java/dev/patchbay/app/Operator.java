package dev.patchbay.app;

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
import java.util.Set;
import java.util.function.Function;

/** {@code ./patchbay revive} and {@code keys}: what an operator does by hand, on the same settings as the service. */
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
        List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
        return switch (args.isEmpty() ? "" : args.getFirst()) {
            case "keys" -> {
                requireThat(OperatorKeys.isCommand(rest), OperatorKeys.USAGE);
                yield withStore(values, context -> new OperatorKeys(context).run(rest));
            }
            case "revive" -> {
                int hours = rest.size() > 1 ? hours(rest.get(1)) : LONGEST_HOURS;
                requireThat(rest.size() == 1 || rest.size() == 2, USAGE);
                requireThat(hours != 0, USAGE);
                yield withStore(values, context -> revive(context, rest.getFirst(), Duration.ofHours(hours)));
            }
            default -> throw new StartRefused(List.of(USAGE, OperatorKeys.USAGE));
        };
    }

    private static void requireThat(boolean good, String usage) {
        if (!good) {
            throw new StartRefused(List.of(usage));
        }
    }

    /** Acts on the store, once it was found fit. @throws StartRefused when it is not, or stops answering */
    static String withStore(Map<String, String> values, Function<ApplicationContext, String> act) {
        var settings = new EnvironmentSettings(values);
        try (ApplicationContext context = Patchbay.context(settings).start()) {
            new StartUp(context, settings, Set.of()).openStore();
            return act.apply(context);
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
