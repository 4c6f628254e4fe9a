package dev.patchbay.domain.chat;

import dev.patchbay.domain.vault.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody wants to sign in where they are, as whoever uses a chat: they are shown a number, and the chat has to say it.
 *
 * @param code fingerprint of what the link into the chat carries
 * @param state fingerprint of what whoever began keeps to themselves
 * @param flowCookie fingerprint of the proof that a browser began; empty for clients that carry their session themselves
 * @param number what is shown where it began, as {@link MatchNumber} says
 * @param device where it began, as the person will recognise it
 * @param user who opened the link, once somebody did
 * @param said the number that user said, once they did
 * @param expiresAt until when it can be opened and answered; once answered, until when whoever began may ask what came of it
 */
public record ChatSignIn(
        Fingerprint code,
        Fingerprint state,
        Optional<Fingerprint> flowCookie,
        int number,
        String device,
        Optional<ChatUser> user,
        Optional<Integer> said,
        Instant expiresAt) {
    /** From the beginning until the number is said: short, for a link that was sent to somebody else is worth nothing soon. */
    public static final Duration LIFE = Duration.ofMinutes(2);

    /** How long whoever began may take to ask for the session. */
    public static final Duration ANSWERED_LIFE = Duration.ofMinutes(1);

    public ChatSignIn {
        MatchNumber.require(number);
    }

    /** One that nobody has opened yet. */
    public ChatSignIn(
            Fingerprint code,
            Fingerprint state,
            Optional<Fingerprint> flowCookie,
            int number,
            String device,
            Instant expiresAt) {
        this(code, state, flowCookie, number, device, Optional.empty(), Optional.empty(), expiresAt);
    }

    /** As it is once that user has opened the link. */
    public ChatSignIn openedBy(ChatUser who) {
        return new ChatSignIn(code, state, flowCookie, number, device, Optional.of(who), said, expiresAt);
    }

    /** As it is once a number was said. */
    public ChatSignIn answered(int number, Instant keepUntil) {
        return new ChatSignIn(code, state, flowCookie, this.number, device, user, Optional.of(number), keepUntil);
    }

    /** Whether a number was said, right or wrong: it is the only try. */
    public boolean isAnswered() {
        return said.isPresent();
    }

    /** Whether the number that was said is the one that is shown. */
    public boolean isMatched() {
        return said.equals(Optional.of(number));
    }
}
