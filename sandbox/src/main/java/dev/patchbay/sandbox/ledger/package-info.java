/** Who was issued what, when, and what is live: the memory of all stand-ins, kept across restarts by a journal. */
@NullMarked
package dev.patchbay.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
