/** What operators see of everything together. */
@NullMarked
package dev.patchbay.port.operator;

import org.jspecify.annotations.NullMarked;
