package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.Monotonic;
import dev.patchbay.port.provider.Rotations;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How each platform is treated: as its adapter declares, and at least as strict once it was seen to replace a refresh token.
 * Nothing is ever relaxed by observation. Safe for many threads.
 */
final class GrantClasses {
    /** How long another process's sighting may stay unknown here. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(30);

    private static final System.Logger LOG = System.getLogger(GrantClasses.class.getName());

    private final Rotations rotations;
    private final Monotonic monotonic;
    private final Set<ProviderId> rotating = ConcurrentHashMap.newKeySet();
    private final Set<ProviderId> noted = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<ProviderId, Duration> asked = new ConcurrentHashMap<>();

    GrantClasses(Rotations rotations, Monotonic monotonic) {
        this.rotations = rotations;
        this.monotonic = monotonic;
    }

    GrantClass of(ProviderDescriptor platform) {
        GrantClass declared = platform.grantClass();
        return declared.onceSeenToRotate().equals(declared) || !isRotating(platform.id())
                ? declared
                : declared.onceSeenToRotate();
    }

    /** An answer brought another refresh token than the one that was shown. */
    void rotated(ProviderDescriptor platform, Instant now) {
        GrantClass declared = platform.grantClass();
        if (declared.onceSeenToRotate().equals(declared)) {
            return;
        }
        if (rotating.add(platform.id())) {
            LOG.log(
                    Level.WARNING,
                    "{0} replaces refresh tokens, contrary to what is known of it; it is treated as strict",
                    platform.id());
        }
        if (!noted.contains(platform.id())) {
            // Remembered as noted only afterwards: a store that was away gets it at the next sighting.
            rotations.note(platform.id(), now);
            noted.add(platform.id());
        }
    }

    private boolean isRotating(ProviderId platform) {
        if (rotating.contains(platform)) {
            return true;
        }
        Duration now = monotonic.reading();
        Duration last = asked.get(platform);
        if (last != null && now.minus(last).compareTo(ASK_AGAIN) < 0) {
            return false;
        }
        boolean seen = rotations.wasSeen(platform);
        asked.put(platform, now);
        if (seen) {
            rotating.add(platform);
        }
        return seen;
    }
}
