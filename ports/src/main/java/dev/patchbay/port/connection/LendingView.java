package dev.patchbay.port.connection;

import dev.patchbay.domain.connection.Connection;

/** What one look finds for somebody who asks for a token. */
public sealed interface LendingView {
    /** The session was ended, has expired, or never was. */
    record NoSession() implements LendingView {}

    /** The session lives; the account has no connection for that platform. */
    record NoConnection() implements LendingView {}

    record Found(Connection connection) implements LendingView {}
}
