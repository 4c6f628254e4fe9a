/**
 * The authorization-code flow, the token endpoint, ID tokens and guarded HTTP, once for all OAuth 2 and OpenID
 * providers.
 */
@NullMarked
package dev.patchbay.oauth;

import org.jspecify.annotations.NullMarked;
