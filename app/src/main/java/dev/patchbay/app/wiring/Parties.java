package dev.patchbay.app.wiring;

import dev.patchbay.app.settings.SettingsPaces;
import dev.patchbay.app.settings.SettingsSharedApps;
import dev.patchbay.port.clientapp.OwnApps;
import dev.patchbay.port.clientapp.RedirectUris;
import dev.patchbay.port.clientapp.Seats;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.settings.Settings;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.ListProviders;
import dev.patchbay.usecase.provider.Providers;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** The outside parties found on the class path, and the apps at them. */
@Factory
final class Parties {
    @Singleton
    Providers providers(List<IdentityProvider> identityProviders, List<MusicPlatform> platforms) {
        return new Providers(identityProviders, platforms);
    }

    @Singleton
    SettingsSharedApps sharedApps(Settings settings, Providers providers, Frontend frontend) {
        return new SettingsSharedApps(settings, providers, frontend.baseUrl());
    }

    @Singleton
    ClientApps clientApps(
            SharedApps sharedApps,
            OwnApps ownApps,
            Seats seats,
            TokenVault vault,
            RedirectUris redirectUris,
            Clock clock) {
        return new ClientApps(sharedApps, ownApps, seats, vault, redirectUris, clock);
    }

    @Singleton
    SettingsPaces paces(Settings settings, Providers providers) {
        return new SettingsPaces(settings, providers);
    }

    @Singleton
    ListProviders listProviders(Providers providers, SharedApps apps) {
        return new ListProviders(providers, apps);
    }
}
