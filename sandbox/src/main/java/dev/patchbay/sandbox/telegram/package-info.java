/** Telegram's Bot API with people who chat, as core.telegram.org/bots/api and its open-source server describe it. */
@NullMarked
package dev.patchbay.sandbox.telegram;

import org.jspecify.annotations.NullMarked;
