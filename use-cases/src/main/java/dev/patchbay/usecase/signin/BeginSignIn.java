package dev.patchbay.usecase.signin;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.attempt.Purpose;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.usecase.attempt.BeginAttempt;
import dev.patchbay.usecase.attempt.Beginning;
import dev.patchbay.usecase.attempt.Wish;
import dev.patchbay.usecase.provider.Providers;
import java.time.Clock;
import java.util.Optional;

/** Sends somebody to an identity provider: to sign in, to add a sign-in method, or to prove that another account is theirs too. */
public final class BeginSignIn {
    private final Providers providers;
    private final SharedApps apps;
    private final BeginAttempt beginAttempt;
    private final Clock clock;

    public BeginSignIn(Providers providers, SharedApps apps, BeginAttempt beginAttempt, Clock clock) {
        this.providers = providers;
        this.apps = apps;
        this.beginAttempt = beginAttempt;
        this.clock = clock;
    }

    public Beginning signIn(ProviderId provider, Wish wish) {
        return begin(provider, wish, Purpose.SIGN_IN, Optional.empty(), Optional.empty());
    }

    /** Wants a fresh sign-in, and is bound to the session. */
    public Beginning link(SignedIn who, ProviderId provider, Wish wish) {
        return beginFresh(who, provider, wish, Purpose.LINK);
    }

    /** Wants a fresh sign-in, and is bound to the session; ends in a proof of the account whose sign-in it is. */
    public Beginning proveOther(SignedIn who, ProviderId provider, Wish wish) {
        return beginFresh(who, provider, wish, Purpose.MERGE);
    }

    private Beginning beginFresh(SignedIn who, ProviderId provider, Wish wish, Purpose purpose) {
        Optional<SessionId> session = who.freshSession(clock.instant());
        return session.isPresent()
                ? begin(provider, wish, purpose, Optional.of(who.account()), session)
                : new Beginning.FreshSignInNeeded();
    }

    private Beginning begin(
            ProviderId id, Wish wish, Purpose purpose, Optional<AccountId> account, Optional<SessionId> session) {
        Optional<IdentityProvider> provider = providers.identityProvider(id);
        if (provider.isEmpty()) {
            return new Beginning.UnknownProvider();
        }
        Optional<ClientApp> app = apps.of(id);
        if (app.isEmpty()) {
            return new Beginning.NoApp();
        }
        var trip = new BeginAttempt.Trip(purpose, account, session, app.get(), Scopes.NONE, false);
        return beginAttempt.begin(trip, wish, provider.get()::authorize);
    }
}
