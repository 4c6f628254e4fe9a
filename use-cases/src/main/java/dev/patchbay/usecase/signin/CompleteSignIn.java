package dev.patchbay.usecase.signin;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.provider.CodeExchange;
import dev.patchbay.port.provider.Identification;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.port.signin.SignInMethods;
import dev.patchbay.usecase.attempt.Outcome;
import dev.patchbay.usecase.attempt.Refusal;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.session.StartSession;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Ends a round trip to an identity provider: asks who it is, finds or makes the account, starts a session; or links, or proves. Accounts are found by
 * (provider, issuer, subject) alone; an equal e-mail address never joins two people.
 */
public final class CompleteSignIn {
    private static final System.Logger LOG = System.getLogger(CompleteSignIn.class.getName());

    private final Providers providers;
    private final Accounts accounts;
    private final SignInMethods methods;
    private final StartSession startSession;
    private final LinkIdentity linkIdentity;
    private final Activity activity;
    private final SecretSource secrets;
    private final Clock clock;

    public CompleteSignIn(
            Providers providers,
            Accounts accounts,
            SignInMethods methods,
            StartSession startSession,
            LinkIdentity linkIdentity,
            Activity activity,
            SecretSource secrets,
            Clock clock) {
        this.providers = providers;
        this.accounts = accounts;
        this.methods = methods;
        this.startSession = startSession;
        this.linkIdentity = linkIdentity;
        this.activity = activity;
        this.secrets = secrets;
        this.clock = clock;
    }

    public Outcome complete(Attempt attempt, ClientApp app, CodeExchange exchange, String device) {
        Optional<IdentityProvider> provider = providers.identityProvider(attempt.provider());
        if (provider.isEmpty()) {
            return new Outcome.Refused(Refusal.WRONG_PROVIDER);
        }
        if (attempt.purpose().isBoundToSession() && !linkIdentity.isStillIn(attempt)) {
            return new Outcome.Refused(Refusal.SESSION_OVER);
        }
        return switch (provider.get().identify(app, exchange)) {
            case Identification.Identified(var identity) -> identified(attempt, identity, device);
            case Identification.CodeRefused() -> refused(attempt, "TOKEN_EXCHANGE", "code", Refusal.CODE_REFUSED);
            case Identification.AppRefused(var cause) ->
                refused(attempt, "TOKEN_EXCHANGE", cause.code(), Refusal.APP_REJECTED);
            case Identification.Untrusted(var check) -> refused(attempt, "ID_TOKEN", check, Refusal.IDENTITY_UNTRUSTED);
            case Identification.Unavailable(var why, var retryAfter) ->
                refused(attempt, "TOKEN_EXCHANGE", why, Refusal.PROVIDER_UNAVAILABLE);
        };
    }

    private Outcome identified(Attempt attempt, ExternalIdentity identity, String device) {
        return switch (attempt.purpose()) {
            case SIGN_IN -> signIn(identity, device);
            case LINK -> linkIdentity.link(attempt, identity);
            case MERGE -> linkIdentity.proveOther(attempt, identity);
            case CONNECT, RECONNECT -> throw new IllegalStateException("a connection is no sign-in");
        };
    }

    private static Outcome refused(Attempt attempt, String step, String why, Refusal refusal) {
        LOG.log(Level.WARNING, "sign-in with {0} failed at {1}: {2}", attempt.provider(), step, why);
        return new Outcome.Refused(refusal);
    }

    private Outcome signIn(ExternalIdentity identity, String device) {
        Instant now = clock.instant();
        Optional<SignInMethod> known = methods.find(identity);
        if (known.isPresent()) {
            return welcomeBack(known.get().account(), identity, device);
        }
        var account = new Account(AccountId.of(secrets.nextId()), DisplayName.from(identity.name()), now);
        if (accounts.open(account, new SignInMethod(account.id(), identity, now, now))) {
            activity.add(event(account.id(), Event.Kind.ACCOUNT_CREATED, identity, now));
            return new Outcome.SignedIn(startSession.start(account.id(), identity.provider(), device), true);
        }
        // Somebody with the same identity was faster: a double click, two browsers. It is one account.
        return methods.find(identity)
                .map(method -> welcomeBack(method.account(), identity, device))
                .orElse(new Outcome.Refused(Refusal.CODE_REFUSED));
    }

    private Outcome welcomeBack(AccountId account, ExternalIdentity identity, String device) {
        methods.used(identity, clock.instant());
        return new Outcome.SignedIn(startSession.start(account, identity.provider(), device), false);
    }

    private static Event event(AccountId account, Event.Kind kind, ExternalIdentity identity, Instant at) {
        return new Event(account, kind, Optional.of(identity.provider()), "", at);
    }
}
