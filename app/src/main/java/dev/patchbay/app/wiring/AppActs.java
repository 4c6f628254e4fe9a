package dev.patchbay.app.wiring;

import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.clientapp.Allowances;
import dev.patchbay.port.clientapp.AppConnections;
import dev.patchbay.port.clientapp.AppLists;
import dev.patchbay.port.clientapp.OwnApps;
import dev.patchbay.port.clientapp.Paces;
import dev.patchbay.port.clientapp.RedirectUris;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.app.AppConnectionsEnding;
import dev.patchbay.usecase.app.BringApp;
import dev.patchbay.usecase.app.CheckApp;
import dev.patchbay.usecase.app.RemoveApp;
import dev.patchbay.usecase.app.ShowApp;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.refresh.AppNotes;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Apps that people bring. */
@Factory
final class AppActs {
    @Singleton
    AppConnectionsEnding ending(
            AppConnections appConnections, Connections connections, Accounts accounts, Activity activity, Clock clock) {
        return new AppConnectionsEnding(appConnections, connections, accounts, activity, clock);
    }

    @Singleton
    BringApp bringApp(
            Providers providers,
            OwnApps ownApps,
            AppLists appLists,
            AppConnectionsEnding ending,
            AppNotes appNotes,
            TokenVault vault,
            Activity activity,
            Clock clock) {
        return new BringApp(providers, ownApps, appLists, ending, appNotes, vault, activity, clock);
    }

    @Singleton
    RemoveApp removeApp(
            OwnApps ownApps, AppLists appLists, AppConnectionsEnding ending, Activity activity, Clock clock) {
        return new RemoveApp(ownApps, appLists, ending, activity, clock);
    }

    @Singleton
    ShowApp showApp(
            Providers providers,
            OwnApps ownApps,
            AppConnections appConnections,
            AppLists appLists,
            Accounts accounts,
            AppNotes appNotes,
            RedirectUris redirectUris,
            Clock clock) {
        return new ShowApp(providers, ownApps, appConnections, appLists, accounts, appNotes, redirectUris, clock);
    }

    @Singleton
    CheckApp checkApp(
            Providers providers,
            ClientApps clientApps,
            OwnApps ownApps,
            AppNotes appNotes,
            Allowances allowances,
            Paces paces,
            Clock clock) {
        return new CheckApp(providers, clientApps, ownApps, appNotes, allowances, paces, clock);
    }
}
