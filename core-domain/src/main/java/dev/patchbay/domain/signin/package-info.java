/** Who somebody is at an identity provider, and the sign-in methods linked to an account. */
@NullMarked
package dev.patchbay.domain.signin;

import org.jspecify.annotations.NullMarked;
