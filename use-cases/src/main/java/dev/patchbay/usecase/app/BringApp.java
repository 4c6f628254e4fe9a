package dev.patchbay.usecase.app;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.OwnApp.Previous;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.clientapp.AppLists;
import dev.patchbay.port.clientapp.OwnApps;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.refresh.AppNotes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes an app that a person brings to a platform, or its new secret. With a new secret connections live on: the one before is kept for
 * a while beside it. With another client id they end, because tokens belong to the app that minted them; and with a secret where
 * there was none, or none where there was one, because a platform ties tokens to how the app showed itself.
 */
public final class BringApp {
    private final Providers providers;
    private final OwnApps ownApps;
    private final AppLists appLists;
    private final AppConnectionsEnding ending;
    private final AppNotes appNotes;
    private final TokenVault vault;
    private final Activity activity;
    private final Clock clock;

    public BringApp(
            Providers providers,
            OwnApps ownApps,
            AppLists appLists,
            AppConnectionsEnding ending,
            AppNotes appNotes,
            TokenVault vault,
            Activity activity,
            Clock clock) {
        this.providers = providers;
        this.ownApps = ownApps;
        this.appLists = appLists;
        this.ending = ending;
        this.appNotes = appNotes;
        this.vault = vault;
        this.activity = activity;
        this.clock = clock;
    }

    /**
     * Keeps it in place of one that is there.
     *
     * @param clientId as pasted
     * @param secret as pasted; empty for a public client
     * @param confirmed whether connections may end
     */
    public Bringing bring(
            SignedIn who, ProviderId platformId, String clientId, Optional<Secret> secret, boolean confirmed) {
        var platform = providers.platform(platformId);
        if (platform.isEmpty()) {
            return new Bringing.UnknownPlatform();
        }
        return switch (Pasted.read(platform.get().descriptor(), clientId, secret)) {
            case Pasted.Unfit(var words) -> new Bringing.Refused(words);
            case Pasted.Fit fit -> keep(who.account(), platformId, fit, confirmed);
        };
    }

    private Bringing keep(AccountId owner, ProviderId platform, Pasted.Fit fit, boolean confirmed) {
        // Few rounds suffice: each is lost only to the same person's other change.
        for (int round = 0; round < 5; round++) {
            Optional<OwnApp> before = ownApps.of(owner, platform);
            Optional<OwnApp> goesOn = before.filter(app -> isSameKind(app, fit));
            if (goesOn.isPresent() && bringsNothingNew(goesOn.get(), fit)) {
                return new Bringing.Kept(goesOn.get(), List.of());
            }
            if (before.isPresent() && goesOn.isEmpty() && !confirmed) {
                List<AffectedConnection> wouldEnd = ending.of(before.get().id());
                if (!wouldEnd.isEmpty()) {
                    return new Bringing.NeedsYes(wouldEnd);
                }
            }
            OwnApp next = next(owner, platform, before, goesOn, fit);
            if (ownApps.put(next)) {
                List<AffectedConnection> ended =
                        before.filter(app -> goesOn.isEmpty()).map(this::gone).orElse(List.of());
                noted(next, before.isEmpty());
                return new Bringing.Kept(next, ended);
            }
        }
        return new Bringing.Busy();
    }

    private List<AffectedConnection> gone(OwnApp app) {
        List<AffectedConnection> ended = ending.end(app.id());
        appLists.forgetAll(app.id());
        return ended;
    }

    private static boolean isSameKind(OwnApp app, Pasted.Fit fit) {
        return app.clientId().equals(fit.clientId())
                && app.secret().isPresent() == fit.secret().isPresent();
    }

    private boolean bringsNothingNew(OwnApp app, Pasted.Fit fit) {
        return app.secret().isEmpty() || newestOf(app).equals(fit.secret());
    }

    private OwnApp next(
            AccountId owner, ProviderId platform, Optional<OwnApp> before, Optional<OwnApp> goesOn, Pasted.Fit fit) {
        Instant now = clock.instant();
        long version = before.map(OwnApp::version).orElse(0L) + 1;
        KeyOwner key = KeyOwner.of(owner);
        return new OwnApp(
                owner,
                platform,
                fit.clientId(),
                fit.secret().map(secret -> vault.seal(key, OwnApp.secretPlace(owner, platform, version), secret)),
                now,
                goesOn.flatMap(this::worthKeeping)
                        .map(secret -> new Previous(
                                vault.seal(key, OwnApp.previousSecretPlace(owner, platform, version), secret),
                                now.plus(OwnApp.KEEP_PREVIOUS),
                                false)),
                version,
                goesOn.map(OwnApp::since).orElse(now));
    }

    /** Of two the one that worked last, not the one that was pasted last. */
    private Optional<Secret> worthKeeping(OwnApp app) {
        Optional<Secret> worked = app.previous()
                .filter(Previous::preferred)
                .flatMap(kept -> secretIn(vault.open(app.keyOwner(), app.previousSecretPlace(), kept.secret())));
        return worked.isPresent() ? worked : newestOf(app);
    }

    private Optional<Secret> newestOf(OwnApp app) {
        return app.secret().flatMap(kept -> secretIn(vault.open(app.keyOwner(), app.secretPlace(), kept)));
    }

    private static Optional<Secret> secretIn(Opening opening) {
        return opening instanceof Opening.Opened(var secret) ? Optional.of(secret) : Optional.empty();
    }

    private void noted(OwnApp app, boolean first) {
        // A refused app need not wait for its next try: this is how its owner mends it.
        appNotes.started(app.id());
        activity.add(new Event(
                app.owner(),
                first ? Event.Kind.APP_BROUGHT : Event.Kind.APP_CHANGED,
                Optional.of(app.platform()),
                "",
                clock.instant()));
    }
}
