package dev.patchbay.adapter.openid;

import dev.patchbay.oauth.ProviderModule;
import dev.patchbay.port.provider.IdentityProvider;
import java.util.List;
import java.util.Set;

/** Offers as many OpenID Providers as the settings name. */
public final class OidcModule implements ProviderModule {
    @Override
    public String name() {
        return "OpenID Connect";
    }

    @Override
    public Set<String> settingsPrefixes() {
        return Set.of(OidcSettings.PREFIX);
    }

    @Override
    public Offer open(Kit kit) {
        return new Offer(
                OidcSettings.read(kit.settings()).stream()
                        .<IdentityProvider>map(one -> new OidcIdentity(kit.http(), kit.clock(), one))
                        .toList(),
                List.of());
    }
}
