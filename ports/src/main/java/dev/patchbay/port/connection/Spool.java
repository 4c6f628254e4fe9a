package dev.patchbay.port.connection;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import java.util.List;

/**
 * Where a renewed grant waits, on this machine, while the store does not take it. It survives the process. Safe for many threads
 * of one process; processes on one machine may share it.
 */
public interface Spool {
    /**
     * A renewed grant, sealed for the version it is to be written as.
     *
     * @param version the connection's version when it was renewed; the grant is written as the next
     */
    record Entry(
            ConnectionId connection,
            AccountId account,
            ProviderId platform,
            ClientAppId app,
            long version,
            SealedTokens tokens,
            Scopes scopes,
            Clocks clocks) {}

    /** Keeps it. @return false when it could not be made durable; nothing is kept then */
    boolean keep(Entry entry);

    /** What is kept and readable, oldest first. */
    List<Entry> entries();

    /** It is in the store, or of no use any more. Idempotent. */
    void drop(Entry entry);
}
