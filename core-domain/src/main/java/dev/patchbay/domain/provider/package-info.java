/** Outside parties by name: their ids, scopes, and what is known about each. */
@NullMarked
package dev.patchbay.domain.provider;

import org.jspecify.annotations.NullMarked;
