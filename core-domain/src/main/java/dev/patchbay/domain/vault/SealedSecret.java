package dev.patchbay.domain.vault;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A secret as the vault stores it: unreadable without its key, and bound to the place it was sealed for. */
public final class SealedSecret {
    private final byte[] envelope;

    public SealedSecret(byte[] envelope) {
        this.envelope = envelope.clone();
    }

    public byte[] envelope() {
        return envelope.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealedSecret that && Arrays.equals(envelope, that.envelope);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(envelope);
    }

    @Override
    public String toString() {
        return "sealed(" + envelope.length + " bytes)";
    }
}
