package dev.patchbay.usecase.app;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.AppFindings;
import dev.patchbay.domain.clientapp.AppFindings.Finding;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.clientapp.Allowances;
import dev.patchbay.port.clientapp.OwnApps;
import dev.patchbay.port.clientapp.Paces;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.refresh.AppNotes;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Looks at a person's own app before they consent with it. It costs one call of the app's, like any other. */
public final class CheckApp {
    private final Providers providers;
    private final ClientApps clientApps;
    private final OwnApps ownApps;
    private final AppNotes appNotes;
    private final Allowances allowances;
    private final Paces paces;
    private final Clock clock;

    public CheckApp(
            Providers providers,
            ClientApps clientApps,
            OwnApps ownApps,
            AppNotes appNotes,
            Allowances allowances,
            Paces paces,
            Clock clock) {
        this.providers = providers;
        this.clientApps = clientApps;
        this.ownApps = ownApps;
        this.appNotes = appNotes;
        this.allowances = allowances;
        this.paces = paces;
        this.clock = clock;
    }

    /** Checks it as it was last given, its newest secret included. */
    public Checking check(SignedIn who, ProviderId platformId) {
        Optional<MusicPlatform> platform = providers.platform(platformId);
        if (platform.isEmpty()) {
            return new Checking.UnknownPlatform();
        }
        Optional<OwnApp> app = ownApps.of(who.account(), platformId);
        if (app.isEmpty()) {
            return new Checking.NoApp();
        }
        Optional<ClientApp> shown = clientApps.newest(app.get());
        if (shown.isEmpty()) {
            return new Checking.Checked(unreadable());
        }
        Optional<Instant> later = notBefore(app.get());
        return later.<Checking>map(Checking.Later::new)
                .orElseGet(() -> new Checking.Checked(findings(platform.get(), app.get(), shown.get())));
    }

    private Optional<Instant> notBefore(OwnApp app) {
        Instant now = clock.instant();
        return appNotes.of(app.id()) instanceof AppCondition.CoolingDown pause && !pause.mayCall(now)
                ? Optional.of(pause.until())
                : allowances.take(app.id(), 1, paces.of(app.id()), now);
    }

    private AppFindings findings(MusicPlatform platform, OwnApp app, ClientApp shown) {
        AppFindings findings = platform.check(shown);
        if (findings.credentialsAreGood()) {
            clientApps.newestWorked(app);
            appNotes.started(app.id());
        }
        return findings;
    }

    private static AppFindings unreadable() {
        AppFindings none = AppFindings.none("Nothing was asked, because the stored secret cannot be read.");
        return new AppFindings(
                none.clientId(),
                new Finding.Wrong("The stored secret cannot be read any more: give it again."),
                none.redirectUri(),
                none.app());
    }
}
