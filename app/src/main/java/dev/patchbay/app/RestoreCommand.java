package dev.patchbay.app;

import dev.patchbay.adapter.persistence.BackupHeader;
import dev.patchbay.adapter.persistence.DatabaseClock;
import dev.patchbay.adapter.persistence.Migrations;
import dev.patchbay.adapter.persistence.Restore;
import dev.patchbay.adapter.persistence.StoredPresence;
import dev.patchbay.adapter.vault.MasterKey;
import dev.patchbay.adapter.vault.VaultCanary;
import dev.patchbay.app.settings.EnvironmentSettings;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.Pause;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.activity.AuditKey;
import dev.patchbay.port.vault.VaultReader;
import dev.patchbay.port.vault.VaultReaders;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.refresh.RestoreGrants;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code ./patchbay restore}: puts a backup into the database, with care for the tokens in it. */
public final class RestoreCommand {
    /** What {@link Operator} knows it by. */
    static final String WORD = "restore";

    private static final String REPLACE = "--replace";
    private static final String YES = "replace";
    private static final String CONFIRM = "confirm";
    private static final String USAGE =
            "usage: ./patchbay restore <file> [" + REPLACE + "] | ./patchbay restore confirm [platform]";

    /** As long as it takes to know of another process that it has ended, and a little more. */
    private static final int LOOKS = 15;

    public static void main(String[] args) {
        System.out.println(Main.orExit(() -> run(Operator.values(), List.of(args), RestoreCommand::askForTheWord)));
    }

    private static String askForTheWord() {
        System.out.print("All that is in the database now will be gone. Type the word " + YES + " to go on: ");
        System.out.flush();
        Scanner in = new Scanner(System.in, Charset.defaultCharset());
        return in.hasNextLine() ? in.nextLine().strip() : "";
    }

    /**
     * What came of it.
     *
     * @param word asked for where something would be lost
     * @throws StartRefused when it cannot be done; nothing was changed then, or the message says what was
     */
    static String run(Map<String, String> values, List<String> args, Supplier<String> word) {
        if (!args.isEmpty() && args.getFirst().equals(CONFIRM)) {
            return Operator.run(
                    values, Stream.concat(Stream.of(WORD), args.stream()).toList());
        }
        List<String> files = new ArrayList<>(args);
        boolean replace = files.remove(REPLACE);
        if (files.size() != 1 || files.getFirst().startsWith("-")) {
            throw new StartRefused(List.of(USAGE));
        }
        Path file = Path.of(files.getFirst());
        BackupHeader header = BackupCommand.sound(file);
        if (Operator.desk(values)
                .flatMap(socket -> OperatorDesk.ask(socket, List.of(InspectCommand.WORD)))
                .isPresent()) {
            throw new StartRefused(List.of("a service runs on this database; stop it first"));
        }
        var settings = new EnvironmentSettings(values);
        return Operator.orRefused(() -> {
            try (ApplicationContext context = Patchbay.context(settings).start()) {
                new StartUp(context, settings, Set.of()).openDatabase();
                return restore(context, file, header, replace, word);
            }
        });
    }

    private static String restore(
            ApplicationContext context, Path file, BackupHeader header, boolean replace, Supplier<String> word) {
        Restore restore = context.getBean(Restore.class);
        BackupCommand.requireKey(header, file, context.getBean(MasterKey.class));
        if (!restore.fits(header)) {
            throw new StartRefused(List.of(file + " has tables of version " + header.schema()
                    + ", which this version of Patchbay does not know; use the version that made it, or a later one"));
        }
        if (!restore.isUnused()) {
            if (!replace) {
                throw new StartRefused(
                        List.of("the database is not empty; to replace what is in it: ./patchbay restore " + file + " "
                                + REPLACE));
            }
            requireNobody(context);
            if (!word.get().equals(YES)) {
                throw new StartRefused(List.of("nothing was changed"));
            }
        }
        context.getBean(DatabaseClock.class).synchronise();
        restore.run(file, header, context.getBean(DatabaseClock.class).instant());
        int held = context.getBean(RestoreGrants.class).hold();
        List<AccountId> erased = eraseAgain(context, restore);
        restore.finish();
        return """
            restored %s
            %s
              sessions were ended: everybody signs in again
              %d connections are not renewed until their people connect again, because their refresh tokens may be used up;
              if nothing was renewed after the backup was made: ./patchbay restore confirm
              %s\
            """.formatted(
                        file,
                        BackupCommand.words(header),
                        held,
                        erased.isEmpty()
                                ? "accounts that were erased after the backup was made are back; the database that is"
                                        + " gone knew of none"
                                : "erased again, as they were before: "
                                        + erased.stream().map(AccountId::value).collect(Collectors.joining(", ")));
    }

    /** Others may share the database; there is no telling of an embedded one, which has let us in. */
    private static void requireNobody(ApplicationContext context) {
        if (context.getBean(Migrations.class).isEmpty()) {
            return;
        }
        StoredPresence presence = context.getBean(StoredPresence.class);
        presence.start();
        List<VaultReader> others = context.getBean(VaultReaders.class).all();
        for (int looks = 0;
                looks < LOOKS && others.stream().anyMatch(one -> !presence.isGone(one.process()));
                looks++) {
            context.getBean(Pause.class).lasting(Duration.ofSeconds(1));
        }
        List<String> running = others.stream()
                .map(VaultReader::process)
                .filter(process -> !presence.isGone(process))
                .toList();
        if (!running.isEmpty()) {
            throw new StartRefused(
                    List.of("processes run on this database; stop them first: " + String.join(", ", running)));
        }
    }

    /** What was asked for by people is not undone by a backup from before. */
    private static List<AccountId> eraseAgain(ApplicationContext context, Restore restore) {
        context.getBean(VaultCanary.class).check(true);
        List<AccountId> erased =
                restore.erasedBefore(context.getBean(AuditKey.class).chain());
        erased.forEach(context.getBean(Accounts.class)::erase);
        return erased;
    }

    static Function<ApplicationContext, String> command(List<String> args) {
        if (args.isEmpty() || args.size() > 2 || !args.getFirst().equals(CONFIRM)) {
            throw new StartRefused(List.of(USAGE));
        }
        Optional<String> name = args.size() == 2 ? Optional.of(args.getLast()) : Optional.empty();
        return context -> {
            Optional<ProviderId> platform = name.map(text -> ProviderId.parse(text)
                    .filter(id -> context.getBean(Providers.class).platform(id).isPresent())
                    .orElseThrow(() -> new StartRefused(List.of("there is no platform " + text + " here; " + USAGE))));
            return context.getBean(RestoreGrants.class).confirm(platform)
                    + " connections are renewed as usual again; a running service takes them up within a minute";
        };
    }

    private RestoreCommand() {}
}
