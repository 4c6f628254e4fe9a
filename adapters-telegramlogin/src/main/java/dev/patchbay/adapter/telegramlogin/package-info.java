/** Telegram as a party that people sign in with; the bot is elsewhere. */
@NullMarked
package dev.patchbay.adapter.telegramlogin;

import org.jspecify.annotations.NullMarked;
