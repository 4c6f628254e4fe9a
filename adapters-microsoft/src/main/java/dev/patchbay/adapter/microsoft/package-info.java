/** Microsoft as a party that people sign in with. */
@NullMarked
package dev.patchbay.adapter.microsoft;

import org.jspecify.annotations.NullMarked;
