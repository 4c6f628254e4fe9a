package dev.patchbay.adapter.microsoft;

import dev.patchbay.oauth.ProviderModule;
import java.util.Set;

/** Offers Microsoft. */
public final class MicrosoftModule implements ProviderModule {
    @Override
    public String name() {
        return "Microsoft";
    }

    @Override
    public Set<String> settingsPrefixes() {
        return Set.of("MICROSOFT");
    }

    @Override
    public Offer open(Kit kit) {
        return Offer.of(new MicrosoftIdentity(kit.http(), kit.clock(), MicrosoftSettings.read(kit.settings())));
    }
}
