package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.connection.Connection;

/** What came of a renewal; every caller who waited for it gets the same. */
public sealed interface Renewal {
    /** The connection's newest row, stored; renewed by us or by another process. */
    record Renewed(Connection connection) implements Renewal {}

    /** Not renewed; the verdict says why and when to ask again. */
    record NotRenewed(Verdict verdict) implements Renewal {}

    /** The connection was removed meanwhile. */
    record Gone() implements Renewal {}
}
