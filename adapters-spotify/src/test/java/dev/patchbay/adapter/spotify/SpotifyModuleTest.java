package dev.patchbay.adapter.spotify;

import dev.patchbay.oauth.ProviderModuleContract;

class SpotifyModuleTest extends ProviderModuleContract {}
