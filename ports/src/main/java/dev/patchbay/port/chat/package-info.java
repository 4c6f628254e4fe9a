/** Where chats are kept, with what came in from them and what goes out to them. */
@NullMarked
package dev.patchbay.port.chat;

import org.jspecify.annotations.NullMarked;
