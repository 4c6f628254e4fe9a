package dev.patchbay.adapter.soundcloud;

import dev.patchbay.oauth.ProviderModuleContract;

class SoundCloudModuleTest extends ProviderModuleContract {}
