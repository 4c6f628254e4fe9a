/** The account's own audit trail. */
@NullMarked
package dev.patchbay.domain.activity;

import org.jspecify.annotations.NullMarked;
