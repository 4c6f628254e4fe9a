package dev.patchbay.usecase.attempt;

import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.attempt.AuthorizationCode;
import dev.patchbay.domain.attempt.PkceVerifier;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.port.provider.CodeExchange;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.connection.CompleteConnection;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.signin.CompleteSignIn;
import java.util.Optional;

/** Ends a used attempt whose proof was given: exchanges its code, once, and does what the attempt was for. */
final class FinishAttempt {
    private final ClientApps apps;
    private final TokenVault vault;
    private final CompleteSignIn signIn;
    private final CompleteConnection connection;

    FinishAttempt(ClientApps apps, TokenVault vault, CompleteSignIn signIn, CompleteConnection connection) {
        this.apps = apps;
        this.vault = vault;
        this.signIn = signIn;
        this.connection = connection;
    }

    Outcome finish(Attempt attempt, AuthorizationCode code, String device) {
        Optional<ClientApp> app = attempt.account()
                .map(who -> apps.usedBy(who, attempt.app()))
                .orElseGet(() -> apps.find(attempt.app()))
                .map(found -> found.returningTo(attempt.redirectUri()));
        if (app.isEmpty()) {
            return new Outcome.Refused(attempt.app().owner().isPresent() ? Refusal.APP_GONE : Refusal.APP_REJECTED);
        }
        var place = Attempt.verifierPlace(attempt.id(), attempt.provider());
        return switch (vault.open(attempt.keyOwner(), place, attempt.verifier())) {
            case Opening.Unreadable() -> new Outcome.Refused(Refusal.STATE_INVALID);
            case Opening.Opened(var verifier) -> {
                var exchange = new CodeExchange(code, new PkceVerifier(verifier), attempt.nonceFingerprint());
                yield attempt.purpose().isForIdentity()
                        ? signIn.complete(attempt, app.get(), exchange, device)
                        : connection.complete(attempt, app.get(), exchange);
            }
        };
    }
}
