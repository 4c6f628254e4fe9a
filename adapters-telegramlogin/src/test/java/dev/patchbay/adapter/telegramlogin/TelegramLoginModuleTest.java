package dev.patchbay.adapter.telegramlogin;

import dev.patchbay.oauth.ProviderModuleContract;

class TelegramLoginModuleTest extends ProviderModuleContract {}
