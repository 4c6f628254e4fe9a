/** Chats: somebody's private conversation with a bot, what is said in it, and how it is linked to an account. */
@NullMarked
package dev.patchbay.domain.chat;

import org.jspecify.annotations.NullMarked;
