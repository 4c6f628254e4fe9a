package dev.patchbay.domain.chat;

import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One message to send. What it says only the channel understands, and it is sealed: a link in it may hold a one-time value.
 *
 * @param key what it is about, for messages that must be sent once however often they are put; 1 to 200 characters
 * @param body sealed for {@link #bodyPlace}
 * @param repeatable whether saying it twice does no harm, so that it is sent again when nobody knows whether it arrived
 * @param tries how often it was taken to be sent
 * @param notBefore when it may be sent, or sent again
 * @param expiresAt when it is worth nothing any more; at most {@link #LIFE} after it was put
 */
public record Outgoing(
        UUID id,
        ChatUser to,
        Optional<String> key,
        SealedSecret body,
        boolean repeatable,
        int tries,
        Instant notBefore,
        Instant expiresAt) {
    /** So short that the key which seals it need never be exchanged under it. */
    public static final Duration LIFE = Duration.ofHours(24);

    private static final int MAX_KEY = 200;

    public Outgoing {
        if (key.isPresent() && (key.get().isEmpty() || key.get().length() > MAX_KEY)) {
            throw new IllegalArgumentException("a message's key has 1 to 200 characters");
        }
        if (tries < 0) {
            throw new IllegalArgumentException("tries are counted from 0");
        }
    }

    /** Bodies are sealed for the service: a chat may be told something when there is no account (any more). */
    public static KeyOwner keyOwner() {
        return KeyOwner.service();
    }

    public static Place bodyPlace(UUID id) {
        return new Place("chat_outbox.body", id.toString(), "", 0);
    }
}
