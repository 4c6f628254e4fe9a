package dev.patchbay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SealedColumnTest {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onH2();

    /** Wrapped keys, and secrets that live for minutes or a day. */
    private static final Set<String> APART = Set.of(
            "vault_key.wrapped",
            "vault_key.next_wrapped",
            "data_key.wrapped",
            "attempt.verifier",
            "handoff.code",
            "chat_outbox.body");

    /** Identifiers are VARBINARY too, and shorter. */
    private static final String LONG_BINARY = """
        SELECT table_name, column_name FROM information_schema.columns
        WHERE data_type IN ('BINARY VARYING', 'BINARY LARGE OBJECT') AND character_maximum_length >= 4096
          AND table_schema = 'public'
        """;

    @Test
    void every_column_with_sealed_secrets_that_outlive_a_day_is_resealed() {
        List<String> columns = SCHEMA.stores()
                .database()
                .byHand(connection -> Statements.all(
                        connection, LONG_BINARY, values -> {}, row -> row.getString(1) + "." + row.getString(2)));

        assertThat(columns).contains("connection.refresh_token").containsAll(APART);
        assertThat(columns.stream().filter(column -> !APART.contains(column)))
                .as("what is in neither SealedColumn.ALL nor ServicesColumn.ALL is lost when its owner's data key"
                        + " is renewed")
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                SealedColumn.ALL.stream().map(column -> column.table() + "." + column.column()),
                                ServicesColumn.ALL.stream().map(column -> column.table() + "." + column.column()))
                        .toList());
    }
}
