/** Promises of the stand-in for Telegram. */
@NullMarked
package dev.patchbay.sandbox.telegram;

import org.jspecify.annotations.NullMarked;
