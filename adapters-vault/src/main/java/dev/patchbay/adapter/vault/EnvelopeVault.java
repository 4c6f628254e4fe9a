package dev.patchbay.adapter.vault;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;

/**
 * Seals with AES-256-GCM. The associated data binds an envelope to format, owner, place and data key number, so
 * one that was changed or moved is {@link Opening.Unreadable}; an old one put back does not fit the row's newer
 * version.
 *
 * <p>Secrets have at most 65,500 bytes. Until {@link VaultCanary#check} has passed, every operation throws
 * {@link IllegalStateException}.
 *
 * <p>Unwrapped data keys are remembered, at most 100,000 and for at most 5 minutes each. {@link #destroyKeysOf} forgets
 * at once in this process; another process may go on opening what it is given for those 5 minutes. Through Patchbay it
 * is given nothing, because an account's rows go when its keys go. An account id never comes back, so a remembered key
 * is never a stale one of a living account.
 */
public final class EnvelopeVault implements TokenVault {
    private final DataKeys keys;

    EnvelopeVault(KeyShelf shelf, VaultKeys vaultKeys, Clock clock) {
        this(new DataKeys(shelf, vaultKeys, clock, DataKeys.REMEMBERED));
    }

    EnvelopeVault(DataKeys keys) {
        this.keys = keys;
    }

    /** @throws IllegalArgumentException when the secret is longer than 65,500 bytes */
    @Override
    public SealedSecret seal(KeyOwner owner, Place place, Secret secret) {
        return sealerFor(owner).seal(place, secret);
    }

    /** Holds the owner's newest key. What is sealed after that key was destroyed is unreadable, as all that it sealed. */
    @Override
    public Sealer sealerFor(KeyOwner owner) {
        OwnerKeys newest = keys.newest(owner);
        return (place, secret) -> seal(owner, newest, place, secret);
    }

    private static SealedSecret seal(KeyOwner owner, OwnerKeys newest, Place place, Secret secret) {
        byte[] plain = secret.revealBytes();
        if (plain.length > Envelope.MAX_SECRET) {
            throw new IllegalArgumentException("a secret of " + plain.length + " bytes is too long to be sealed");
        }
        byte[] binding = AssociatedData.ofSecret(owner, place, newest.number());
        return new Envelope(newest.number(), newest.key().encrypt(plain, binding)).seal();
    }

    @Override
    public Opening open(KeyOwner owner, Place place, SealedSecret sealed) {
        keys.requireUnlocked(); // before any answer, also about garbage
        Optional<Envelope> parsed = Envelope.parse(sealed);
        if (parsed.isEmpty()) {
            return new Opening.Unreadable();
        }
        Envelope envelope = parsed.get();
        return keys.numbered(owner, envelope.dataKey())
                .flatMap(key ->
                        key.decrypt(envelope.cipher(), AssociatedData.ofSecret(owner, place, envelope.dataKey())))
                .<Opening>map(plain -> new Opening.Opened(Secret.of(plain)))
                .orElseGet(Opening.Unreadable::new);
    }

    @Override
    public void getReady(Collection<KeyOwner> owners) {
        keys.getReady(owners);
    }

    @Override
    public void destroyKeysOf(AccountId account) {
        keys.destroy(KeyOwner.of(account));
    }
}
