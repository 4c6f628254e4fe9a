/** Which client apps there are, and how they fare. */
@NullMarked
package dev.patchbay.port.clientapp;

import org.jspecify.annotations.NullMarked;
