package dev.patchbay.usecase.signin;

import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.signin.SignInMethods;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Shows the ways into an account, and takes one away: never the last one, and only for somebody who signed in lately. */
public final class ManageSignInMethods {
    private final SignInMethods methods;
    private final WaysInChanged waysInChanged;
    private final Activity activity;
    private final Clock clock;

    public ManageSignInMethods(SignInMethods methods, WaysInChanged waysInChanged, Activity activity, Clock clock) {
        this.methods = methods;
        this.waysInChanged = waysInChanged;
        this.activity = activity;
        this.clock = clock;
    }

    public List<SignInMethod> list(SignedIn who) {
        return methods.of(who.account());
    }

    public Unlinking unlink(SignedIn who, ProviderId provider) {
        Optional<SessionId> session = who.freshSession(clock.instant());
        if (session.isEmpty()) {
            return Unlinking.FRESH_SIGN_IN_NEEDED;
        }
        return switch (methods.unlink(who.account(), provider)) {
            case NOT_LINKED -> Unlinking.NOT_LINKED;
            case LAST_ONE -> Unlinking.LAST_ONE;
            case UNLINKED -> {
                activity.add(new Event(
                        who.account(), Event.Kind.METHOD_UNLINKED, Optional.of(provider), "", clock.instant()));
                waysInChanged.startOver(who.account(), session);
                yield Unlinking.UNLINKED;
            }
        };
    }
}
