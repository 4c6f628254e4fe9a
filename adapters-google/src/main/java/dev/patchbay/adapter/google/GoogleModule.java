package dev.patchbay.adapter.google;

import dev.patchbay.oauth.ProviderModule;
import java.util.Set;

/** Offers Google. */
public final class GoogleModule implements ProviderModule {
    @Override
    public String name() {
        return "Google";
    }

    @Override
    public Set<String> settingsPrefixes() {
        return Set.of("GOOGLE");
    }

    @Override
    public Offer open(Kit kit) {
        return Offer.of(new GoogleIdentity(kit.http(), kit.clock(), GoogleSettings.read(kit.settings())));
    }
}
