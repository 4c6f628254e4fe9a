package dev.patchbay.port;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.chat.BotId;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.chat.Outgoing;
import dev.patchbay.domain.vault.SealedSecret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Chats and messages, ready made. */
public final class ChatFixtures {
    private static final AtomicInteger SPANS = new AtomicInteger();

    private static final long MOST = 1L << 52;

    private ChatFixtures() {}

    /** Somebody nobody has chatted with before. */
    public static ChatUser aChatUser() {
        return new ChatUser(ThreadLocalRandom.current().nextLong(1, MOST));
    }

    /** A bot nobody has heard of. */
    public static BotId aBot() {
        return new BotId(ThreadLocalRandom.current().nextLong(1, MOST));
    }

    /** A new user's chat from which that account is used, in English. */
    public static Chat aChatOf(Account account) {
        return Chat.begun(aChatUser(), account.id(), Language.EN, Fixtures.NOW);
    }

    /** A message that may be sent at once and for a day, and has no key. */
    public static Outgoing aMessageTo(ChatUser user, Instant now) {
        return aMessageTo(user, Optional.empty(), now);
    }

    public static Outgoing aMessageTo(ChatUser user, String key, Instant now) {
        return aMessageTo(user, Optional.of(key), now);
    }

    private static Outgoing aMessageTo(ChatUser user, Optional<String> key, Instant now) {
        UUID id = UUID.randomUUID();
        SealedSecret body = new SealedSecret(("body " + id).getBytes(StandardCharsets.UTF_8));
        return new Outgoing(id, user, key, body, true, 0, now, now.plus(Outgoing.LIFE));
    }

    /** Another multiple of ten days for each who asks, so that tests over one store do not see each other's times. */
    public static Duration aSpanOfItsOwn() {
        return Duration.ofDays(10L * SPANS.incrementAndGet());
    }
}
