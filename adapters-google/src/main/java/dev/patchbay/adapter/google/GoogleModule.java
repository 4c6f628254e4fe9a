package dev.patchbay.adapter.google;

import dev.patchbay.oauth.ProviderModule;
import java.util.List;
import java.util.Set;

/** Offers sign-in with Google, and YouTube Music. */
public final class GoogleModule implements ProviderModule {
    @Override
    public String name() {
        return "Google";
    }

    @Override
    public Set<String> settingsPrefixes() {
        return Set.of("GOOGLE", "YOUTUBE");
    }

    @Override
    public Offer open(Kit kit) {
        var google = new GoogleIdentity(kit.http(), kit.clock(), GoogleSettings.read(kit.settings()));
        var youtube = new YouTubePlatform(kit.http(), kit.clock(), YouTubeSettings.read(kit.settings()));
        return new Offer(List.of(google), List.of(youtube));
    }
}
