package dev.patchbay.adapter.soundcloud;

import dev.patchbay.oauth.ProviderModule;
import java.util.Set;

/** Offers SoundCloud. */
public final class SoundCloudModule implements ProviderModule {
    @Override
    public String name() {
        return "SoundCloud";
    }

    @Override
    public Set<String> settingsPrefixes() {
        return Set.of("SOUNDCLOUD");
    }

    @Override
    public Offer open(Kit kit) {
        return Offer.of(new SoundCloudPlatform(kit.http(), SoundCloudSettings.read(kit.settings())));
    }
}
