package dev.patchbay.adapter.vault;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.vault.WrappedKey;
import java.util.Optional;

/**
 * The key that lives outside the database and wraps vault keys. Asked a few times at start and at rotation, never for
 * each secret, so that it may be far away (a key management service). Safe for many threads. A remote one throws {@link
 * dev.patchbay.port.StoreUnavailable} when it does not answer; that is never a "no".
 */
public interface MasterKey {
    /**
     * A short check value that tells master keys apart and gives nothing of them away; the same for the same key,
     * always.
     */
    String id();

    /** Where it came from, in the operator's words: the name of a setting. Printed in messages. */
    String origin();

    /** Encrypts a key; it unwraps only with the same associated data. */
    WrappedKey wrap(Secret key, byte[] associatedData);

    /** Empty when it was not wrapped by this master key with this associated data. */
    Optional<Secret> unwrap(WrappedKey wrapped, byte[] associatedData);

    /** Does what it takes to be able to ask again later; called every few minutes. One that is at hand needs nothing. */
    default void keepAlive() {}
}
