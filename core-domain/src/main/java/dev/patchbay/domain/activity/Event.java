package dev.patchbay.domain.activity;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.provider.ProviderId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to an account.
 *
 * @param provider the party concerned, where there is one
 * @param detail a few plain words or a code; never a secret, never what a provider sent
 */
public record Event(AccountId account, Kind kind, Optional<ProviderId> provider, String detail, Instant at) {
    /** The detail of what somebody did in a chat, where they were told of it at once. */
    public static final String IN_CHAT = "chat";

    /** What happened. The names are part of the API. */
    public enum Kind {
        ACCOUNT_CREATED,
        SIGNED_IN,
        SIGNED_OUT,
        SESSION_ENDED,
        RENAMED,
        METHOD_LINKED,
        METHOD_UNLINKED,
        PLATFORM_CONNECTED,
        PLATFORM_RECONNECTED,
        PLATFORM_DISCONNECTED,
        CONNECTION_BROKEN,
        ATTEMPT_REFUSED,
        APP_BROUGHT,
        APP_CHANGED,
        APP_REMOVED,
        /** The platform refuses the app that this person brought; the detail is the cause's code. */
        APP_BLOCKED,
        /** The platform serves it again. */
        APP_WELL,
        SEAT_OFFERED,
        SEAT_TAKEN,
        SEAT_ENDED,
        /** A chat is used for this account from now on. */
        CHAT_LINKED,
        /** A chat is not used for this account any more. */
        CHAT_UNLINKED,
        /** Another account became part of this one; the detail is its id. */
        ACCOUNT_MERGED,
        /** This account became part of another and is no more; the detail is that one's id. */
        ACCOUNT_ENDED
    }
}
