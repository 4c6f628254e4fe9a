/** A signed-in presence, and the proof of it that use cases ask for. */
@NullMarked
package dev.patchbay.domain.session;

import org.jspecify.annotations.NullMarked;
