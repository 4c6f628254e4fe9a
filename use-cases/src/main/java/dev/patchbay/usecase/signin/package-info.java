/** Becoming somebody, and the ways in that an account has. */
@NullMarked
package dev.patchbay.usecase.signin;

import org.jspecify.annotations.NullMarked;
