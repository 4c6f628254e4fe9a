package dev.patchbay.adapter.lastfm;

import dev.patchbay.oauth.ProviderModuleContract;

class LastfmModuleTest extends ProviderModuleContract {}
