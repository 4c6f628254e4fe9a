/**
 * A plain OAuth 2 platform that is described, not programmed: paths, clients, rotation and profile come from a few lines that the
 * module of a platform brings along.
 */
@NullMarked
package dev.patchbay.sandbox.played;

import org.jspecify.annotations.NullMarked;
