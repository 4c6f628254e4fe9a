package dev.patchbay.adapter.github;

import dev.patchbay.oauth.LiveProviderTest;
import dev.patchbay.oauth.ProviderModule;

class GitHubLiveTest extends LiveProviderTest {
    @Override
    protected ProviderModule module() {
        return new GitHubModule();
    }
}
