package dev.patchbay.adapter.spotify;

import dev.patchbay.oauth.ProviderModule;
import java.util.Set;

/** Offers Spotify. */
public final class SpotifyModule implements ProviderModule {
    @Override
    public String name() {
        return "Spotify";
    }

    @Override
    public Set<String> settingsPrefixes() {
        return Set.of("SPOTIFY");
    }

    @Override
    public Offer open(Kit kit) {
        return Offer.of(new SpotifyPlatform(kit.http(), SpotifySettings.read(kit.settings())));
    }
}
