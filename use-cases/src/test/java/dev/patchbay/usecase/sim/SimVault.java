package dev.patchbay.usecase.sim;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/** A vault that is no secret to the oracle, and cheap. It keeps the promise about place, version and owner. */
final class SimVault implements TokenVault {
    private static final int LABEL = 4;

    @Override
    public SealedSecret seal(KeyOwner owner, Place place, Secret secret) {
        byte[] value = secret.revealBytes();
        byte[] envelope = new byte[LABEL + value.length];
        System.arraycopy(value, 0, envelope, LABEL, value.length);
        int label = label(owner, place);
        for (int i = 0; i < LABEL; i++) {
            envelope[i] = (byte) (label >> (8 * i));
        }
        return new SealedSecret(envelope);
    }

    @Override
    public Sealer sealerFor(KeyOwner owner) {
        return (place, secret) -> seal(owner, place, secret);
    }

    @Override
    public Opening open(KeyOwner owner, Place place, SealedSecret sealed) {
        byte[] envelope = sealed.envelope();
        int label = label(owner, place);
        for (int i = 0; i < LABEL; i++) {
            if (envelope[i] != (byte) (label >> (8 * i))) {
                return new Opening.Unreadable();
            }
        }
        return new Opening.Opened(Secret.of(Arrays.copyOfRange(envelope, LABEL, envelope.length)));
    }

    @Override
    public void getReady(Collection<KeyOwner> owners) {
        // There are no keys to get.
    }

    /** What is in it, whoever it is for. */
    String peek(SealedSecret sealed) {
        byte[] envelope = sealed.envelope();
        return new String(envelope, LABEL, envelope.length - LABEL, StandardCharsets.UTF_8);
    }

    @Override
    public void destroyKeysOf(AccountId account) {
        throw new UnsupportedOperationException("nobody erases an account here");
    }

    private static int label(KeyOwner owner, Place place) {
        return 31 * owner.hashCode() + place.hashCode();
    }
}
