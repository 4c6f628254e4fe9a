package dev.patchbay.domain.chat;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.vault.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A chat that is about to be linked to an account.
 *
 * @param code fingerprint of the one-time code the chat was given
 * @param claim who brought the code, once somebody did
 */
public record ChatLink(Fingerprint code, ChatUser user, Optional<Claim> claim, Instant expiresAt) {
    /** How long a link that was asked for in a chat may wait for a browser. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    /** How long the number may wait for the chat. */
    public static final Duration ANSWER_LIFE = Duration.ofMinutes(2);

    public ChatLink(Fingerprint code, ChatUser user, Instant expiresAt) {
        this(code, user, Optional.empty(), expiresAt);
    }

    /**
     * A signed-in person brought the code.
     *
     * @param number what that person is shown and the chat has to say, as {@link MatchNumber} says
     */
    public record Claim(AccountId account, int number) {
        public Claim {
            MatchNumber.require(number);
        }
    }
}
