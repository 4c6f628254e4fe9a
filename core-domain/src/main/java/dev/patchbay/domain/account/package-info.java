/** A person here; never derived from a provider. */
@NullMarked
package dev.patchbay.domain.account;

import org.jspecify.annotations.NullMarked;
