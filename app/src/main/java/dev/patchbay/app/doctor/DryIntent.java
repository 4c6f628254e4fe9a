package dev.patchbay.app.doctor;

import dev.patchbay.domain.attempt.PkceVerifier;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.provider.AuthorizationIntent;

/** An authorization request that is never sent: it shows where a provider is. */
final class DryIntent {
    private DryIntent() {}

    static AuthorizationIntent of(SecretSource random) {
        return new AuthorizationIntent(
                new State(random.next()), random.next(), new PkceVerifier(random.next()), Scopes.NONE, false);
    }
}
