package dev.patchbay.adapter.lastfm;

import dev.patchbay.oauth.ProviderModule;
import java.util.Set;

/** Offers Last.fm. */
public final class LastfmModule implements ProviderModule {
    @Override
    public String name() {
        return "Last.fm";
    }

    @Override
    public Set<String> settingsPrefixes() {
        return Set.of("LASTFM");
    }

    @Override
    public Offer open(Kit kit) {
        return Offer.of(new LastfmPlatform(kit.http(), LastfmSettings.read(kit.settings())));
    }
}
