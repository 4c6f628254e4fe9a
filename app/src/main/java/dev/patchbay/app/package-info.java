/** A table of contents: starting, wiring and schedules; everything else is elsewhere. */
@NullMarked
package dev.patchbay.app;

import org.jspecify.annotations.NullMarked;
