/** Google as a party that people sign in with. */
@NullMarked
package dev.patchbay.adapter.google;

import org.jspecify.annotations.NullMarked;
