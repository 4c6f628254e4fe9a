package dev.patchbay.adapter.github;

import dev.patchbay.oauth.ProviderModule;
import java.util.Set;

/** Offers GitHub. */
public final class GitHubModule implements ProviderModule {
    @Override
    public String name() {
        return "GitHub";
    }

    @Override
    public Set<String> settingsPrefixes() {
        return Set.of("GITHUB");
    }

    @Override
    public Offer open(Kit kit) {
        return Offer.of(new GitHubIdentity(kit.http(), GitHubSettings.read(kit.settings())));
    }
}
