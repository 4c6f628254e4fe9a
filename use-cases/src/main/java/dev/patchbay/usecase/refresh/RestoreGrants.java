package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.RestoredGrants;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.provider.Rotations;
import dev.patchbay.usecase.provider.Providers;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps what came back from a backup from doing harm: a refresh token that was replaced since must not be shown to a platform that ends grants
 * for it. Where old tokens stay good, everything goes on as usual.
 */
public final class RestoreGrants {
    private final Providers providers;
    private final Rotations rotations;
    private final RestoredGrants grants;
    private final Clock clock;

    public RestoreGrants(Providers providers, Rotations rotations, RestoredGrants grants, Clock clock) {
        this.providers = providers;
        this.rotations = rotations;
        this.grants = grants;
        this.clock = clock;
    }

    /** Holds all connections but those to platforms that are known to take old tokens. @return how many */
    public int hold() {
        Set<ProviderId> harmless = providers.platforms().stream()
                .map(MusicPlatform::descriptor)
                .filter(platform -> !treatedAs(platform).usesUp())
                .map(ProviderDescriptor::id)
                .collect(Collectors.toSet());
        return grants.hold(harmless, clock.instant());
    }

    private GrantClass treatedAs(ProviderDescriptor platform) {
        GrantClass declared = platform.grantClass();
        return rotations.wasSeen(platform.id()) ? declared.onceSeenToRotate() : declared;
    }

    /**
     * The operator says that the backup was current: nothing was renewed after it was made.
     *
     * @param platform empty for all
     * @return how many are renewed as usual from now on
     */
    public int confirm(Optional<ProviderId> platform) {
        return grants.trust(platform, clock.instant());
    }
}
