/** Google as an OpenID provider: discovery, sign-in page, token endpoint, signing keys and flawed ID tokens. */
@NullMarked
package dev.patchbay.sandbox.google;

import org.jspecify.annotations.NullMarked;
