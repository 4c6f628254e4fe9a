package dev.patchbay.app;

import dev.patchbay.adapter.persistence.DatabaseSettings;
import dev.patchbay.app.doctor.ThisMachine;
import dev.patchbay.app.settings.EnvironmentSettings;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** {@code ./patchbay diagnostics}: what helps whoever looks into a bug, in a zip without secrets. */
public final class DiagnosticsCommand {
    /** What {@link Operator} knows it by. */
    static final String WORD = "diagnostics";

    private static final String USAGE = "usage: ./patchbay diagnostics <file that is not there yet>";

    public static void main(String[] args) {
        System.out.println(Main.orExit(() -> run(Operator.values(), List.of(args))));
    }

    /** Writes the file. @throws StartRefused when it cannot be written */
    static String run(Map<String, String> values, List<String> args) {
        if (args.size() != 1 || args.getFirst().startsWith("-")) {
            throw new StartRefused(List.of(USAGE));
        }
        Path file = Path.of(args.getFirst()).toAbsolutePath().normalize();
        // The running service knows more than we do from outside.
        return Operator.desk(DatabaseSettings.read(new EnvironmentSettings(values)))
                .flatMap(socket -> OperatorDesk.ask(socket, List.of(WORD, file.toString())))
                .orElseGet(() -> fromOutside(values, file));
    }

    /** On the settings alone, and on the store where it can be had: a service that does not start is what bug reports are about, too. */
    private static String fromOutside(Map<String, String> values, Path file) {
        var settings = new EnvironmentSettings(values);
        try (ApplicationContext context = Patchbay.context(settings).start()) {
            Diagnostics found = new Diagnostics(context, settings);
            try {
                new StartUp(context, settings, Set.of()).openStore();
                found.addStore();
            } catch (StartRefused refused) {
                found.add("start.txt", String.join("\n", refused.lines()));
            }
            found.add(
                    "doctor.json",
                    DoctorCommand.examine(values, Set.of(), new ThisMachine(), Clock.systemUTC(), Optional.empty())
                            .json());
            return write(file, found);
        }
    }

    static Function<ApplicationContext, String> command(List<String> args) {
        if (args.size() != 1) {
            throw new StartRefused(List.of(USAGE));
        }
        Path file = Path.of(args.getFirst());
        return context -> {
            Diagnostics found = new Diagnostics(context, context.getBean(EnvironmentSettings.class));
            found.addStore();
            found.addProcess();
            return write(file, found);
        };
    }

    private static String write(Path file, Diagnostics found) {
        Map<String, String> texts = found.texts();
        try (var channel = Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel))) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(text.getKey()));
                zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (FileAlreadyExistsException e) {
            throw new StartRefused(List.of(file + " is there already; it is left as it is"));
        } catch (IOException e) {
            throw new StartRefused(List.of(file + " cannot be written: " + e));
        }
        return "wrote " + file + ": " + String.join(", ", texts.keySet()) + "; look into it before you send it";
    }

    private DiagnosticsCommand() {}
}
