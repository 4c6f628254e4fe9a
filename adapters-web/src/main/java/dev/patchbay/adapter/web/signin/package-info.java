/** Signing in and out, and adding a sign-in method. */
@NullMarked
package dev.patchbay.adapter.web.signin;

import org.jspecify.annotations.NullMarked;
