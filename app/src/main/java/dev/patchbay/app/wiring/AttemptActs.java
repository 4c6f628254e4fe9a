package dev.patchbay.app.wiring;

import dev.patchbay.port.SecretSource;
import dev.patchbay.port.attempt.Attempts;
import dev.patchbay.port.attempt.Handoffs;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.attempt.Attempting;
import dev.patchbay.usecase.attempt.BeginAttempt;
import dev.patchbay.usecase.attempt.FinishFromPaste;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.attempt.RedeemHandoff;
import dev.patchbay.usecase.attempt.ReturnFromProvider;
import dev.patchbay.usecase.connection.CompleteConnection;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.signin.CompleteSignIn;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Going to a provider and coming back. */
@Factory
final class AttemptActs {
    @Singleton
    BeginAttempt beginAttempt(
            Attempts attempts, TokenVault vault, SecretSource secrets, Frontend frontend, Clock clock) {
        return new BeginAttempt(attempts, vault, secrets, frontend, clock);
    }

    @Singleton
    Attempting attempting(
            Attempts attempts,
            Handoffs handoffs,
            ClientApps apps,
            TokenVault vault,
            Providers providers,
            SecretSource secrets,
            Frontend frontend,
            CompleteSignIn signIn,
            CompleteConnection connection,
            Clock clock) {
        return Attempting.of(attempts, handoffs, apps, vault, providers, secrets, frontend, signIn, connection, clock);
    }

    @Singleton
    ReturnFromProvider returning(Attempting attempting) {
        return attempting.returning();
    }

    @Singleton
    RedeemHandoff redeeming(Attempting attempting) {
        return attempting.redeeming();
    }

    @Singleton
    FinishFromPaste pasting(Attempting attempting) {
        return attempting.pasting();
    }
}
