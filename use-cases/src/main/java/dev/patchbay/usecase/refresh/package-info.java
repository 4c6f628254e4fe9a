/** Renewing tokens so that none is lost: the protocol, its guards, and what runs by itself. */
@NullMarked
package dev.patchbay.usecase.refresh;

import org.jspecify.annotations.NullMarked;
