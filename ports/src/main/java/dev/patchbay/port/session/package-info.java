/** Where sessions are kept. */
@NullMarked
package dev.patchbay.port.session;

import org.jspecify.annotations.NullMarked;
