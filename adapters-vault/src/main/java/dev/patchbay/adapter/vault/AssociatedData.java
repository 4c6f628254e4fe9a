package dev.patchbay.adapter.vault;

import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What each ciphertext is bound to. The first byte says of which kind it is, texts go with their lengths, so no two
 * things have the same bytes. A change here makes everything stored unreadable: it needs a new format number.
 */
final class AssociatedData {
    private static final byte SEALED_SECRET = Envelope.FORMAT;
    private static final byte DATA_KEY = (byte) 0x81;
    private static final byte VAULT_KEY = (byte) 0x82;

    private AssociatedData() {}

    static byte[] ofSecret(KeyOwner owner, Place place, int dataKey) {
        byte[] name = utf8(owner.name());
        byte[] field = utf8(place.field());
        byte[] row = utf8(place.row());
        byte[] provider = utf8(place.provider());
        int length = 1 + 4 * Integer.BYTES + name.length + field.length + row.length + provider.length + 12;
        ByteBuffer bytes = ByteBuffer.allocate(length).put(SEALED_SECRET);
        put(bytes, name);
        put(bytes, field);
        put(bytes, row);
        put(bytes, provider);
        return bytes.putLong(place.version()).putInt(dataKey).array();
    }

    static byte[] ofDataKey(KeyOwner owner, int number, int vaultKey) {
        byte[] name = utf8(owner.name());
        ByteBuffer bytes =
                ByteBuffer.allocate(1 + Integer.BYTES + name.length + 8).put(DATA_KEY);
        put(bytes, name);
        return bytes.putInt(number).putInt(vaultKey).array();
    }

    static byte[] ofVaultKey(int number, String masterKeyId) {
        byte[] master = utf8(masterKeyId);
        ByteBuffer bytes =
                ByteBuffer.allocate(1 + Integer.BYTES + master.length + 4).put(VAULT_KEY);
        put(bytes, master);
        return bytes.putInt(number).array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ByteBuffer bytes, byte[] text) {
        bytes.putInt(text.length).put(text);
    }
}
