/** GitHub as somewhere to sign in: OAuth without ID tokens, and the few calls of its API that say who somebody is. */
@NullMarked
package dev.patchbay.sandbox.github;

import org.jspecify.annotations.NullMarked;
