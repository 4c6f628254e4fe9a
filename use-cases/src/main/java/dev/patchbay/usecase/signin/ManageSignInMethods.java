package dev.patchbay.usecase.signin;

import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.signin.SignInMethods;
import dev.patchbay.port.signin.SignInMethods.UnlinkOutcome;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Shows the ways into an account, and takes one away; never the last one. */
public final class ManageSignInMethods {
    private final SignInMethods methods;
    private final Activity activity;
    private final Clock clock;

    public ManageSignInMethods(SignInMethods methods, Activity activity, Clock clock) {
        this.methods = methods;
        this.activity = activity;
        this.clock = clock;
    }

    public List<SignInMethod> list(SignedIn who) {
        return methods.of(who.account());
    }

    public UnlinkOutcome unlink(SignedIn who, ProviderId provider) {
        UnlinkOutcome outcome = methods.unlink(who.account(), provider);
        if (outcome == UnlinkOutcome.UNLINKED) {
            activity.add(
                    new Event(who.account(), Event.Kind.METHOD_UNLINKED, Optional.of(provider), "", clock.instant()));
        }
        return outcome;
    }
}
