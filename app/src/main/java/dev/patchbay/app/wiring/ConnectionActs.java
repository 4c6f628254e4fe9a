package dev.patchbay.app.wiring;

import dev.patchbay.port.Pause;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.clientapp.AppConditions;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.attempt.BeginAttempt;
import dev.patchbay.usecase.connection.AppNotes;
import dev.patchbay.usecase.connection.CompleteConnection;
import dev.patchbay.usecase.connection.ConnectPlatform;
import dev.patchbay.usecase.connection.ConnectionHealth;
import dev.patchbay.usecase.connection.Disconnect;
import dev.patchbay.usecase.connection.LendToken;
import dev.patchbay.usecase.connection.RefreshConnection;
import dev.patchbay.usecase.connection.SealTokens;
import dev.patchbay.usecase.provider.Providers;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Connecting a platform, and the life of its tokens. */
@Factory
final class ConnectionActs {
    /** Renewals run here, apart from the callers that wait for them; closing waits for those under way. */
    @Singleton
    @Named("renewals")
    @Bean(preDestroy = "close")
    ExecutorService renewals() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("renewal-", 0).factory());
    }

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
    AppNotes appNotes(AppConditions conditions, Clock clock) {
        return new AppNotes(conditions, clock);
    }

    @Singleton
    ConnectPlatform connectPlatform(
            Providers providers, SharedApps apps, Connections connections, BeginAttempt beginAttempt) {
        return new ConnectPlatform(providers, apps, connections, beginAttempt);
    }

    @Singleton
    CompleteConnection completeConnection(
            Providers providers,
            Connections connections,
            AppNotes appNotes,
            TokenVault vault,
            Activity activity,
            SecretSource secrets,
            Clock clock) {
        return new CompleteConnection(
                providers, connections, appNotes, new SealTokens(vault), activity, secrets, clock);
    }

    @Singleton
    RefreshConnection refreshConnection(
            Providers providers,
            SharedApps apps,
            Connections connections,
            AppNotes appNotes,
            TokenVault vault,
            Activity activity,
            SecretSource secrets,
            Pause pause,
            Clock clock) {
        String bootId = secrets.nextId().toString();
        return new RefreshConnection(
                providers, apps, connections, appNotes, vault, activity, secrets, pause, bootId, clock);
    }

    @Singleton
    LendToken lendToken(
            Providers providers,
            Connections connections,
            TokenVault vault,
            RefreshConnection refresh,
            @Named("renewals") ExecutorService renewals,
            Clock clock) {
        return new LendToken(providers, connections, vault, refresh, renewals, clock);
    }

    @Singleton
    ConnectionHealth connectionHealth(
            Providers providers, Connections connections, AppNotes appNotes, LendToken lendToken, Clock clock) {
        return new ConnectionHealth(providers, connections, appNotes, lendToken, clock);
    }

    @Singleton
    Disconnect disconnect(
            Providers providers,
            SharedApps apps,
            Connections connections,
            TokenVault vault,
            Activity activity,
            Clock clock) {
        return new Disconnect(providers, apps, connections, vault, activity, clock);
    }
}
