/** The OAuth client used at a provider; quotas, seats and app-level errors live here. */
@NullMarked
package dev.patchbay.domain.clientapp;

import org.jspecify.annotations.NullMarked;
