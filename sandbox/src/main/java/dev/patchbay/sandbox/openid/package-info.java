/** What OpenID providers have in common: metadata, signing keys, sound and flawed ID tokens; and two parties of that kind. */
@NullMarked
package dev.patchbay.sandbox.openid;

import org.jspecify.annotations.NullMarked;
