package dev.patchbay.adapter.tidal;

import dev.patchbay.oauth.ProviderModuleContract;

class TidalModuleTest extends ProviderModuleContract {}
