/** Chats that are to be used with the account of whoever is signed in, and the way into them. */
@NullMarked
package dev.patchbay.adapter.web.chat;

import org.jspecify.annotations.NullMarked;
