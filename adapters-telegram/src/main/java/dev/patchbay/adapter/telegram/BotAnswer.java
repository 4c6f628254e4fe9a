package dev.patchbay.adapter.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What came of one call to the Bot API. None of them has the bot's token in it, or what was asked. */
sealed interface BotAnswer {
    /** It was done. @param result as the method's page describes it */
    record Ok(JsonNode result) implements BotAnswer {
        @Override
        public String toString() {
            return "Ok";
        }
    }

    /** It was not done and will not be. */
    record Refused(int code, Why why) implements BotAnswer {}

    /** It was not done; it will be if it is asked again after that time. */
    record Throttled(Duration retryAfter) implements BotAnswer {}

    /** The group has become another chat. */
    record Migrated(long chat) implements BotAnswer {}

    /** Nobody knows. @param maybeProcessed whether it may have been done */
    record Unavailable(boolean maybeProcessed) implements BotAnswer {}

    /** What is behind a refusal. */
    enum Why {
        /** The person blocked the bot, or left. */
        BLOCKED,
        /** The person's account is no more. */
        GONE,
        /** The message says that already. */
        NOT_MODIFIED,
        /** The message or query is too old for that. */
        TOO_OLD,
        /** The message or chat is not there. */
        NOT_FOUND,
        /** The token is none that Telegram knows. */
        UNAUTHORIZED,
        /** Somebody else gets the updates: a webhook, or another process. */
        CONFLICT,
        /** Anything else; a defect of ours. */
        BAD_REQUEST
    }
}
