package dev.patchbay.app.wiring;

import dev.patchbay.adapter.persistence.FileSpool;
import dev.patchbay.app.settings.ServiceSettings;
import dev.patchbay.port.Background;
import dev.patchbay.port.Monotonic;
import dev.patchbay.port.Pause;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.Telemetry;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.account.Merges;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.attempt.Attempts;
import dev.patchbay.port.clientapp.Allowances;
import dev.patchbay.port.clientapp.AppConditions;
import dev.patchbay.port.clientapp.AppLists;
import dev.patchbay.port.clientapp.OwnApps;
import dev.patchbay.port.clientapp.Paces;
import dev.patchbay.port.clientapp.Seats;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.Presence;
import dev.patchbay.port.connection.RenewalCounts;
import dev.patchbay.port.connection.RestoredGrants;
import dev.patchbay.port.connection.Spool;
import dev.patchbay.port.connection.Upkeep;
import dev.patchbay.port.provider.Rotations;
import dev.patchbay.port.session.Sessions;
import dev.patchbay.port.signin.SignInMethods;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.connection.ReplaceAccount;
import dev.patchbay.usecase.housekeeping.PurgeExpired;
import dev.patchbay.usecase.operator.ImportGrant;
import dev.patchbay.usecase.operator.Inspect;
import dev.patchbay.usecase.operator.RenewalTally;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.refresh.AppNotes;
import dev.patchbay.usecase.refresh.Renewing;
import dev.patchbay.usecase.refresh.RestoreGrants;
import dev.patchbay.usecase.refresh.ReviveConnections;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Renewing tokens, and the housekeeping beside it. */
@Factory
final class RenewalActs {
    @Singleton
    Pause pause() {
        return duration -> {
            try {
                Thread.sleep(duration);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Singleton
    Monotonic monotonic() {
        return () -> Duration.ofNanos(System.nanoTime());
    }

    @Singleton
    FileSpool spool(ServiceSettings service) {
        return new FileSpool(service.spool());
    }

    @Singleton
    Renewing renewing(
            Providers providers,
            ClientApps apps,
            AppNotes appNotes,
            Connections connections,
            Claims claims,
            Upkeep upkeep,
            Presence presence,
            Spool spool,
            Allowances allowances,
            Paces paces,
            Rotations rotations,
            TokenVault vault,
            Activity activity,
            Telemetry telemetry,
            RenewalTally tally,
            SecretSource secrets,
            Background background,
            Pause pause,
            Monotonic monotonic,
            Clock clock) {
        return new Renewing(new Renewing.Surroundings(
                providers,
                apps,
                appNotes,
                connections,
                claims,
                upkeep,
                presence,
                spool,
                allowances,
                paces,
                rotations,
                vault,
                activity,
                tally.beside(telemetry),
                secrets,
                background,
                pause,
                monotonic,
                clock));
    }

    @Singleton
    ReviveConnections reviveConnections(Upkeep upkeep, Clock clock) {
        return new ReviveConnections(upkeep, clock);
    }

    @Singleton
    RestoreGrants restoreGrants(Providers providers, Rotations rotations, RestoredGrants grants, Clock clock) {
        return new RestoreGrants(providers, rotations, grants, clock);
    }

    @Singleton
    Inspect inspect(
            Accounts accounts,
            SignInMethods methods,
            Sessions sessions,
            Connections connections,
            AppConditions conditions,
            AppLists appLists,
            Upkeep upkeep,
            Clock clock) {
        return new Inspect(accounts, methods, sessions, connections, conditions, appLists, upkeep, clock);
    }

    @Singleton
    ImportGrant importGrant(
            Providers providers,
            ClientApps apps,
            Accounts accounts,
            SignInMethods methods,
            Connections connections,
            Renewing renewing,
            TokenVault vault,
            SecretSource secrets,
            Clock clock) {
        return new ImportGrant(
                providers, apps, accounts, methods, connections, renewing.flights(), vault, secrets, clock);
    }

    @Singleton
    PurgeExpired purgeExpired(
            Attempts attempts,
            Sessions sessions,
            ReplaceAccount replaceAccount,
            Upkeep upkeep,
            OwnApps ownApps,
            Seats seats,
            Merges merges,
            RenewalCounts renewalCounts,
            Clock clock) {
        return new PurgeExpired(
                attempts, sessions, replaceAccount, upkeep, ownApps, seats, merges, renewalCounts, clock);
    }
}
