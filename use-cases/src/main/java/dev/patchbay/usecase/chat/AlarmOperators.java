package dev.patchbay.usecase.chat;

import dev.patchbay.domain.account.Operators;
import dev.patchbay.domain.certificate.CertificateAlarm;
import dev.patchbay.domain.certificate.CertificateAlarm.Urgency;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.port.chat.Chats;
import dev.patchbay.port.chat.Notice;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells operators in their chats that the certificate needs somebody, once for each certificate and urgency (while there is none: once a day),
 * however many processes look and how often; and that all is well again. Safe for many threads.
 */
public final class AlarmOperators {
    private final Operators operators;
    private final Chats chats;
    private final TellChat tellChat;
    private final Clock clock;
    private final AtomicReference<Optional<CertificateAlarm>> before = new AtomicReference<>(Optional.empty());

    public AlarmOperators(Operators operators, Chats chats, TellChat tellChat, Clock clock) {
        this.operators = operators;
        this.chats = chats;
        this.tellChat = tellChat;
        this.clock = clock;
    }

    /**
     * Looks once.
     *
     * @param alarm empty when nothing is wrong
     * @param notAfter when the certificate that is shown ends
     * @throws dev.patchbay.port.StoreUnavailable when the store does not answer; the next look tells it
     */
    public void look(Optional<CertificateAlarm> alarm, Instant notAfter) {
        if (alarm.isPresent()) {
            tell(key(alarm.get()), new Notice.CertificateAlarmed(alarm.get()));
        } else if (before.get().isPresent()) {
            tell("well/" + notAfter, new Notice.CertificateWell(notAfter));
        }
        before.set(alarm);
    }

    private String key(CertificateAlarm alarm) {
        return alarm.urgency() == Urgency.MISSING
                ? "missing/" + clock.instant().atOffset(ZoneOffset.UTC).toLocalDate()
                : alarm.urgency() + "/" + alarm.notAfter();
    }

    private void tell(String key, Notice notice) {
        for (var operator : operators.accounts()) {
            for (Chat chat : chats.of(operator)) {
                boolean _ = tellChat.tell(chat, Optional.of("certificate/%s/%s".formatted(key, chat.user())), notice);
            }
        }
    }
}
