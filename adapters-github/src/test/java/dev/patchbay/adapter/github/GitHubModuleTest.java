package dev.patchbay.adapter.github;

import dev.patchbay.oauth.ProviderModuleContract;

class GitHubModuleTest extends ProviderModuleContract {}
