package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.provider.TokensInHand;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;

/** Ends a renewed grant that nobody keeps, because its connection moved on while it was renewed. */
final class GiveBack {
    private static final System.Logger LOG = System.getLogger(GiveBack.class.getName());

    /**
     * Gives a renewal's tokens back, if they are ours alone.
     *
     * @param consentedAt the consent that the tokens belong to
     * @param tokens empty when the renewal brought no new one: the old one is shared with whoever moved on
     * @param row what became of the connection
     */
    static void unlessShared(
            Instant consentedAt,
            Optional<TokensInHand> tokens,
            Optional<Connection> row,
            MusicPlatform platform,
            ClientApp app) {
        // Another renewal of the same consent won: the platform may take the revocation of one token for that of the
        // grant.
        boolean sameGrant = row.filter(now -> now.clocks().consentedAt().equals(consentedAt))
                .isPresent();
        if (tokens.isEmpty() || sameGrant || !platform.descriptor().can(Capability.REVOKE)) {
            return;
        }
        if (platform.revoke(app, tokens.get()) == Revocation.FAILED) {
            LOG.log(Level.WARNING, "{0} did not take back a token that nobody keeps", platform.id());
        }
    }

    private GiveBack() {}
}
