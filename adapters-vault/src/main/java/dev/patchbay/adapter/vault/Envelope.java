package dev.patchbay.adapter.vault;

import dev.patchbay.domain.vault.SealedSecret;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The form of a sealed secret, parsed strictly: magic ({@code PB}), format (1), the data key's number (4 bytes, big
 * endian, positive), then what {@link GcmKey} makes (nonce, ciphertext, tag). At most 65,535 bytes, so that it fits a BLOB.
 */
final class Envelope {
    static final byte FORMAT = 1;
    static final int MAX_LENGTH = 65_535;

    private static final short MAGIC = 0x5042;
    private static final int HEADER = Short.BYTES + 1 + Integer.BYTES;
    /** A secret is not empty. */
    private static final int MIN_LENGTH = HEADER + GcmKey.OVERHEAD + 1;
    /** The longest secret that can be sealed, in bytes. */
    static final int MAX_SECRET = MAX_LENGTH - HEADER - GcmKey.OVERHEAD;

    private final int dataKey;
    private final byte[] cipher;

    Envelope(int dataKey, byte[] cipher) {
        this.dataKey = dataKey;
        this.cipher = cipher;
    }

    /** Empty when this is no envelope of ours. Whether it opens is another matter. */
    static Optional<Envelope> parse(SealedSecret sealed) {
        byte[] bytes = sealed.envelope();
        if (bytes.length < MIN_LENGTH || bytes.length > MAX_LENGTH) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(bytes, 0, HEADER);
        if (header.getShort() != MAGIC || header.get() != FORMAT) {
            return Optional.empty();
        }
        int dataKey = header.getInt();
        return dataKey < 1
                ? Optional.empty()
                : Optional.of(new Envelope(dataKey, Arrays.copyOfRange(bytes, HEADER, bytes.length)));
    }

    int dataKey() {
        return dataKey;
    }

    byte[] cipher() {
        return cipher;
    }

    SealedSecret seal() {
        return new SealedSecret(ByteBuffer.allocate(HEADER + cipher.length)
                .putShort(MAGIC)
                .put(FORMAT)
                .putInt(dataKey)
                .put(cipher)
                .array());
    }
}
