package dev.patchbay.adapter.google;

import dev.patchbay.oauth.ProviderModuleContract;

class GoogleModuleTest extends ProviderModuleContract {}
