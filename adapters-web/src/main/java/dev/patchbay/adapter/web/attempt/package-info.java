/** What sign-in and connecting have in common: beginning a round trip, coming back from it, handoffs. */
@NullMarked
package dev.patchbay.adapter.web.attempt;

import org.jspecify.annotations.NullMarked;
