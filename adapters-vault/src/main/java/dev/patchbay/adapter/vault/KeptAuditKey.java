package dev.patchbay.adapter.vault;

import dev.patchbay.domain.activity.AuditChain;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.activity.AuditKey;
import dev.patchbay.port.vault.KeptSecrets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The audit chain's key is one of the service's secrets: sealed in the store, and out of reach of whoever has the store alone. */
final class KeptAuditKey implements AuditKey {
    private static final String NAME = "audit-key";
    private static final String HMAC = "HmacSHA256";

    private final KeptSecrets secrets;
    private final SecretSource random;
    private volatile @Nullable AuditChain chain;

    KeptAuditKey(KeptSecrets secrets, SecretSource random) {
        this.secrets = secrets;
        this.random = random;
    }

    @Override
    public AuditChain chain() {
        AuditChain known = chain;
        if (known == null) {
            known = under(secrets.get(NAME, random::next));
            chain = known;
        }
        return known;
    }

    private static AuditChain under(Secret key) {
        var spec = new SecretKeySpec(key.revealBytes(), HMAC);
        return new AuditChain(bytes -> {
            try {
                Mac mac = Mac.getInstance(HMAC);
                mac.init(spec);
                return Fingerprint.stored(mac.doFinal(bytes));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has HmacSHA256", e);
            }
        });
    }
}
