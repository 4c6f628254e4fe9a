package dev.patchbay.adapter.persistence;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ExternalAccount;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a provider says for display never stops a connection or an event from being kept, however long it is. */
class ShownTest {

    @RegisterExtension
    static final Schema H2 = Schema.onH2();

    @RegisterExtension
    static final Schema MARIADB = Schema.onMariaDb();

    @Test
    void a_name_or_picture_that_does_not_fit_is_left_out() {
        for (Schema schema : new Schema[] {H2, MARIADB}) {
            ExternalAccount wordy = new ExternalAccount(
                    "id", Optional.of("x".repeat(1001)), Optional.of("https://i/" + "x".repeat(2048)));
            Connection connection = aConnection()
                    .ownedBy(open(schema.stores()))
                    .belongingTo(wordy)
                    .build();

            schema.stores().connections().add(connection);

            assertThat(schema.stores()
                            .connections()
                            .find(connection.id())
                            .orElseThrow()
                            .who())
                    .isEqualTo(new ExternalAccount("id", Optional.empty(), Optional.empty()));
        }
    }

    @Test
    void a_detail_that_does_not_fit_is_cut_between_characters() {
        for (Schema schema : new Schema[] {H2, MARIADB}) {
            Account ann = open(schema.stores());
            String detail = "x".repeat(999) + "🎧🎧";

            schema.stores().activity().add(new Event(ann.id(), Event.Kind.RENAMED, Optional.empty(), detail, NOW));

            assertThat(schema.stores().activity().recent(ann.id(), 1))
                    .extracting(Event::detail)
                    .containsExactly("x".repeat(999));
        }
    }
}
