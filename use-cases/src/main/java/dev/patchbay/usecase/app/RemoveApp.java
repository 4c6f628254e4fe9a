package dev.patchbay.usecase.app;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.clientapp.AppLists;
import dev.patchbay.port.clientapp.OwnApps;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Removes an app that a person brought. Connections made with it cannot be renewed any more and end, whoever has them. */
public final class RemoveApp {
    private final OwnApps ownApps;
    private final AppLists appLists;
    private final AppConnectionsEnding ending;
    private final Activity activity;
    private final Clock clock;

    public RemoveApp(OwnApps ownApps, AppLists appLists, AppConnectionsEnding ending, Activity activity, Clock clock) {
        this.ownApps = ownApps;
        this.appLists = appLists;
        this.ending = ending;
        this.activity = activity;
        this.clock = clock;
    }

    /** @param confirmed whether connections may end */
    public Removal remove(SignedIn who, ProviderId platform, boolean confirmed) {
        Optional<OwnApp> app = ownApps.of(who.account(), platform);
        if (app.isEmpty()) {
            return new Removal.NoApp();
        }
        if (!confirmed) {
            List<AffectedConnection> wouldEnd = ending.of(app.get().id());
            if (!wouldEnd.isEmpty()) {
                return new Removal.NeedsYes(wouldEnd);
            }
        }
        return removed(app.get()).<Removal>map(Removal.Removed::new).orElseGet(Removal.Busy::new);
    }

    /** All that the person brought, when they leave. */
    public void removeAllOf(AccountId owner) {
        ownApps.of(owner).forEach(this::removed);
    }

    /** The app first: stopped half-way, connections without an app say so themselves. */
    private Optional<List<AffectedConnection>> removed(OwnApp app) {
        if (!ownApps.remove(app.owner(), app.platform(), app.version())) {
            return Optional.empty();
        }
        List<AffectedConnection> ended = ending.end(app.id());
        appLists.forgetAll(app.id());
        activity.add(new Event(app.owner(), Event.Kind.APP_REMOVED, Optional.of(app.platform()), "", clock.instant()));
        return Optional.of(ended);
    }
}
