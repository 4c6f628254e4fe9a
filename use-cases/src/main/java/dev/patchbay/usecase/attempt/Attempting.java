package dev.patchbay.usecase.attempt;

import dev.patchbay.port.SecretSource;
import dev.patchbay.port.attempt.Attempts;
import dev.patchbay.port.attempt.Handoffs;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.connection.CompleteConnection;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.signin.CompleteSignIn;
import java.time.Clock;

/** Puts the acts of this package together, so that their shared inner one stays inside. */
public record Attempting(ReturnFromProvider returning, RedeemHandoff redeeming, FinishFromPaste pasting) {
    public static Attempting of(
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
        var finish = new FinishAttempt(apps, vault, signIn, connection);
        var check = new CheckAnswer(attempts, providers, clock);
        return new Attempting(
                new ReturnFromProvider(check, handoffs, vault, secrets, frontend, finish, clock),
                new RedeemHandoff(attempts, handoffs, vault, finish, clock),
                new FinishFromPaste(check, finish));
    }
}
