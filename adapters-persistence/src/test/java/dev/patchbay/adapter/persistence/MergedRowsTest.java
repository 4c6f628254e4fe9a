package dev.patchbay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MergedRowsTest {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onH2();

    /** Given to the account that is kept, or removed as the draft says. */
    private static final Set<String> MOVED = Set.of(
            "sign_in_method.account_id",
            "connection.account_id",
            "own_app.account_id",
            "seat.owner_id",
            "seat.holder_id",
            "not_on_app_list.account_id",
            "chat.account_id");

    /** Over with the account that ends; it has nothing of these to lose. */
    private static final Set<String> OVER = Set.of(
            "attempt.account_id",
            "session.account_id",
            "parked_grant.account_id",
            "chat_link.account_id",
            "account_merge.account_id",
            "account_merge.other_id",
            "data_key.owner");

    /** Stays with the trail. */
    private static final Set<String> KEPT = Set.of("activity.account_id");

    /** Accounts' ids are the only text of that length. */
    private static final String NAMING_ACCOUNTS = """
        SELECT table_name, column_name FROM information_schema.columns
        WHERE data_type = 'CHARACTER VARYING' AND character_maximum_length = 40 AND table_schema = 'public'
          AND table_name NOT IN ('account', 'trail')
        """;

    @Test
    void every_column_that_names_an_account_has_its_place_in_a_merge() {
        List<String> columns = SCHEMA.stores()
                .database()
                .byHand(connection -> Statements.all(
                        connection, NAMING_ACCOUNTS, values -> {}, row -> row.getString(1) + "." + row.getString(2)));

        assertThat(columns)
                .as("what a merge does not move goes with the account that ends: decide, in MergedRows and here")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(MOVED, OVER, KEPT).flatMap(Set::stream).toList());
    }
}
