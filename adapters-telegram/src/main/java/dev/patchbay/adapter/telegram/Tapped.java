package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.provider.ProviderId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a tap on a button means, in the few bytes that Telegram keeps for us. Anybody can send any such bytes, from any old message: a tap names
 * what to do and never for whom.
 *
 * @see <a href="https://core.telegram.org/bots/api#inlinekeyboardbutton">callback_data, 1 to 64 bytes</a>
 */
sealed interface Tapped {
    Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    record Connect(ProviderId platform) implements Tapped {}

    record AskDisconnect(ProviderId platform) implements Tapped {}

    record DoDisconnect(ProviderId platform) implements Tapped {}

    record Keep(ProviderId platform) implements Tapped {}

    record Status() implements Tapped {}

    record SignOut() implements Tapped {}

    record AskErase() implements Tapped {}

    /** @param asked when the person was asked whether it is meant, to the second */
    record DoErase(Instant asked) implements Tapped {}

    record Speak(Language language) implements Tapped {}

    /** The compact form: a letter, and what it is about behind a colon. */
    default String data() {
        return switch (this) {
            case Connect(var platform) -> "c:" + platform;
            case AskDisconnect(var platform) -> "d:" + platform;
            case DoDisconnect(var platform) -> "x:" + platform;
            case Keep(var platform) -> "k:" + platform;
            case Status() -> "s:";
            case SignOut() -> "o:";
            case AskErase() -> "e:";
            case DoErase(var asked) -> "z:" + asked.getEpochSecond();
            case Speak(var language) -> "l:" + language.code();
        };
    }

    /** Empty for what none of our buttons ever said. */
    static Optional<Tapped> parse(String data) {
        if (data.length() < 2 || data.charAt(1) != ':') {
            return Optional.empty();
        }
        String about = data.substring(2);
        Optional<ProviderId> platform = ProviderId.parse(about);
        return switch (data.charAt(0)) {
            case 'c' -> platform.map(Connect::new);
            case 'd' -> platform.map(AskDisconnect::new);
            case 'x' -> platform.map(DoDisconnect::new);
            case 'k' -> platform.map(Keep::new);
            case 's' -> about.isEmpty() ? Optional.of(new Status()) : Optional.empty();
            case 'o' -> about.isEmpty() ? Optional.of(new SignOut()) : Optional.empty();
            case 'e' -> about.isEmpty() ? Optional.of(new AskErase()) : Optional.empty();
            case 'z' ->
                SECONDS.matcher(about).matches()
                        ? Optional.of(new DoErase(Instant.ofEpochSecond(Long.parseLong(about))))
                        : Optional.empty();
            case 'l' ->
                Arrays.stream(Language.values())
                        .filter(language -> language.code().equals(about))
                        .findFirst()
                        .map(Speak::new);
            default -> Optional.empty();
        };
    }
}
