package dev.patchbay.adapter.telegram;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people can ask for by name, in the order of the menu. */
enum Command {
    LOGIN(Phrase.COMMAND_LOGIN),
    STATUS(Phrase.COMMAND_STATUS),
    DISCONNECT(Phrase.COMMAND_DISCONNECT),
    SETNAME(Phrase.COMMAND_SETNAME),
    ACCOUNT(Phrase.COMMAND_ACCOUNT),
    APP(Phrase.COMMAND_APP),
    LANGUAGE(Phrase.COMMAND_LANGUAGE),
    HELP(Phrase.COMMAND_HELP),
    START();

    private final Optional<Phrase> inMenu;

    Command(Phrase inMenu) {
        this.inMenu = Optional.of(inMenu);
    }

    Command() {
        this.inMenu = Optional.empty();
    }

    /** A command with what stood behind it, stripped. */
    record Given(Command command, String argument) {}

    /** What a text asks for; empty when it is no command of ours, or one for another bot. */
    static Optional<Given> in(String text, String username) {
        if (!text.startsWith("/")) {
            return Optional.empty();
        }
        String[] parts = text.substring(1).split("\\s+", 2);
        String[] addressed = parts[0].split("@", 2);
        if (addressed.length == 2 && !addressed[1].equalsIgnoreCase(username)) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(command -> command.word().equals(addressed[0].toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(command -> new Given(command, parts.length == 2 ? parts[1].strip() : ""));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Optional<Phrase> inMenu() {
        return inMenu;
    }
}
