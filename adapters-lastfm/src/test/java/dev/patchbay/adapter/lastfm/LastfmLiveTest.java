package dev.patchbay.adapter.lastfm;

import dev.patchbay.oauth.LiveProviderTest;
import dev.patchbay.oauth.ProviderModule;

class LastfmLiveTest extends LiveProviderTest {
    @Override
    protected ProviderModule module() {
        return new LastfmModule();
    }
}
