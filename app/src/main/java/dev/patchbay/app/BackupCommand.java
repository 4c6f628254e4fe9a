package dev.patchbay.app;

import dev.patchbay.adapter.persistence.Backup;
import dev.patchbay.adapter.persistence.BackupHeader;
import dev.patchbay.adapter.persistence.BackupReading;
import dev.patchbay.adapter.persistence.Restore;
import dev.patchbay.adapter.vault.MasterKey;
import dev.patchbay.app.settings.EnvironmentSettings;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** {@code ./patchbay backup}: all that the database holds, in one file; and whether such a file is good. */
public final class BackupCommand {
    /** What {@link Operator} knows it by. */
    static final String WORD = "backup";

    private static final String USAGE = "usage: ./patchbay backup <file> | verify <file>";

    public static void main(String[] args) {
        System.out.println(Main.orExit(() -> run(Operator.values(), List.of(args))));
    }

    /** What came of it. @throws StartRefused when it cannot be done, or the file is not good */
    static String run(Map<String, String> values, List<String> args) {
        if (args.size() == 2 && args.getFirst().equals("verify")) {
            return verify(values, Path.of(args.getLast()));
        }
        if (args.size() != 1 || args.getFirst().startsWith("-")) {
            throw new StartRefused(List.of(USAGE));
        }
        // The service need not run in this folder.
        Path file = Path.of(args.getFirst()).toAbsolutePath().normalize();
        return Operator.run(values, List.of(WORD, file.toString()));
    }

    static Function<ApplicationContext, String> command(List<String> args) {
        if (args.size() != 1) {
            throw new StartRefused(List.of(USAGE));
        }
        Path file = Path.of(args.getFirst());
        return context -> write(context, file);
    }

    private static String write(ApplicationContext context, Path file) {
        if (Files.exists(file) && !Restore.isBackup(file)) {
            throw new StartRefused(List.of(file + " is there and is no backup; it is left as it is"));
        }
        try {
            BackupHeader header = context.getBean(Backup.class)
                    .write(
                            file,
                            context.getBean(MasterKey.class).id(),
                            context.getBean(Clock.class).instant());
            return "wrote " + file + ", " + Files.size(file) + " bytes\n" + words(header);
        } catch (IOException e) {
            throw new StartRefused(List.of(file + " cannot be written: " + e));
        }
    }

    private static String verify(Map<String, String> values, Path file) {
        BackupHeader header = sound(file);
        try (ApplicationContext context =
                Patchbay.context(new EnvironmentSettings(values)).start()) {
            requireKey(header, file, context.getBean(MasterKey.class));
        }
        return file + " is whole, and the master key that is set opens it\n" + words(header);
    }

    /** @throws StartRefused when it is not */
    static BackupHeader sound(Path file) {
        return switch (Restore.check(file)) {
            case BackupReading.Sound(var header) -> header;
            case BackupReading.Damaged(var why) -> throw new StartRefused(List.of(file + " " + why));
        };
    }

    /** @throws StartRefused when another key is wanted */
    static void requireKey(BackupHeader header, Path file, MasterKey key) {
        if (!key.id().equals(header.masterKeyId())) {
            throw new StartRefused(
                    List.of("%s was made under master key %s, and %s gives master key %s; set the one that wrote it"
                            .formatted(file, header.masterKeyId(), key.origin(), key.id())));
        }
    }

    static String words(BackupHeader header) {
        return """
              made %s of %s, tables of version %s
              %d rows: %d accounts, %d connections, %d events
              opens with master key %s, which is not in it\
            """.formatted(
                        header.madeAt(),
                        header.engine(),
                        header.schema(),
                        header.total(),
                        header.rows().getOrDefault("account", 0L),
                        header.rows().getOrDefault("connection", 0L),
                        header.rows().getOrDefault("activity", 0L),
                        header.masterKeyId());
    }

    private BackupCommand() {}
}
