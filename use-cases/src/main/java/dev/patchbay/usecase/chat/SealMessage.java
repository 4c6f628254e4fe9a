package dev.patchbay.usecase.chat;

import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.chat.Outgoing;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes messages that may wait in a store, and opens them to be sent. */
public final class SealMessage {
    private final TokenVault vault;
    private final SecretSource secrets;
    private final Clock clock;

    public SealMessage(TokenVault vault, SecretSource secrets, Clock clock) {
        this.vault = vault;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * A message that may be sent from now on, for {@link Outgoing#LIFE}.
     *
     * @param key what it is about, if it must be said once only
     * @param repeatable whether it may be sent again when nobody knows whether it arrived
     */
    public Outgoing seal(ChatUser to, Optional<String> key, Secret body, boolean repeatable) {
        UUID id = secrets.nextId();
        Instant now = clock.instant();
        return new Outgoing(
                id,
                to,
                key,
                vault.seal(Outgoing.keyOwner(), Outgoing.bodyPlace(id), body),
                repeatable,
                0,
                now,
                now.plus(Outgoing.LIFE));
    }

    /** What it says; unreadable when its key was exchanged meanwhile, and then it is worth nothing. */
    public Opening open(Outgoing message) {
        return vault.open(Outgoing.keyOwner(), Outgoing.bodyPlace(message.id()), message.body());
    }
}
