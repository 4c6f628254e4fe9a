/** Where pending authorization round trips and handoffs are kept. */
@NullMarked
package dev.patchbay.port.attempt;

import org.jspecify.annotations.NullMarked;
