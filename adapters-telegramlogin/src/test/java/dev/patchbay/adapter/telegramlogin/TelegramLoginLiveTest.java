package dev.patchbay.adapter.telegramlogin;

import dev.patchbay.oauth.LiveProviderTest;
import dev.patchbay.oauth.ProviderModule;

class TelegramLoginLiveTest extends LiveProviderTest {
    @Override
    protected ProviderModule module() {
        return new TelegramLoginModule();
    }
}
