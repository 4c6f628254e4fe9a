package dev.patchbay.usecase.app;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.clientapp.AppConnections;
import dev.patchbay.port.clientapp.AppLists;
import dev.patchbay.port.clientapp.OwnApps;
import dev.patchbay.port.clientapp.RedirectUris;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.refresh.AppNotes;
import dev.patchbay.usecase.refresh.Verdict;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows a person how their own app at a platform is, and what they need to register one. */
public final class ShowApp {
    private final Providers providers;
    private final OwnApps ownApps;
    private final AppConnections appConnections;
    private final AppLists appLists;
    private final Accounts accounts;
    private final AppNotes appNotes;
    private final RedirectUris redirectUris;
    private final Clock clock;

    public ShowApp(
            Providers providers,
            OwnApps ownApps,
            AppConnections appConnections,
            AppLists appLists,
            Accounts accounts,
            AppNotes appNotes,
            RedirectUris redirectUris,
            Clock clock) {
        this.providers = providers;
        this.ownApps = ownApps;
        this.appConnections = appConnections;
        this.appLists = appLists;
        this.accounts = accounts;
        this.appNotes = appNotes;
        this.redirectUris = redirectUris;
        this.clock = clock;
    }

    /**
     * What there is to know.
     *
     * @param redirectUri the one to register, character by character
     * @param app empty when they brought none
     */
    public record View(ProviderDescriptor platform, URI redirectUri, Optional<Health> app) {}

    /**
     * How an app fares: what concerns all its connections, said once.
     *
     * @param condition what was last noted; a pause that is over is fine
     * @param connections made with it that have not ended
     * @param waiting how many of them get no new token until the app is well again
     * @param notListed whom the platform refused because they are not on the app's list, longest first
     */
    public record Health(
            OwnApp app,
            AppCondition condition,
            Verdict verdict,
            int connections,
            int waiting,
            List<NotListed> notListed) {}

    /** Somebody who is not on the app's list, and since when that is known. */
    public record NotListed(String displayName, Instant since) {}

    /** Empty when no such platform is here. */
    public Optional<View> show(SignedIn who, ProviderId platform) {
        return providers
                .platform(platform)
                .map(party -> new View(
                        party.descriptor(),
                        redirectUris.redirectUriOf(platform),
                        ownApps.of(who.account(), platform).map(this::health)));
    }

    private Health health(OwnApp app) {
        AppCondition condition = appNotes.of(app.id());
        Verdict verdict = Verdict.of(condition, clock.instant());
        List<Connection> open = appConnections.of(app.id()).stream()
                .filter(row -> switch (row.standing()) {
                    case Standing.Active _, Standing.Waiting _, Standing.Restored _ -> true;
                    case Standing.NeedsReconnect _, Standing.Quarantined _ -> false;
                })
                .toList();
        List<NotListed> notListed = appLists.missingFrom(app.id()).stream()
                .flatMap(missing -> accounts.find(missing.account()).stream()
                        .map(account -> new NotListed(account.displayName().value(), missing.since())))
                .toList();
        return new Health(app, condition, verdict, open.size(), verdict.isWell() ? 0 : open.size(), notListed);
    }
}
