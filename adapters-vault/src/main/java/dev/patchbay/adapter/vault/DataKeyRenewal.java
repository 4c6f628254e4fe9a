package dev.patchbay.adapter.vault;

import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.SealedRow;
import dev.patchbay.port.vault.SealedRows;
import dev.patchbay.port.vault.TokenVault;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives owners a new data key when theirs is 30 days old, and seals their rows again under it. Goes over all owners, some in each
 * run. Several processes may do it at the same time. One thread at a time in each.
 *
 * <p>The older key stays for a week: other processes go on sealing with what they remember for minutes, and a token that waits in a
 * spool for a process to come back must open when it does.
 */
public final class DataKeyRenewal {
    /** How long the one before it stays. */
    static final Duration OVERLAP = Duration.ofDays(7);

    /** Owners who are worked on in one run. */
    static final int OWNERS = 50;

    private static final Logger LOG = LoggerFactory.getLogger(DataKeyRenewal.class);
    private static final int PAGE = 500;

    private final DataKeys keys;
    private final TokenVault vault;
    private final SealedRows rows;
    private final Clock clock;
    private final Set<SealedRow> unreadable = new HashSet<>();
    private Optional<KeyOwner> last = Optional.empty();

    DataKeyRenewal(DataKeys keys, TokenVault vault, SealedRows rows, Clock clock) {
        this.keys = keys;
        this.vault = vault;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * One part of the way around. It may be stopped at any time.
     *
     * @return whether it came to the end and begins anew the next time
     * @throws dev.patchbay.port.StoreUnavailable when the store does not answer; what was done stays done
     */
    public synchronized boolean run() {
        Map<KeyOwner, List<DataKey>> owners = rows.keysAfter(last, PAGE).stream()
                .collect(Collectors.groupingBy(DataKey::owner, LinkedHashMap::new, Collectors.toList()));
        int worked = 0;
        for (Map.Entry<KeyOwner, List<DataKey>> owner : owners.entrySet()) {
            // First: an owner whose keys are damaged must not stop the others for ever.
            last = Optional.of(owner.getKey());
            worked += turn(owner.getKey(), owner.getValue()) ? 1 : 0;
            if (worked == OWNERS) {
                return false;
            }
        }
        if (owners.isEmpty()) {
            last = Optional.empty();
        }
        return owners.isEmpty();
    }

    /** Whether there was something to do. */
    private boolean turn(KeyOwner owner, List<DataKey> all) {
        DataKey newest = all.getLast();
        if (isOlderThan(DataKey.RENEWED_AFTER, newest)) {
            if (rows.renew(keys.next(newest))) {
                reseal(owner, newest.number() + 1);
            }
            return true;
        }
        if (all.size() > 1 && isOlderThan(OVERLAP, newest)) {
            reseal(owner, newest.number());
            removeUnnamed(owner, all.subList(0, all.size() - 1));
            return true;
        }
        return false;
    }

    private boolean isOlderThan(Duration age, DataKey key) {
        return !clock.instant().isBefore(key.createdAt().plus(age));
    }

    private void reseal(KeyOwner owner, int newest) {
        keys.forget(owner);
        for (SealedRow row : rows.of(owner)) {
            if (numberIn(row.sealed()).filter(number -> number == newest).isEmpty()) {
                reseal(row);
            }
        }
    }

    private void reseal(SealedRow row) {
        switch (vault.open(row.owner(), row.place(), row.sealed())) {
            case Opening.Opened(Secret secret) -> {
                // When somebody else wrote the row meanwhile, theirs is newer.
                boolean _ = rows.reseal(row, vault.seal(row.owner(), row.place(), secret));
            }
            case Opening.Unreadable() -> {
                if (unreadable.add(row)) {
                    LOG.warn(
                            "{} in row {} is unreadable and stays as it is",
                            row.place().field(),
                            row.place().row());
                }
            }
        }
    }

    /** Looked at after everything was sealed again: what is unreadable may still name its key, which stays then. */
    private void removeUnnamed(KeyOwner owner, List<DataKey> older) {
        Set<Integer> named = rows.of(owner).stream()
                .flatMap(row -> numberIn(row.sealed()).stream())
                .collect(Collectors.toSet());
        for (DataKey key : older) {
            if (!named.contains(key.number()) && rows.remove(owner, key.number())) {
                LOG.debug("data key {} of {} is removed", key.number(), owner.name());
            }
        }
    }

    private static Optional<Integer> numberIn(SealedSecret secret) {
        return Envelope.parse(secret).map(Envelope::dataKey);
    }
}
