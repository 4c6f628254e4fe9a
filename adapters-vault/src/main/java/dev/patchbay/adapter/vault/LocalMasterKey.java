package dev.patchbay.adapter.vault;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.vault.WrappedKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A master key of 32 bytes held by this process. */
final class LocalMasterKey implements MasterKey {
    private static final byte[] ID_LABEL = "patchbay master key id 1".getBytes(StandardCharsets.UTF_8);
    private static final int ID_BYTES = 6;

    private final GcmKey key;
    private final String id;
    private final String origin;

    LocalMasterKey(Secret material, String origin) {
        this.key = GcmKey.of(material);
        this.id = checkValue(material);
        this.origin = origin;
    }

    /** A one-way value: 48 bits tell two keys apart and say nothing about 256. */
    private static String checkValue(Secret material) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(material.revealBytes(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(ID_LABEL), 0, ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public WrappedKey wrap(Secret wrapped, byte[] associatedData) {
        return key.wrap(wrapped, associatedData);
    }

    @Override
    public Optional<Secret> unwrap(WrappedKey wrapped, byte[] associatedData) {
        return key.unwrap(wrapped, associatedData);
    }

    @Override
    public String toString() {
        return "master key " + id + " from " + origin;
    }
}
