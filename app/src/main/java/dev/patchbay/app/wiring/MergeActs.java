package dev.patchbay.app.wiring;

import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.account.Merges;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.chat.Chats;
import dev.patchbay.port.clientapp.AppConnections;
import dev.patchbay.port.clientapp.AppLists;
import dev.patchbay.port.clientapp.OwnApps;
import dev.patchbay.port.clientapp.Seats;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.ParkedGrants;
import dev.patchbay.port.session.Sessions;
import dev.patchbay.port.signin.SignInMethods;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.app.AppConnectionsEnding;
import dev.patchbay.usecase.merge.GiveUpGrants;
import dev.patchbay.usecase.merge.MergeAccounts;
import dev.patchbay.usecase.merge.NoteMerge;
import dev.patchbay.usecase.merge.ReadHoldings;
import dev.patchbay.usecase.merge.SealAgain;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Making one account of two. */
@Factory
final class MergeActs {
    @Singleton
    ReadHoldings readHoldings(
            SignInMethods methods,
            Connections connections,
            ParkedGrants parkedGrants,
            OwnApps ownApps,
            Seats seats,
            Chats chats) {
        return new ReadHoldings(methods, connections, parkedGrants, ownApps, seats, chats);
    }

    @Singleton
    SealAgain sealAgain(AppConnections appConnections, TokenVault vault) {
        return new SealAgain(appConnections, vault);
    }

    @Singleton
    GiveUpGrants giveUpGrants(Providers providers, ClientApps apps, TokenVault vault) {
        return new GiveUpGrants(providers, apps, vault);
    }

    @Singleton
    NoteMerge noteMerge(AppConnectionsEnding ending, AppLists appLists, Activity activity, Clock clock) {
        return new NoteMerge(ending, appLists, activity, clock);
    }

    @Singleton
    MergeAccounts mergeAccounts(
            Accounts accounts,
            Merges merges,
            Sessions sessions,
            ReadHoldings readHoldings,
            SealAgain sealAgain,
            GiveUpGrants giveUpGrants,
            NoteMerge noteMerge,
            TokenVault vault,
            Clock clock) {
        return new MergeAccounts(
                accounts, merges, sessions, readHoldings, sealAgain, giveUpGrants, noteMerge, vault, clock);
    }
}
