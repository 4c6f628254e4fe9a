package dev.patchbay.adapter.google;

import dev.patchbay.oauth.LiveProviderTest;
import dev.patchbay.oauth.ProviderModule;

class GoogleLiveTest extends LiveProviderTest {
    @Override
    protected ProviderModule module() {
        return new GoogleModule();
    }
}
