/** Telegram: the whole service from a private chat with the operator's bot. */
@NullMarked
package dev.patchbay.adapter.telegram;

import org.jspecify.annotations.NullMarked;
