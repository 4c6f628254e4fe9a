package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.chat.MatchNumber;
import dev.patchbay.usecase.attempt.FinishFromPaste;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What may be a guess at something that is good once: a deep link's payload that could be a code, an address that a provider sends people to,
 * two digits. Whether somebody waits for it does not matter here: to find out would be the look that a guess is after.
 */
final class Guess {
    /** A code of ours has 43 characters, and may have a few in front that say what it is for; Telegram takes 64 in all. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{43,64}");

    private Guess() {}

    static boolean is(String text, Optional<Command.Given> command) {
        return command.map(given -> given.command() == Command.START
                        && CODE.matcher(given.argument()).matches())
                .orElseGet(() -> MatchNumber.parse(text).isPresent() || FinishFromPaste.isReturn(text));
    }
}
