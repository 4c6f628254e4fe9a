package dev.patchbay.port.provider;

import dev.patchbay.domain.attempt.PkceVerifier;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.Secret;

/**
 * What an authorization request is to say, whoever it goes to.
 *
 * @param nonce sent by OpenID Connect only
 * @param scopes what to ask for
 * @param askAgain show the consent screen even to somebody who consented before
 */
public record AuthorizationIntent(State state, Secret nonce, PkceVerifier verifier, Scopes scopes, boolean askAgain) {}
