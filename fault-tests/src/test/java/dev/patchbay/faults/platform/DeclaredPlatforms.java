package dev.patchbay.faults.platform;

import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.oauth.ProviderModule;
import java.time.Duration;
import java.util.Set;

/** One platform for each grant class that Spotify does not have. */
public final class DeclaredPlatforms implements ProviderModule {
    private static final Duration GRACE = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "Declared grant classes";
    }

    @Override
    public Set<String> settingsPrefixes() {
        return Set.of("OVERLAPPING", "GRACEFUL", "REVOKING");
    }

    @Override
    public Offer open(Kit kit) {
        return Offer.of(
                DeclaredPlatform.of("overlapping", new GrantClass.Overlap(), kit),
                DeclaredPlatform.of("graceful", new GrantClass.Grace(GRACE), kit),
                DeclaredPlatform.of("revoking", new GrantClass.StrictRevoke(), kit));
    }
}
