package dev.patchbay.adapter.microsoft;

import dev.patchbay.oauth.ProviderModuleContract;

class MicrosoftModuleTest extends ProviderModuleContract {}
