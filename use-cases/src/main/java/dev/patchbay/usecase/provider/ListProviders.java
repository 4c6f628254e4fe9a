package dev.patchbay.usecase.provider;

import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.port.provider.MusicPlatform;
import java.util.List;

/** Tells what is offered here. */
public final class ListProviders {
    private final Providers providers;
    private final SharedApps apps;

    public ListProviders(Providers providers, SharedApps apps) {
        this.providers = providers;
        this.apps = apps;
    }

    /** The identity providers that the operator configured, by id. */
    public List<IdentityProvider> forSignIn() {
        return providers.identityProviders().stream()
                .filter(provider -> apps.of(provider.id()).isPresent())
                .toList();
    }

    /** All platforms, by id. */
    public List<Offer> platforms() {
        return providers.platforms().stream()
                .map(MusicPlatform::descriptor)
                .map(descriptor ->
                        new Offer(descriptor, apps.of(descriptor.id()).isPresent()))
                .toList();
    }

    /** A platform, and whether it can be connected with the operator's app. */
    public record Offer(ProviderDescriptor descriptor, boolean sharedApp) {}
}
