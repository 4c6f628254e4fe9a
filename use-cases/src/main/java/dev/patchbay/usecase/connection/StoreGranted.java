package dev.patchbay.usecase.connection;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.connection.TokenAnswer.Granted;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.Pause;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.provider.MusicPlatform;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Brings a granted token home. The platform may have ended the old one, so the answer is offered to the store until the store
 * takes it; a late success counts, by version; one that lost the race is given back to the platform.
 */
final class StoreGranted {
    private static final System.Logger LOG = System.getLogger(StoreGranted.class.getName());
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Connections connections;
    private final SealTokens sealTokens;
    private final Pause pause;
    private final Clock clock;

    StoreGranted(Connections connections, SealTokens sealTokens, Pause pause, Clock clock) {
        this.connections = connections;
        this.sealTokens = sealTokens;
        this.pause = pause;
        this.clock = clock;
    }

    Renewal store(
            Connection before,
            Granted granted,
            Secret oldRefreshToken,
            Instant asked,
            MusicPlatform platform,
            ClientApp app) {
        Clocks clocks = before.clocks()
                .refreshed(
                        asked, granted.expiresIn().orElse(platform.descriptor().usualAccessLife()));
        Instant giveUp = clock.instant().plus(RefreshRules.COMMIT_FOR);
        SealedTokens tokens = insist(before.id(), giveUp, () -> sealTokens.sealNext(before, granted, oldRefreshToken));
        Connection next = before.refreshed(tokens, granted.scopes().orElse(before.scopes()), clocks);
        if (insist(before.id(), giveUp, () -> connections.advance(next))) {
            return new Renewal.Renewed(next);
        }
        Optional<Connection> row = connections.find(before.id());
        if (row.isPresent() && row.get().tokens().equals(next.tokens())) {
            // The write that seemed to fail had taken effect.
            return new Renewal.Renewed(row.get());
        }
        giveBack(before, granted, oldRefreshToken, platform, app);
        return row.<Renewal>map(Renewal.Renewed::new).orElseGet(Renewal.Gone::new);
    }

    /** Sealing asks the store for a key, so it is as worth repeating as the write. */
    private <T> T insist(ConnectionId id, Instant giveUp, Supplier<T> step) {
        Duration wait = RefreshRules.POLL;
        for (; ; ) {
            try {
                return step.get();
            } catch (StoreUnavailable outage) {
                if (clock.instant().isAfter(giveUp)) {
                    LOG.log(Level.ERROR, "a renewed token of connection {0} could not be stored", id);
                    throw outage;
                }
                pause.lasting(wait);
                wait = wait.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? wait.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** Only a rotated token is ours alone; giving back one that is shared with the stored grant would end that grant. */
    private static void giveBack(
            Connection before, Granted granted, Secret oldRefreshToken, MusicPlatform platform, ClientApp app) {
        LOG.log(Level.WARNING, "connection {0} moved on during a renewal; its result is dropped", before.id());
        Optional<Secret> rotated = granted.refreshToken().filter(token -> !token.equals(oldRefreshToken));
        if (platform.descriptor().can(Capability.REVOKE) && rotated.isPresent()) {
            platform.revoke(app, rotated.get());
        }
    }
}
