package dev.patchbay.port.chat;

import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.certificate.CertificateAlarm;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.provider.ProviderId;
import java.time.Instant;
import java.util.Optional;

/** What a chat is told without having asked. */
public sealed interface Notice {
    /**
     * A consent comes to its end.
     *
     * @param days 30, 7 or 1: at most that many are left
     */
    record ConsentEnding(ProviderId platform, int days, Instant reauthorizeBy) implements Notice {}

    /** @param cause empty when it is one that this version does not know */
    record ConnectionBroken(ProviderId platform, Optional<Cause> cause) implements Notice {}

    record ConnectionRecovered(ProviderId platform) implements Notice {}

    /** @param cause empty when it is one that this version does not know */
    record AppBlocked(ProviderId platform, Optional<Cause> cause) implements Notice {}

    record AppWell(ProviderId platform) implements Notice {}

    record MethodLinked(ProviderId provider) implements Notice {}

    record MethodUnlinked(ProviderId provider) implements Notice {}

    /** Another account became part of the one that is used from this chat, or that one's did. */
    record AccountsMerged() implements Notice {}

    /**
     * Somebody took a seat in the app that this person brought.
     *
     * @param guest what that person is called here
     * @param label for whom the seat was offered, in the owner's words
     */
    record SeatTaken(ProviderId platform, DisplayName guest, DisplayName label) implements Notice {}

    /** The owner of the app in which this person had a seat ended it, and with it a connection that was made with it. */
    record SeatEnded(ProviderId platform) implements Notice {}

    /** To an operator: the service's certificate needs somebody. */
    record CertificateAlarmed(CertificateAlarm alarm) implements Notice {}

    /** To an operator: the certificate that needed somebody was replaced. */
    record CertificateWell(Instant notAfter) implements Notice {}

    /** Another chat is used for the same account from now on. */
    record ChatJoined() implements Notice {}

    /** The account is not used from this chat any more: whoever is signed in to it said so. */
    record ChatLeft() implements Notice {}

    /** Somebody signed in as {@code name} brought this chat's code; the chat is asked for the two-digit number they are shown. */
    record NumberAsked(DisplayName name) implements Notice {}
}
