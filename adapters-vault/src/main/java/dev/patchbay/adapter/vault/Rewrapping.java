package dev.patchbay.adapter.vault;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.KeyTurns;
import dev.patchbay.port.vault.Rewraps;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.WrappedKey;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wraps data keys again that an older vault key wraps, and retires vault keys that wrap nothing any more. Several processes may do
 * it at the same time. One thread at a time in each.
 */
public final class Rewrapping {
    /** How long a disabled key is kept for the sake of backups. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(Rewrapping.class);
    private static final int PAGE = 200;
    /** Looks in a row that found nothing under a key, before it is disabled. */
    private static final int LOOKS = 2;

    private final DataKeys dataKeys;
    private final VaultKeys vaultKeys;
    private final KeyShelf shelf;
    private final KeyTurns turns;
    private final Rewraps rewraps;
    private final SecretSource random;
    private final Clock clock;
    private final Map<Integer, Integer> empty = new HashMap<>();
    private final Set<DataKey> damaged = new HashSet<>();

    Rewrapping(
            DataKeys dataKeys,
            VaultKeys vaultKeys,
            KeyShelf shelf,
            KeyTurns turns,
            Rewraps rewraps,
            SecretSource random,
            Clock clock) {
        this.dataKeys = dataKeys;
        this.vaultKeys = vaultKeys;
        this.shelf = shelf;
        this.turns = turns;
        this.rewraps = rewraps;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Everything there is to do now. Each data key is a statement of its own, so it may be stopped at any time.
     *
     * @throws dev.patchbay.port.StoreUnavailable when the store does not answer; what was done stays done
     */
    public synchronized void run() {
        for (VaultKey key : shelf.vaultKeys()) {
            switch (key.state()) {
                case DECRYPT_ONLY -> clear(key.number());
                case DISABLED -> {
                    if (turns.destroy(key.number(), clock.instant().minus(KEPT), clock.instant())) {
                        LOG.info("vault key {} is destroyed", key.number());
                    }
                }
                case PENDING, ACTIVE, DESTROYED -> {}
            }
        }
    }

    private void clear(int vaultKey) {
        if (rewraps.countUnder(vaultKey) > 0) {
            empty.remove(vaultKey);
            // Who is active was read before: what is wrapped now goes under that key, not under an older one.
            int _ = vaultKeys.refresh();
            rewrapAll(vaultKey);
            return;
        }
        if (empty.merge(vaultKey, 1, Integer::sum) >= LOOKS && turns.disable(vaultKey, clock.instant())) {
            LOG.info("vault key {} wraps nothing any more and is disabled", vaultKey);
        }
    }

    /** From somewhere in the middle, so that processes that begin together do not do the same keys. */
    private void rewrapAll(int vaultKey) {
        KeyOwner somewhere = KeyOwner.of(AccountId.of(random.nextId()));
        DataKey start = new DataKey(somewhere, 0, vaultKey, new WrappedKey(new byte[0]), clock.instant());
        int done = rewrapFrom(vaultKey, Optional.of(start)) + rewrapFrom(vaultKey, Optional.empty());
        LOG.info("{} data keys of vault key {} were wrapped again", done, vaultKey);
    }

    private int rewrapFrom(int vaultKey, Optional<DataKey> start) {
        int done = 0;
        Optional<DataKey> last = start;
        List<DataKey> page;
        do {
            page = rewraps.under(vaultKey, last, PAGE);
            for (DataKey key : page) {
                done += rewrap(key) ? 1 : 0;
                last = Optional.of(key);
            }
        } while (!page.isEmpty());
        return done;
    }

    private boolean rewrap(DataKey key) {
        Optional<DataKey> fresh = dataKeys.rewrapped(key);
        if (fresh.isEmpty() && damaged.add(key)) {
            LOG.error(
                    "data key {} of {} is damaged and stays under vault key {}; restore it from a backup",
                    key.number(),
                    key.owner().name(),
                    key.vaultKey());
        }
        return fresh.filter(one -> one.vaultKey() != key.vaultKey())
                .filter(one -> rewraps.rewrap(key, one))
                .isPresent();
    }

    /** How many data keys wait to be wrapped again. */
    public long left() {
        return shelf.vaultKeys().stream()
                .filter(key -> key.state() == KeyState.DECRYPT_ONLY)
                .mapToLong(key -> rewraps.countUnder(key.number()))
                .sum();
    }
}
