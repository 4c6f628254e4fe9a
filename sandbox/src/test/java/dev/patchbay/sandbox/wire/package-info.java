/** Tests of the wire. */
@NullMarked
package dev.patchbay.sandbox.wire;

import org.jspecify.annotations.NullMarked;
