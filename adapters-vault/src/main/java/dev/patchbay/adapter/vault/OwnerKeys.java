package dev.patchbay.adapter.vault;

import java.util.Optional;

/** An owner's newest data key as read from the shelf at that time. */
record OwnerKeys(int number, GcmKey key, long readAtMillis) {
    Optional<GcmKey> numbered(int wanted) {
        return wanted == number ? Optional.of(key) : Optional.empty();
    }
}
