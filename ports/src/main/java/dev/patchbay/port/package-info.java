/** The roles the core needs filled, in domain words; what cuts across all of them is here. */
@NullMarked
package dev.patchbay.port;

import org.jspecify.annotations.NullMarked;
