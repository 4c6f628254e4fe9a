package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.NextAction;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.chat.ChatAccounts.Present;
import dev.patchbay.usecase.connection.ConnectionHealth;
import dev.patchbay.usecase.connection.ConnectionHealth.Report;
import dev.patchbay.usecase.connection.Disconnect;
import dev.patchbay.usecase.refresh.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How connections are, what mends them, and giving them up. */
final class StatusTalk {
    private final PlatformNames names;
    private final ConnectionHealth health;
    private final Disconnect disconnect;
    private final Frontend frontend;
    private final Clock clock;

    StatusTalk(PlatformNames names, ConnectionHealth health, Disconnect disconnect, Frontend frontend, Clock clock) {
        this.names = names;
        this.health = health;
        this.disconnect = disconnect;
        this.frontend = frontend;
        this.clock = clock;
    }

    Reply.Say status(Present present) {
        Texts texts = texts(present);
        List<Report> reports = health.all(present.who());
        if (reports.isEmpty()) {
            return new Reply.Say(
                    texts.say(Phrase.STATUS_NONE),
                    names.platforms().stream()
                            .<Button>map(platform ->
                                    tap(texts, Phrase.BUTTON_CONNECT, platform, new Tapped.Connect(platform)))
                            .toList());
        }
        List<Html> parts = new ArrayList<>(List.of(texts.say(Phrase.STATUS_HEAD)));
        List<Button> buttons = new ArrayList<>();
        for (Report report : reports) {
            parts.add(line(texts, report));
            mending(texts, report).ifPresent(buttons::add);
        }
        return new Reply.Say(Html.paragraphs(parts), buttons);
    }

    /** To somebody whose message was begun to be answered before, and who cannot do over what that used up. */
    Reply interrupted(Present present) {
        Reply.Say status = status(present);
        return new Reply.Say(
                Html.paragraphs(List.of(texts(present).say(Phrase.INTERRUPTED), status.text())), status.buttons());
    }

    private Html line(Texts texts, Report report) {
        Verdict verdict = report.verdict();
        Html state = texts.say(state(verdict.state()));
        Html line = report.connection()
                .map(connection -> texts.say(Phrase.STATUS_LINE, names.of(report.platform()), who(connection), state))
                .orElse(state);
        Html withCause = verdict.cause()
                .map(cause -> texts.say(Phrase.STATUS_CAUSE, line, texts.cause(cause)))
                .orElse(line);
        return report.connection()
                .flatMap(connection -> connection.clocks().reauthorizeBy())
                .map(by -> texts.say(Phrase.STATUS_CAUSE, withCause, consent(texts, by)))
                .orElse(withCause);
    }

    private Html consent(Texts texts, Instant by) {
        long days = Duration.between(clock.instant(), by).toDays();
        if (!clock.instant().isBefore(by)) {
            return texts.say(Phrase.STATUS_CONSENT_ENDED, texts.day(by));
        }
        return days < 1
                ? texts.say(Phrase.STATUS_CONSENT_TODAY)
                : texts.say(Phrase.STATUS_CONSENT_DAYS, texts.day(by), Html.number(days));
    }

    /** The one button that helps; none when all is well or only waiting helps. */
    private Optional<Button> mending(Texts texts, Report report) {
        return report.verdict().nextAction().flatMap(action -> mending(texts, report.platform(), action));
    }

    private Optional<Button> mending(Texts texts, ProviderId platform, NextAction action) {
        return switch (action) {
            case RECONNECT -> Optional.of(tap(texts, Phrase.BUTTON_RECONNECT, platform, new Tapped.Connect(platform)));
            case CONNECT -> Optional.of(tap(texts, Phrase.BUTTON_CONNECT, platform, new Tapped.Connect(platform)));
            case FIX_APP -> Optional.of(new Button.Link(texts.label(Phrase.BUTTON_PAGE), frontend.home()));
            case ASK_APP_OWNER, PREPARE_ACCOUNT, WAIT, SIGN_IN, MERGE -> Optional.empty();
        };
    }

    /** {@code /disconnect}: which one. */
    Reply choose(Present present) {
        Texts texts = texts(present);
        List<Button> buttons = health.all(present.who()).stream()
                .map(Report::platform)
                .<Button>map(
                        platform -> tap(texts, Phrase.BUTTON_DISCONNECT, platform, new Tapped.AskDisconnect(platform)))
                .toList();
        return buttons.isEmpty()
                ? Reply.say(texts.say(Phrase.DISCONNECT_NONE))
                : new Reply.Say(texts.say(Phrase.DISCONNECT_CHOOSE), buttons);
    }

    /** Whether it is meant. */
    Reply ask(Present present, ProviderId platform) {
        Texts texts = texts(present);
        return Reply.say(
                texts.say(Phrase.DISCONNECT_ASK, names.of(platform)),
                new Button.Tap(texts.label(Phrase.BUTTON_DISCONNECT_YES), new Tapped.DoDisconnect(platform)),
                new Button.Tap(texts.label(Phrase.BUTTON_KEEP), new Tapped.Keep(platform)));
    }

    Reply keep(Present present, ProviderId platform) {
        return Reply.say(texts(present).say(Phrase.DISCONNECT_KEPT, names.of(platform)));
    }

    Reply disconnect(Present present, ProviderId platform) {
        Texts texts = texts(present);
        Optional<Disconnect.Report> report = disconnect.disconnect(present.who(), platform);
        if (report.isEmpty()) {
            return Reply.say(texts.say(Phrase.DISCONNECT_NONE));
        }
        return report.get()
                .accessPage()
                .map(page -> Reply.say(
                        texts.say(Phrase.DISCONNECT_BY_HAND, names.of(platform)),
                        new Button.Link(texts.label(Phrase.BUTTON_ACCESS_PAGE, names.plain(platform)), page)))
                .orElseGet(() -> Reply.say(texts.say(Phrase.DISCONNECT_DONE, names.of(platform))));
    }

    private Button tap(Texts texts, Phrase phrase, ProviderId platform, Tapped what) {
        return new Button.Tap(texts.label(phrase, names.plain(platform)), what);
    }

    private static Html who(Connection connection) {
        return Html.name(connection.who().name().orElse(connection.who().id()));
    }

    private static Phrase state(Verdict.State state) {
        return switch (state) {
            case CONNECTED -> Phrase.STATE_CONNECTED;
            case WAITING -> Phrase.STATE_WAITING;
            case APP_BLOCKED -> Phrase.STATE_APP_BLOCKED;
            case NEEDS_RECONNECT -> Phrase.STATE_NEEDS_RECONNECT;
            case NOT_CONNECTED -> Phrase.STATE_NOT_CONNECTED;
        };
    }

    private static Texts texts(Present present) {
        return Texts.in(present.chat().language());
    }
}
