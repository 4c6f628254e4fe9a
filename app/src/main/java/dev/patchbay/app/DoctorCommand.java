package dev.patchbay.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.patchbay.adapter.persistence.DatabaseClock;
import dev.patchbay.adapter.persistence.DatabaseSettings;
import dev.patchbay.adapter.vault.VaultCanary;
import dev.patchbay.adapter.vault.VaultSettings;
import dev.patchbay.app.doctor.Doctor;
import dev.patchbay.app.doctor.Doctor.Ward;
import dev.patchbay.app.doctor.Finding;
import dev.patchbay.app.doctor.Finding.Status;
import dev.patchbay.app.doctor.Findings;
import dev.patchbay.app.doctor.Machine;
import dev.patchbay.app.doctor.ThisMachine;
import dev.patchbay.app.settings.DotEnv;
import dev.patchbay.app.settings.EnvironmentSettings;
import dev.patchbay.port.certificate.ReachesItself;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** {@code ./patchbay doctor [--json]}: looks at everything that the service needs, running or not, and says what to do. */
public final class DoctorCommand {
    /** What {@link Operator} knows it by. */
    static final String WORD = "doctor";

    private static final String USAGE = "usage: ./patchbay doctor [--json]";

    public static void main(String[] args) {
        // What is found is what it says; nothing else is to stand between.
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            logging.getLoggerList().forEach(logger -> logger.setLevel(Level.OFF));
        }
        Told told = Main.orExit(() -> run(Path.of(".env"), System.getenv(), List.of(args)));
        System.out.print(told.text());
        System.out.flush();
        // Whoever still waits for something that does not answer is not waited for.
        System.exit(told.exitCode());
    }

    /** What is printed, and the code to end with. */
    record Told(String text, int exitCode) {}

    /** 78 when the settings could not be read at all, else as {@link Findings#exitCode}. @throws StartRefused for other words */
    static Told run(Path file, Map<String, String> environment, List<String> args) {
        boolean json = args.equals(List.of("--json"));
        if (!json && !args.isEmpty()) {
            throw new StartRefused(List.of(USAGE));
        }
        List<Finding> all = new ArrayList<>();
        Map<String, String> named = new HashMap<>();
        try {
            named.putAll(DotEnv.read(file));
        } catch (UncheckedIOException e) {
            all.add(new Finding(
                    "settings",
                    Status.FAIL,
                    file + " cannot be read",
                    "chown it to the service's user, and chmod 600 it"));
        }
        boolean unread = !all.isEmpty();
        Map<String, String> values = new HashMap<>(named);
        values.putAll(environment);
        all.addAll(examine(values, named.keySet(), new ThisMachine(), Clock.systemUTC(), Optional.empty())
                .all());
        Findings findings = new Findings(all);
        return new Told(json ? findings.json() + "\n" : findings.text(), unread ? Main.REFUSED : findings.exitCode());
    }

    /** Everything that is found. @param reachesItself how public names are looked for, if not in the usual way */
    static Findings examine(
            Map<String, String> values,
            Set<String> namesInFile,
            Machine machine,
            Clock clock,
            Optional<ReachesItself> reachesItself) {
        var settings = new EnvironmentSettings(values);
        try (ApplicationContext context = Patchbay.context(settings)) {
            // Who asks what time it is must not need the database, which may be the thing that is broken.
            context.registerBeanDefinition(RuntimeBeanDefinition.builder(Clock.class, () -> clock)
                    .singleton(true)
                    .replaces(DatabaseClock.class)
                    .build());
            context.start();
            try (Doctor doctor = new Doctor(
                    context,
                    settings,
                    machine,
                    clock,
                    reachesItself.orElseGet(() -> context.getBean(ReachesItself.class)))) {
                return doctor.examine(namesInFile, ward -> ask(context, ward));
            }
        }
    }

    /** The service that has the database to itself; empty when none runs. */
    private static Optional<Findings> ask(ApplicationContext context, Ward ward) {
        Optional<Path> desk = Operator.desk(context.getBean(DatabaseSettings.class));
        String word = word(ward);
        List<String> words = Stream.concat(Stream.of(WORD, word), masterKey(context).stream())
                .toList();
        try {
            return desk.flatMap(socket -> OperatorDesk.ask(socket, words))
                    .map(answer -> Findings.ofJson(answer).orElseGet(() -> unheard(word)));
        } catch (StartRefused e) {
            return Optional.of(unheard(word));
        }
    }

    private static String word(Ward ward) {
        return ward.name().toLowerCase(Locale.ROOT);
    }

    /** Which one the settings here name; empty when they name none that can be used. */
    private static Optional<String> masterKey(ApplicationContext context) {
        VaultSettings settings = context.getBean(VaultSettings.class);
        return settings.material().isPresent() || settings.transit().isPresent()
                ? Optional.of(context.getBean(VaultCanary.class).masterKeyId())
                : Optional.empty();
    }

    private static Findings unheard(String word) {
        return new Findings(List.of(new Finding(
                word,
                Status.WARN,
                "the service that runs could not say how it is",
                "it may be of another version: restart it, and run this again")));
    }

    /** What the service says when it is asked. @throws StartRefused when that makes no sense */
    static Function<ApplicationContext, String> command(List<String> rest) {
        Ward ward = Stream.of(Ward.values())
                .filter(one -> !rest.isEmpty() && word(one).equals(rest.getFirst()))
                .findFirst()
                .orElseThrow(() -> new StartRefused(List.of(USAGE)));
        Optional<String> masterKey = rest.stream().skip(1).findFirst();
        return context -> {
            var settings = context.getBean(EnvironmentSettings.class);
            try (Doctor doctor = new Doctor(context, settings, new ThisMachine(), Clock.systemUTC())) {
                return doctor.inService(ward, masterKey).json();
            }
        };
    }

    private DoctorCommand() {}
}
