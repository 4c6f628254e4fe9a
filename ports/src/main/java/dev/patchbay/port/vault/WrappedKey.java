package dev.patchbay.port.vault;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Key material as another key encrypted it. */
public final class WrappedKey {
    private final byte[] bytes;

    public WrappedKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WrappedKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "wrapped key (" + bytes.length + " bytes)";
    }
}
