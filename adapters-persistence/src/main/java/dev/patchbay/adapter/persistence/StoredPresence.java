package dev.patchbay.adapter.persistence;

import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.connection.Presence;

/**
 * The presence of this process, as far as the database knows about processes. Claim nothing under its name before it was
 * started: others would take the process for gone.
 */
public interface StoredPresence extends Presence, AutoCloseable {

    /**
     * Makes this process known, and keeps it known until {@link #close()}. Idempotent.
     *
     * @throws StoreUnavailable when the database does not answer
     */
    void start();

    /** This process ends: nothing is called, claimed or written any more. Idempotent. */
    @Override
    void close();
}
