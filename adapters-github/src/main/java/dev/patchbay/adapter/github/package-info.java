/** GitHub as a party that people sign in with. */
@NullMarked
package dev.patchbay.adapter.github;

import org.jspecify.annotations.NullMarked;
