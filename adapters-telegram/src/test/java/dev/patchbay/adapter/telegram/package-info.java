/** Tests of the chat. */
@NullMarked
package dev.patchbay.adapter.telegram;

import org.jspecify.annotations.NullMarked;
