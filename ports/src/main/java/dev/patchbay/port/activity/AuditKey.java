package dev.patchbay.port.activity;

import dev.patchbay.domain.activity.AuditChain;

/** The key of the audit chain: one for all processes, kept where the service's own secrets are. Safe for many threads. */
@FunctionalInterface
public interface AuditKey {
    /**
     * The chain under that key.
     *
     * @throws dev.patchbay.port.StoreUnavailable when the key cannot be had now
     */
    AuditChain chain();
}
