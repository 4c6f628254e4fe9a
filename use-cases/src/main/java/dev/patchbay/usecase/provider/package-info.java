/** Which outside parties are here, and which of them are offered. */
@NullMarked
package dev.patchbay.usecase.provider;

import org.jspecify.annotations.NullMarked;
