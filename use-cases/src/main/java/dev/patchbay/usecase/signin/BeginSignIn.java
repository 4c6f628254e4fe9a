package dev.patchbay.usecase.signin;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.attempt.Purpose;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.usecase.attempt.BeginAttempt;
import dev.patchbay.usecase.attempt.Beginning;
import dev.patchbay.usecase.attempt.Wish;
import dev.patchbay.usecase.provider.Providers;
import java.util.Optional;

/** Sends somebody to an identity provider, to sign in or to add a sign-in method. */
public final class BeginSignIn {
    private final Providers providers;
    private final SharedApps apps;
    private final BeginAttempt beginAttempt;

    public BeginSignIn(Providers providers, SharedApps apps, BeginAttempt beginAttempt) {
        this.providers = providers;
        this.apps = apps;
        this.beginAttempt = beginAttempt;
    }

    public Beginning signIn(ProviderId provider, Wish wish) {
        return begin(provider, wish, Purpose.SIGN_IN, Optional.empty());
    }

    public Beginning link(SignedIn who, ProviderId provider, Wish wish) {
        return begin(provider, wish, Purpose.LINK, Optional.of(who.account()));
    }

    private Beginning begin(ProviderId id, Wish wish, Purpose purpose, Optional<AccountId> account) {
        Optional<IdentityProvider> provider = providers.identityProvider(id);
        if (provider.isEmpty()) {
            return new Beginning.UnknownProvider();
        }
        Optional<ClientApp> app = apps.of(id);
        if (app.isEmpty()) {
            return new Beginning.NoApp();
        }
        var trip = new BeginAttempt.Trip(purpose, account, app.get(), Scopes.NONE, false);
        return beginAttempt.begin(trip, wish, provider.get()::authorize);
    }
}
