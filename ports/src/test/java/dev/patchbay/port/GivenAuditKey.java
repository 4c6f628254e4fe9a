package dev.patchbay.port;

import dev.patchbay.domain.activity.AuditChain;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.port.activity.AuditKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that tests know, for the digests that the service makes with one that nobody knows. */
public final class GivenAuditKey implements AuditKey {

    private final AuditChain chain;

    public GivenAuditKey() {
        this("a key for tests");
    }

    public GivenAuditKey(String key) {
        chain = new AuditChain(bytes -> digest(key, bytes));
    }

    @Override
    public AuditChain chain() {
        return chain;
    }

    private static Fingerprint digest(String key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Fingerprint.stored(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
