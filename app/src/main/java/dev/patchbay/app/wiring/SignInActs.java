package dev.patchbay.app.wiring;

import dev.patchbay.adapter.web.settings.SessionLife;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.account.Merges;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.activity.Trails;
import dev.patchbay.port.attempt.Attempts;
import dev.patchbay.port.chat.Chats;
import dev.patchbay.port.clientapp.AppLists;
import dev.patchbay.port.clientapp.OwnApps;
import dev.patchbay.port.clientapp.Seats;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.ParkedGrants;
import dev.patchbay.port.session.Sessions;
import dev.patchbay.port.signin.SignInMethods;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.account.EraseAccount;
import dev.patchbay.usecase.account.ExportAccount;
import dev.patchbay.usecase.account.ManageAccount;
import dev.patchbay.usecase.app.RemoveApp;
import dev.patchbay.usecase.attempt.BeginAttempt;
import dev.patchbay.usecase.connection.Disconnect;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.session.ManageSessions;
import dev.patchbay.usecase.session.ProveSession;
import dev.patchbay.usecase.session.StartSession;
import dev.patchbay.usecase.signin.BeginSignIn;
import dev.patchbay.usecase.signin.CompleteSignIn;
import dev.patchbay.usecase.signin.LinkIdentity;
import dev.patchbay.usecase.signin.ManageSignInMethods;
import dev.patchbay.usecase.signin.WaysInChanged;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Becoming somebody, staying so, and what a person can do with their account. */
@Factory
final class SignInActs {
    @Singleton
    BeginSignIn beginSignIn(Providers providers, SharedApps apps, BeginAttempt beginAttempt, Clock clock) {
        return new BeginSignIn(providers, apps, beginAttempt, clock);
    }

    @Singleton
    CompleteSignIn completeSignIn(
            Providers providers,
            Accounts accounts,
            SignInMethods methods,
            StartSession startSession,
            LinkIdentity linkIdentity,
            Activity activity,
            SecretSource secrets,
            Clock clock) {
        return new CompleteSignIn(providers, accounts, methods, startSession, linkIdentity, activity, secrets, clock);
    }

    @Singleton
    WaysInChanged waysInChanged(Sessions sessions, Attempts attempts, Activity activity, Clock clock) {
        return new WaysInChanged(sessions, attempts, activity, clock);
    }

    @Singleton
    LinkIdentity linkIdentity(
            SignInMethods methods,
            Sessions sessions,
            Merges merges,
            WaysInChanged waysInChanged,
            Activity activity,
            Clock clock) {
        return new LinkIdentity(methods, sessions, merges, waysInChanged, activity, clock);
    }

    @Singleton
    ManageSignInMethods manageSignInMethods(
            SignInMethods methods, WaysInChanged waysInChanged, Activity activity, Clock clock) {
        return new ManageSignInMethods(methods, waysInChanged, activity, clock);
    }

    @Singleton
    StartSession startSession(
            Sessions sessions, Activity activity, SecretSource secrets, SessionLife life, Clock clock) {
        return new StartSession(sessions, activity, secrets, life.value(), clock);
    }

    @Singleton
    ProveSession proveSession(Sessions sessions, Clock clock) {
        return new ProveSession(sessions, clock);
    }

    @Singleton
    ManageSessions manageSessions(Sessions sessions, Activity activity, Clock clock) {
        return new ManageSessions(sessions, activity, clock);
    }

    @Singleton
    ManageAccount manageAccount(Accounts accounts, SignInMethods methods, Activity activity, Clock clock) {
        return new ManageAccount(accounts, methods, activity, clock);
    }

    @Singleton
    ExportAccount exportAccount(
            Accounts accounts,
            Providers providers,
            SharedApps apps,
            ExportAccount.Belongings belongings,
            Trails trails,
            Clock clock) {
        return new ExportAccount(accounts, providers, apps, belongings, trails, clock);
    }

    @Singleton
    ExportAccount.Belongings belongings(
            SignInMethods methods,
            Sessions sessions,
            Connections connections,
            ParkedGrants parkedGrants,
            OwnApps ownApps,
            Seats seats,
            AppLists appLists,
            Chats chats) {
        return new ExportAccount.Belongings(
                methods, sessions, connections, parkedGrants, ownApps, seats, appLists, chats);
    }

    @Singleton
    EraseAccount eraseAccount(
            Accounts accounts, Connections connections, Disconnect disconnect, RemoveApp removeApp, TokenVault vault) {
        return new EraseAccount(accounts, connections, disconnect, removeApp, vault);
    }
}
