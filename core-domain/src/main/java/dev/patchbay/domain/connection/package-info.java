/** Account by platform, with a grant and two clocks; what a provider answered, and what that means. */
@NullMarked
package dev.patchbay.domain.connection;

import org.jspecify.annotations.NullMarked;
