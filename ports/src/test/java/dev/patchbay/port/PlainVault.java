package dev.patchbay.port;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A vault for tests: keeps every promise about owner, place, version and destroyed keys, and is no encryption at all. A
 * sealed secret does not contain the secret's own bytes, so that tests can search for leaks.
 */
public final class PlainVault implements TokenVault {

    private static final byte MASK = 0x5A;

    private final Map<String, Integer> keys = new HashMap<>();
    private int keysMade;
    private @Nullable StoreUnavailable trouble;

    /** From now on every call throws that, until {@link #heal()}. */
    public synchronized void failWith(StoreUnavailable failure) {
        trouble = failure;
    }

    /** Answers again. */
    public synchronized void heal() {
        trouble = null;
    }

    @Override
    public synchronized SealedSecret seal(KeyOwner owner, Place place, Secret secret) {
        return sealerFor(owner).seal(place, secret);
    }

    /** What it gives seals also while this vault is broken. */
    @Override
    public synchronized Sealer sealerFor(KeyOwner owner) {
        check();
        int key = keys.computeIfAbsent(owner.name(), name -> ++keysMade);
        return (place, secret) -> sealed(owner, key, place, secret);
    }

    private static SealedSecret sealed(KeyOwner owner, int key, Place place, Secret secret) {
        byte[] label = label(owner, place, key);
        byte[] value = masked(secret.revealBytes());
        return new SealedSecret(ByteBuffer.allocate(Integer.BYTES + label.length + value.length)
                .putInt(label.length)
                .put(label)
                .put(value)
                .array());
    }

    @Override
    public synchronized Opening open(KeyOwner owner, Place place, SealedSecret sealed) {
        check();
        Integer key = keys.get(owner.name());
        ByteBuffer envelope = ByteBuffer.wrap(sealed.envelope());
        if (key == null || envelope.remaining() < Integer.BYTES) {
            return new Opening.Unreadable();
        }
        int length = envelope.getInt();
        byte[] expected = label(owner, place, key);
        if (length != expected.length || envelope.remaining() <= length) {
            return new Opening.Unreadable();
        }
        byte[] label = new byte[length];
        byte[] value = new byte[envelope.remaining() - length];
        envelope.get(label).get(value);
        return Arrays.equals(label, expected) ? new Opening.Opened(Secret.of(masked(value))) : new Opening.Unreadable();
    }

    @Override
    public synchronized void getReady(Collection<KeyOwner> owners) {
        check();
    }

    @Override
    public synchronized void destroyKeysOf(AccountId account) {
        check();
        keys.remove(KeyOwner.of(account).name());
    }

    private void check() {
        if (trouble != null) {
            throw trouble;
        }
    }

    private static byte[] label(KeyOwner owner, Place place, int key) {
        return (owner.name() + '\n' + place + '\n' + key).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] masked(byte[] bytes) {
        byte[] result = bytes.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] ^= MASK;
        }
        return result;
    }
}
