package dev.patchbay.usecase.chat;

import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.port.chat.Chats;
import dev.patchbay.port.chat.ConsentEnds;
import dev.patchbay.port.chat.ConsentEnds.Ending;
import dev.patchbay.port.chat.Notice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells people in their chats that a consent comes to its end: 30 days before, 7 and 1. Each is told once in each chat, whoever asks how often;
 * a reconnect moves the end and with it what is told.
 */
public final class RemindOfConsent {
    private static final int PAGE = 200;

    /** The first invitations are spread over so many days, so that those who connected on one day do not all come back on one. */
    private static final Duration SPREAD = Duration.ofDays(6);

    /** A reminder that could not be given for so long after its time is not given any more: the next one is nearer. */
    private static final Duration LATE = Duration.ofDays(1);

    private final ConsentEnds consentEnds;
    private final Chats chats;
    private final TellChat tellChat;
    private final Clock clock;

    public RemindOfConsent(ConsentEnds consentEnds, Chats chats, TellChat tellChat, Clock clock) {
        this.consentEnds = consentEnds;
        this.chats = chats;
        this.tellChat = tellChat;
        this.clock = clock;
    }

    /** Several processes may do so at once. @return how many messages will be sent */
    public int remind() {
        Instant now = clock.instant();
        return remind(30, SPREAD, now) + remind(7, Duration.ZERO, now) + remind(1, Duration.ZERO, now);
    }

    private int remind(int days, Duration spread, Instant now) {
        Instant upTo = now.plus(Duration.ofDays(days));
        Instant after = upTo.minus(spread).minus(LATE);
        int told = 0;
        Optional<Ending> last = Optional.empty();
        List<Ending> page;
        do {
            page = consentEnds.between(after, upTo, last, PAGE);
            for (Ending ending : page) {
                if (!now.isBefore(dueAt(ending, days, spread))) {
                    told += tell(ending, days);
                }
                last = Optional.of(ending);
            }
        } while (page.size() == PAGE);
        return told;
    }

    /** Not before half of the consent has passed: of a short one nobody wants to hear on the day they gave it. */
    private static Instant dueAt(Ending ending, int days, Duration spread) {
        Instant due = ending.reauthorizeBy().minus(Duration.ofDays(days)).plus(shareOf(ending.connection(), spread));
        Instant half = ending.consentedAt()
                .plus(Duration.between(ending.consentedAt(), ending.reauthorizeBy())
                        .dividedBy(2));
        return due.isAfter(half) ? due : half;
    }

    /** The same for a connection every time. */
    private static Duration shareOf(ConnectionId connection, Duration spread) {
        long part = Math.floorMod(connection.value().getLeastSignificantBits(), 1000);
        return spread.multipliedBy(part).dividedBy(1000);
    }

    private int tell(Ending ending, int days) {
        Notice notice = new Notice.ConsentEnding(ending.platform(), days, ending.reauthorizeBy());
        return Math.toIntExact(chats.of(ending.account()).stream()
                .filter(chat -> tellChat.tell(
                        chat,
                        Optional.of("consent/%s/%s/%d/%s"
                                .formatted(ending.connection().value(), ending.reauthorizeBy(), days, chat.user())),
                        notice))
                .count());
    }
}
