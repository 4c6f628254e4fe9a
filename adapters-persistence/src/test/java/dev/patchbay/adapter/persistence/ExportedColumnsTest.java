package dev.patchbay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExportedColumnsTest {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onH2();

    /** Where a person finds it in {@code GET /user/export}; ExportTest of adapters-web says that the export has these. */
    private static final Map<String, String> EXPORTED = Map.of(
            "account.id", "account",
            "sign_in_method.account_id", "signInMethods",
            "session.account_id", "sessions",
            "connection.account_id", "connections",
            "parked_grant.account_id", "waitingReplacements",
            "own_app.account_id", "apps",
            "seat.owner_id", "seatsGiven",
            "seat.holder_id", "seatsHeld",
            "chat.account_id", "chats",
            "not_on_app_list.account_id", "missingFromAppLists");

    private static final Map<String, String> OF_TRAILS = Map.of(
            "activity.account_id", "activity",
            "trail.id", "activity, which names the account of each event",
            "trail.merged_into", "activity, which has what was noted of accounts that became part of this one");

    private static final Map<String, String> LEFT_OUT = Map.of(
            "attempt.account_id", "hashes and sealed values of a round trip under way, for ten minutes",
            "account_merge.account_id", "a proof that is good for ten minutes, and says no more than the trail does",
            "account_merge.other_id", "as above, and of another account",
            "chat_link.account_id", "a number for one answer, for minutes",
            "data_key.owner", "keys, which are nobody's to have");

    /** Accounts' ids are the only text of that length. */
    private static final String NAMING_ACCOUNTS = """
        SELECT table_name, column_name FROM information_schema.columns
        WHERE data_type = 'CHARACTER VARYING' AND character_maximum_length = 40 AND table_schema = 'public'
        """;

    @Test
    void every_column_that_names_an_account_is_exported_or_left_out_for_a_reason() {
        List<String> columns = SCHEMA.stores()
                .database()
                .byHand(connection -> Statements.all(
                        connection, NAMING_ACCOUNTS, values -> {}, row -> row.getString(1) + "." + row.getString(2)));

        assertThat(columns)
                .as("a person may take along all that is kept of them: decide, in ExportAccount and here")
                .containsExactlyInAnyOrderElementsOf(Stream.of(EXPORTED, OF_TRAILS, LEFT_OUT)
                        .map(Map::keySet)
                        .flatMap(Set::stream)
                        .toList());
    }
}
