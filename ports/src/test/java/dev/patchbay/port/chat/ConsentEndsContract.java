package dev.patchbay.port.chat;

import static dev.patchbay.port.ChatFixtures.aChatOf;
import static dev.patchbay.port.ChatFixtures.aSpanOfItsOwn;
import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.port.ConnectionFixture;
import dev.patchbay.port.Stores;
import dev.patchbay.port.chat.ConsentEnds.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ConsentEnds} finds. */
public abstract class ConsentEndsContract {

    /** A window of each test's own. */
    private final Instant start = NOW.plus(aSpanOfItsOwn());

    private final Instant end = start.plus(days(5));

    protected abstract Stores stores();

    @Test
    void consents_are_found_by_their_end_and_the_window_is_open_on_the_left() {
        Account ann = chatting();
        Connection late = ending(ann, days(5));
        Connection early = ending(chatting(), Duration.ofNanos(1000));
        ending(chatting(), Duration.ZERO);
        ending(chatting(), days(5).plusNanos(1000));
        stores().connections()
                .add(aConnection().ownedBy(chatting()).withEndlessConsent().build());

        assertThat(found()).containsExactly(of(early), of(late));
    }

    @Test
    void only_people_with_a_chat_that_is_not_muted_are_found_and_once() {
        Account silent = open(stores());
        ending(silent, days(1));
        Account muted = open(stores());
        stores().chats().add(muted(muted));
        ending(muted, days(1));
        Account twice = chatting();
        stores().chats().add(aChatOf(twice));
        stores().chats().add(muted(twice));
        Connection told = ending(twice, days(1));

        assertThat(found()).containsExactly(of(told));
    }

    @Test
    void a_connection_that_waits_is_found_and_one_that_ended_is_not() {
        Connection waiting = ending(chatting(), days(1), new Standing.Waiting(Cause.PROVIDER_UNAVAILABLE, NOW, NOW, 1));
        ending(chatting(), days(2), new Standing.NeedsReconnect(Cause.GRANT_DEAD, NOW));
        ending(chatting(), days(3), new Standing.Quarantined(Cause.SECRET_UNREADABLE, NOW));

        assertThat(found()).containsExactly(of(waiting));
    }

    @Test
    void page_by_page_each_is_found_once_also_when_many_end_at_the_same_moment() {
        List<Ending> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(of(ending(chatting(), days(2))));
        }

        List<Ending> paged = new ArrayList<>();
        List<Ending> page = stores().consentEnds().between(start, end, Optional.empty(), 3);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(3);
            paged.addAll(page);
            page = stores().consentEnds().between(start, end, Optional.of(page.getLast()), 3);
        }

        assertThat(paged).containsExactlyInAnyOrderElementsOf(all);
        assertThatThrownBy(() -> stores().consentEnds().between(start, end, Optional.empty(), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stores().consentEnds().between(start, end, Optional.empty(), 501))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Chat muted(Account account) {
        Chat chat = aChatOf(account);
        return new Chat(chat.user(), chat.account(), chat.language(), Optional.of(NOW.plus(minutes(1))), chat.since());
    }

    private Account chatting() {
        Account account = open(stores());
        stores().chats().add(aChatOf(account));
        return account;
    }

    private Connection ending(Account account, Duration afterStart) {
        return ending(account, afterStart, new Standing.Active());
    }

    private Connection ending(Account account, Duration afterStart, Standing standing) {
        ConnectionFixture fixture = aConnection()
                .ownedBy(account)
                .withConsentEndingIn(Duration.between(NOW, start).plus(afterStart));
        Connection connection = fixture.standing(standing).build();
        stores().connections().add(connection);
        return connection;
    }

    private List<Ending> found() {
        return stores().consentEnds().between(start, end, Optional.empty(), 500);
    }

    private static Ending of(Connection connection) {
        return new Ending(
                connection.id(),
                connection.account(),
                connection.platform(),
                connection.clocks().consentedAt(),
                connection.clocks().reauthorizeBy().orElseThrow());
    }
}
