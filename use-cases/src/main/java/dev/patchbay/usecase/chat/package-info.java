/** What people do from a chat, and what a chat is told. */
@NullMarked
package dev.patchbay.usecase.chat;

import org.jspecify.annotations.NullMarked;
