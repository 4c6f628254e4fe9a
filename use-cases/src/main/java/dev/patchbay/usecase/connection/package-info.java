/** Connecting a platform, lending its token, renewing it, saying how it is, and disconnecting. */
@NullMarked
package dev.patchbay.usecase.connection;

import org.jspecify.annotations.NullMarked;
