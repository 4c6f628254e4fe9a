package dev.patchbay.usecase.signin;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.merge.MergeProof;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.port.account.Merges;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.session.Sessions;
import dev.patchbay.port.signin.SignInMethods;
import dev.patchbay.usecase.attempt.Outcome;
import dev.patchbay.usecase.attempt.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Ends a round trip that a signed-in person made to an identity provider: links the identity to their account, or takes it as the proof that
 * another account is theirs too. Either way the session that began it must still live.
 */
public final class LinkIdentity {
    private final SignInMethods methods;
    private final Sessions sessions;
    private final Merges merges;
    private final WaysInChanged waysInChanged;
    private final Activity activity;
    private final Clock clock;

    public LinkIdentity(
            SignInMethods methods,
            Sessions sessions,
            Merges merges,
            WaysInChanged waysInChanged,
            Activity activity,
            Clock clock) {
        this.methods = methods;
        this.sessions = sessions;
        this.merges = merges;
        this.waysInChanged = waysInChanged;
        this.activity = activity;
        this.clock = clock;
    }

    /** Whether whoever began it is still signed in. */
    boolean isStillIn(Attempt attempt) {
        return attempt.session().flatMap(sessions::find).stream()
                .anyMatch(session ->
                        session.isAlive(clock.instant()) && attempt.account().equals(Optional.of(session.account())));
    }

    Outcome link(Attempt attempt, ExternalIdentity identity) {
        if (!isStillIn(attempt)) {
            return new Outcome.Refused(Refusal.SESSION_OVER);
        }
        AccountId account = attempt.account().orElseThrow();
        Instant now = clock.instant();
        return switch (methods.link(new SignInMethod(account, identity, now, now))) {
            case LINKED -> {
                activity.add(new Event(account, Event.Kind.METHOD_LINKED, Optional.of(identity.provider()), "", now));
                waysInChanged.startOver(account, attempt.session());
                yield new Outcome.Linked(identity.provider());
            }
            case ALREADY_YOURS -> new Outcome.Linked(identity.provider());
            case TAKEN -> new Outcome.Refused(Refusal.IDENTITY_TAKEN);
            case PROVIDER_IN_USE -> new Outcome.Refused(Refusal.ALREADY_LINKED);
        };
    }

    /** Whose identity it is decides; what else the provider says of it does not. */
    Outcome proveOther(Attempt attempt, ExternalIdentity identity) {
        if (!isStillIn(attempt)) {
            return new Outcome.Refused(Refusal.SESSION_OVER);
        }
        AccountId account = attempt.account().orElseThrow();
        SessionId session = attempt.session().orElseThrow();
        Optional<AccountId> other = methods.find(identity).map(SignInMethod::account);
        if (other.isEmpty()) {
            return new Outcome.Refused(Refusal.NOBODY_TO_MERGE);
        }
        if (other.get().equals(account)) {
            return new Outcome.Refused(Refusal.SAME_ACCOUNT);
        }
        merges.prove(
                new MergeProof(account, session, other.get(), clock.instant().plus(MergeProof.LIFE)));
        return new Outcome.MergeProven(identity.provider());
    }
}
