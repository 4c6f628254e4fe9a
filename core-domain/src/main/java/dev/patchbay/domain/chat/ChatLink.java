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

    public static final int LEAST_NUMBER = 10;
    public static final int MOST_NUMBER = 99;

    public ChatLink(Fingerprint code, ChatUser user, Instant expiresAt) {
        this(code, user, Optional.empty(), expiresAt);
    }

    /**
     * A signed-in person brought the code.
     *
     * @param number what that person is shown and the chat has to say, 10 to 99
     */
    public record Claim(AccountId account, int number) {
        public Claim {
            if (number < LEAST_NUMBER || number > MOST_NUMBER) {
                throw new IllegalArgumentException("the number has two digits");
            }
        }
    }
}
