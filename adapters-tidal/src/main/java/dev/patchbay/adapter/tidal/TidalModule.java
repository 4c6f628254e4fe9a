package dev.patchbay.adapter.tidal;

import dev.patchbay.oauth.ProviderModule;
import java.util.Set;

/** Offers TIDAL. */
public final class TidalModule implements ProviderModule {
    @Override
    public String name() {
        return "TIDAL";
    }

    @Override
    public Set<String> settingsPrefixes() {
        return Set.of("TIDAL");
    }

    @Override
    public Offer open(Kit kit) {
        return Offer.of(new TidalPlatform(kit.http(), TidalSettings.read(kit.settings())));
    }
}
