package dev.patchbay.port.vault;

import java.time.Instant;

/**
 * A process that reads vault keys, by its own account.
 *
 * @param process its name, as {@link dev.patchbay.port.connection.Presence#me} gives it
 * @param knows the highest number among the vault keys that it has unwrapped; 0 when there are none
 * @param masterKeyId the master key that it runs on
 * @param seenAt when it said so
 */
public record VaultReader(String process, int knows, String masterKeyId, Instant seenAt) {}
