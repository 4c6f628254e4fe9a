package dev.patchbay.adapter.spotify;

import dev.patchbay.oauth.LiveProviderTest;
import dev.patchbay.oauth.ProviderModule;

class SpotifyLiveTest extends LiveProviderTest {
    @Override
    protected ProviderModule module() {
        return new SpotifyModule();
    }
}
