package dev.patchbay.adapter.telegram;

import dev.patchbay.usecase.account.EraseAccount;
import dev.patchbay.usecase.chat.ChatAccounts.Present;
import dev.patchbay.usecase.connection.Disconnect;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Leaving for good. */
final class LeaveTalk {
    /** A yes further up in the chat is none any more. */
    private static final Duration MEANT_FOR = Duration.ofMinutes(10);

    private final PlatformNames names;
    private final EraseAccount eraseAccount;
    private final Clock clock;

    LeaveTalk(PlatformNames names, EraseAccount eraseAccount, Clock clock) {
        this.names = names;
        this.eraseAccount = eraseAccount;
        this.clock = clock;
    }

    /** Whether it is meant. */
    Reply ask(Present present) {
        Texts texts = texts(present);
        return Reply.say(
                texts.say(Phrase.LEAVE_ASK),
                new Button.Tap(texts.label(Phrase.BUTTON_ERASE_YES), new Tapped.DoErase(clock.instant())),
                new Button.Tap(texts.label(Phrase.BUTTON_ERASE_NO), new Tapped.Status()));
    }

    /** @param asked when the person was asked whether it is meant */
    Reply erase(Present present, Instant asked) {
        Duration ago = Duration.between(asked, clock.instant());
        return ago.isNegative() || ago.compareTo(MEANT_FOR) > 0 ? ask(present) : erased(present);
    }

    private Reply erased(Present present) {
        Texts texts = texts(present);
        List<Button> byHand = eraseAccount.erase(present.who()).stream()
                .flatMap(report -> page(texts, report).stream())
                .toList();
        return byHand.isEmpty()
                ? Reply.say(texts.say(Phrase.LEAVE_DONE))
                : new Reply.Say(texts.say(Phrase.LEAVE_BY_HAND), byHand);
    }

    /** Where the person can end what we cannot. */
    private Optional<Button> page(Texts texts, Disconnect.Report report) {
        Optional<URI> page = report.accessPage();
        return page.map(there ->
                new Button.Link(texts.label(Phrase.BUTTON_ACCESS_PAGE, names.plain(report.platform())), there));
    }

    private static Texts texts(Present present) {
        return Texts.in(present.chat().language());
    }
}
