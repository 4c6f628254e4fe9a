package dev.patchbay.adapter.tidal;

import dev.patchbay.oauth.LiveProviderTest;
import dev.patchbay.oauth.ProviderModule;

class TidalLiveTest extends LiveProviderTest {
    @Override
    protected ProviderModule module() {
        return new TidalModule();
    }
}
