/** The outside world, people in it, and clients that ask the service for tokens. */
@NullMarked
package dev.patchbay.faults.world;

import org.jspecify.annotations.NullMarked;
