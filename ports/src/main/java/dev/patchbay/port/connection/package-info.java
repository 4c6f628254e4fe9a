/** Where connections are kept. */
@NullMarked
package dev.patchbay.port.connection;

import org.jspecify.annotations.NullMarked;
