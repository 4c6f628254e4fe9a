package dev.patchbay.app;

import dev.patchbay.app.settings.DotEnv;
import dev.patchbay.app.settings.EnvironmentSettings;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.refresh.ReviveConnections;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./patchbay revive}: what an operator does by hand, on the same settings as the service. */
public final class Operator {
    private static final int LONGEST_HOURS = 72;
    private static final String USAGE = "usage: ./patchbay revive <platform> [hours, 1 to 72; usually 72]";

    public static void main(String[] args) {
        Map<String, String> file = DotEnv.read(Path.of(".env"));
        Map<String, String> values = new HashMap<>(file);
        values.putAll(System.getenv());
        System.out.println(Main.orExit(() -> run(values, List.of(args))));
    }

    /** What it did, in a line. @throws StartRefused when it cannot be done, with what to do */
    static String run(Map<String, String> values, List<String> args) {
        int hours = args.size() > 2 ? hours(args.get(2)) : LONGEST_HOURS;
        if (args.size() < 2 || args.size() > 3 || !args.getFirst().equals("revive") || hours == 0) {
            throw new StartRefused(List.of(USAGE));
        }
        var settings = new EnvironmentSettings(values);
        try (ApplicationContext context = Patchbay.context(settings).start()) {
            new StartUp(context, settings, Set.of()).openStore();
            ProviderId platform = ProviderId.parse(args.get(1))
                    .filter(id -> context.getBean(Providers.class).platform(id).isPresent())
                    .orElseThrow(
                            () -> new StartRefused(List.of("there is no platform " + args.get(1) + " here; " + USAGE)));
            int revived = context.getBean(ReviveConnections.class).revive(platform, Duration.ofHours(hours));
            return revived + " connections to " + platform
                    + " are tried again; a running service takes them up within a minute";
        }
    }

    private static int hours(String text) {
        return text.matches("[1-9]|[1-6][0-9]|7[0-2]") ? Integer.parseInt(text) : 0;
    }

    private Operator() {}
}
