/** The network between a client and any server, as a TCP proxy that misbehaves on order. */
@NullMarked
package dev.patchbay.sandbox.wire;

import org.jspecify.annotations.NullMarked;
