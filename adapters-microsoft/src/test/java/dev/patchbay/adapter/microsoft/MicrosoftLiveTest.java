package dev.patchbay.adapter.microsoft;

import dev.patchbay.oauth.LiveProviderTest;
import dev.patchbay.oauth.ProviderModule;

class MicrosoftLiveTest extends LiveProviderTest {
    @Override
    protected ProviderModule module() {
        return new MicrosoftModule();
    }
}
