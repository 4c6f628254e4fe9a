package dev.patchbay.app.wiring;

import dev.patchbay.app.provider.GivenIds;
import dev.patchbay.app.provider.Modules;
import dev.patchbay.app.settings.PluginSettings;
import dev.patchbay.app.settings.SettingsPaces;
import dev.patchbay.app.settings.SettingsSharedApps;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.port.clientapp.OwnApps;
import dev.patchbay.port.clientapp.RedirectUris;
import dev.patchbay.port.clientapp.Seats;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.settings.Settings;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.ListProviders;
import dev.patchbay.usecase.provider.Providers;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outside parties that are here, and the apps at them. */
@Factory
final class Parties {
    private static final Logger LOG = LoggerFactory.getLogger(Parties.class);

    @Singleton
    PluginSettings pluginSettings(Settings settings) {
        return PluginSettings.read(settings);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Modules modules(Settings settings, GuardedHttp http, Clock clock, PluginSettings plugins) {
        Modules modules = Modules.load(settings, http, clock, plugins.folder());
        modules.refused().forEach(one -> LOG.warn("plug-in {} is not used: {}", one.jar(), one.why()));
        return modules;
    }

    @Singleton
    Providers providers(Modules modules, Settings settings) {
        return new Providers(
                GivenIds.unclaimed(modules.identityProviders(), modules.platforms(), settings), modules.platforms());
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
