/** The outside parties: identity providers and music platforms. */
@NullMarked
package dev.patchbay.port.provider;

import org.jspecify.annotations.NullMarked;
