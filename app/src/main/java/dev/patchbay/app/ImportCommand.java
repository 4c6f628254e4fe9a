package dev.patchbay.app;

import dev.patchbay.adapter.persistence.StoredPresence;
import dev.patchbay.adapter.vault.KeyRotation;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.usecase.operator.ImportGrant;
import dev.patchbay.usecase.operator.ImportGrant.Fate;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * {@code ./patchbay import}: takes over refresh tokens that another program got, a JSON object in each line, and says of each what became of it.
 * It may be stopped and run again: what is here already is left as it is.
 */
public final class ImportCommand {
    private static final String DRY = "--dry-run";
    private static final String USAGE = "usage: ./patchbay import <file of JSON lines> [" + DRY + "]";

    public static void main(String[] args) {
        String summary = Main.orExit(() -> run(Operator.values(), List.of(args), System.out::println));
        System.out.println(summary);
    }

    /**
     * Takes over what is in the file.
     *
     * @param said hears of each line as soon as its fate is known
     * @return how many there were of each fate
     * @throws StartRefused when nothing can be taken over, with what to do
     */
    static String run(Map<String, String> values, List<String> args, Consumer<String> said) {
        List<String> files = new ArrayList<>(args);
        boolean dry = files.remove(DRY);
        if (files.size() != 1 || files.getFirst().startsWith("-")) {
            throw new StartRefused(List.of(USAGE));
        }
        Path file = Path.of(files.getFirst());
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return Operator.withStore(values, context -> {
                // Other processes must see that whoever claims these connections lives.
                try (StoredPresence presence = context.getBean(StoredPresence.class)) {
                    presence.start();
                    context.getBean(KeyRotation.class).look();
                    return all(lines, context, dry, said);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException | UncheckedIOException unreadable) {
            throw new StartRefused(List.of("the file cannot be read; " + USAGE));
        }
    }

    private static String all(BufferedReader lines, ApplicationContext context, boolean dry, Consumer<String> said)
            throws IOException {
        ImportGrant importGrant = context.getBean(ImportGrant.class);
        JsonMapper json = context.getBean(JsonMapper.class);
        int number = 0;
        int refused = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            Fate fate =
                    switch (ImportLine.read(line, json)) {
                        case ImportLine.Bad(var words) -> new Fate.Refused(words);
                        case ImportLine.Good(var wanted) -> importGrant.take(wanted, dry);
                    };
            refused += fate instanceof Fate.Refused ? 1 : 0;
            said.accept("line " + number + ": " + words(fate));
        }
        return "%d lines, %d refused%s".formatted(number, refused, dry ? "; a dry run, nothing was done" : "");
    }

    private static String words(Fate fate) {
        return switch (fate) {
            case Fate.Taken(var account, var who) ->
                "taken over for " + account
                        + who.map(ImportCommand::named).map(name -> ", " + name).orElse("");
            case Fate.Possible() -> "can be taken over, as far as can be seen without asking the platform";
            case Fate.AlreadyThere(var account) -> "left alone: " + account + " is connected there already";
            case Fate.Waits(var account, var cause) ->
                "kept for " + account + ", and tried again by the service (" + cause.code() + ")";
            case Fate.Refused(var words) -> "refused: " + words;
        };
    }

    private static String named(ExternalAccount who) {
        return who.name().orElse(who.id());
    }

    private ImportCommand() {}
}
