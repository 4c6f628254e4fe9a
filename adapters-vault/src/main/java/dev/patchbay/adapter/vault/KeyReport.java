package dev.patchbay.adapter.vault;

import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.MasterWrap;
import dev.patchbay.port.vault.Rewraps;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.VaultReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the keys stand, in words for an operator, without a secret. */
public final class KeyReport {
    private final KeyShelf shelf;
    private final Rewraps rewraps;
    private final KeyRotation rotation;

    KeyReport(KeyShelf shelf, Rewraps rewraps, KeyRotation rotation) {
        this.shelf = shelf;
        this.rewraps = rewraps;
        this.rotation = rotation;
    }

    /** A line for each vault key and for each process that serves. */
    public List<String> lines() {
        List<VaultKey> keys = shelf.vaultKeys();
        List<VaultReader> readers = rotation.living();
        List<String> lines = new ArrayList<>();
        for (VaultKey key : keys) {
            lines.add("vault key " + key.number() + " " + state(key, readers) + wrappers(key));
        }
        for (VaultReader reader : readers) {
            lines.add("process %s has read vault key %d, runs on master key %s, last seen %s"
                    .formatted(reader.process(), reader.knows(), reader.masterKeyId(), time(reader.seenAt())));
        }
        if (readers.isEmpty()) {
            lines.add("no process serves");
        }
        return lines;
    }

    private String state(VaultKey key, List<VaultReader> readers) {
        String since = time(key.since());
        return switch (key.state()) {
            case PENDING -> {
                long behind = readers.stream()
                        .filter(reader -> reader.knows() < key.number())
                        .count();
                yield "is pending since " + since + ": " + behind + " of " + readers.size()
                        + " processes have not read it yet";
            }
            case ACTIVE ->
                "is active since " + since + " and wraps " + rewraps.countUnder(key.number())
                        + " data keys; the next one comes "
                        + time(key.since().plus(VaultKey.TURNS_AFTER));
            case DECRYPT_ONLY ->
                "only unwraps since " + since + ": " + rewraps.countUnder(key.number())
                        + " data keys are left to be wrapped again";
            case DISABLED ->
                "is disabled since " + since + " and wraps nothing; it is destroyed "
                        + time(key.since().plus(Rewrapping.KEPT));
            case DESTROYED -> "is destroyed since " + since;
        };
    }

    private static String wrappers(VaultKey key) {
        if (!key.state().isUsable()) {
            return "";
        }
        Optional<MasterWrap> next = key.next();
        return "; it opens with master key " + key.masterKeyId()
                + next.map(wrap -> " and with master key " + wrap.masterKeyId()).orElse("");
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
