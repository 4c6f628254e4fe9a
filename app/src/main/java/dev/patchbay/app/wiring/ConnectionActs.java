package dev.patchbay.app.wiring;

import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.GuardedPictures;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.clientapp.AppConditions;
import dev.patchbay.port.clientapp.AppLists;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.ParkedGrants;
import dev.patchbay.port.connection.Presence;
import dev.patchbay.port.connection.Upkeep;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.account.ShowPicture;
import dev.patchbay.usecase.app.AppConnectionsEnding;
import dev.patchbay.usecase.attempt.BeginAttempt;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.connection.CompleteConnection;
import dev.patchbay.usecase.connection.ConnectPlatform;
import dev.patchbay.usecase.connection.ConnectionHealth;
import dev.patchbay.usecase.connection.Disconnect;
import dev.patchbay.usecase.connection.EndRefused;
import dev.patchbay.usecase.connection.LendToken;
import dev.patchbay.usecase.connection.ReplaceAccount;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.refresh.AppNotes;
import dev.patchbay.usecase.refresh.Renewing;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Connecting a platform, and the life of its tokens. */
@Factory
final class ConnectionActs {
    @Singleton
    AppNotes appNotes(AppConditions conditions, Activity activity, Clock clock) {
        return new AppNotes(conditions, activity, clock);
    }

    @Singleton
    ShowPicture showPicture(Connections connections, GuardedHttp http, Frontend frontend) {
        return new ShowPicture(connections, new GuardedPictures(http, frontend.baseUrl()));
    }

    @Singleton
    ConnectPlatform connectPlatform(
            Providers providers, ClientApps apps, Connections connections, BeginAttempt beginAttempt) {
        return new ConnectPlatform(providers, apps, connections, beginAttempt);
    }

    @Singleton
    CompleteConnection completeConnection(
            Providers providers,
            ClientApps apps,
            Connections connections,
            AppNotes appNotes,
            AppLists appLists,
            AppConnectionsEnding ending,
            ParkedGrants parkedGrants,
            TokenVault vault,
            Activity activity,
            SecretSource secrets,
            Clock clock) {
        return new CompleteConnection(
                providers,
                apps,
                connections,
                appNotes,
                appLists,
                ending,
                parkedGrants,
                vault,
                activity,
                secrets,
                clock);
    }

    @Singleton
    ReplaceAccount replaceAccount(
            Providers providers,
            ClientApps apps,
            AppConnectionsEnding ending,
            Connections connections,
            ParkedGrants parkedGrants,
            TokenVault vault,
            Activity activity,
            Clock clock) {
        return new ReplaceAccount(providers, apps, ending, connections, parkedGrants, vault, activity, clock);
    }

    @Singleton
    LendToken lendToken(
            Providers providers, Connections connections, TokenVault vault, Renewing renewing, Clock clock) {
        return new LendToken(providers, connections, vault, renewing.flights(), clock);
    }

    @Singleton
    EndRefused endRefused(Claims claims, Presence presence, Activity activity, Clock clock) {
        return new EndRefused(claims, presence, activity, clock);
    }

    @Singleton
    ConnectionHealth connectionHealth(
            Providers providers,
            ClientApps apps,
            Connections connections,
            AppNotes appNotes,
            AppLists appLists,
            LendToken lendToken,
            Upkeep upkeep,
            EndRefused endRefused,
            Clock clock) {
        return new ConnectionHealth(
                providers, apps, connections, appNotes, appLists, lendToken, upkeep, endRefused, clock);
    }

    @Singleton
    Disconnect disconnect(
            Providers providers,
            ClientApps apps,
            Connections connections,
            TokenVault vault,
            Activity activity,
            Clock clock) {
        return new Disconnect(providers, apps, connections, vault, activity, clock);
    }
}
