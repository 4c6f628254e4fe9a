package dev.patchbay.adapter.soundcloud;

import dev.patchbay.oauth.LiveProviderTest;
import dev.patchbay.oauth.ProviderModule;

class SoundCloudLiveTest extends LiveProviderTest {
    @Override
    protected ProviderModule module() {
        return new SoundCloudModule();
    }
}
