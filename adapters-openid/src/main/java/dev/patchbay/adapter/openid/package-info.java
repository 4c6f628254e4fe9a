/** OpenID Providers that nobody wrote a module for, each by a handful of settings. */
@NullMarked
package dev.patchbay.adapter.openid;

import org.jspecify.annotations.NullMarked;
