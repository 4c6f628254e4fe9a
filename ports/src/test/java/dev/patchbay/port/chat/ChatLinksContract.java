package dev.patchbay.port.chat;

import static dev.patchbay.port.ChatFixtures.aChatUser;
import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.aFingerprint;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.chat.ChatLink;
import dev.patchbay.domain.chat.ChatLink.Claim;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ChatLinks} keeps. */
public abstract class ChatLinksContract {

    private static final Instant SOON = NOW.plus(minutes(2));
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    private final ChatUser user = aChatUser();
    private final Fingerprint code = aFingerprint();

    protected abstract Stores stores();

    @Test
    void a_code_that_is_brought_once_waits_for_its_answer() {
        Claim ann = new Claim(open(stores()).id(), 42);
        put(code);
        ChatLink expected = new ChatLink(code, user, Optional.of(ann), SOON);

        assertThat(claim(code, ann)).contains(expected);
        assertThat(claim(code, new Claim(open(stores()).id(), 43))).isEmpty();

        assertThat(links().take(user, NOW)).contains(expected);
        assertThat(links().take(user, NOW)).isEmpty();
        assertThat(claim(code, ann)).isEmpty();
    }

    @Test
    void of_many_who_bring_a_code_and_of_many_who_answer_exactly_one_counts() {
        Claim ann = new Claim(open(stores()).id(), 42);
        put(code);

        List<Optional<ChatLink>> claimed = Race.of(() -> claim(code, ann));
        List<Optional<ChatLink>> taken = Race.of(() -> links().take(user, NOW));

        assertThat(claimed.stream().flatMap(Optional::stream)).hasSize(1);
        assertThat(taken.stream().flatMap(Optional::stream)).hasSize(1);
    }

    @Test
    void a_wish_whose_code_nobody_brought_cannot_be_answered_and_stays() {
        put(code);

        assertThat(links().take(user, NOW)).isEmpty();
        assertThat(claim(code, new Claim(open(stores()).id(), 10))).isPresent();
    }

    @Test
    void the_next_wish_of_a_chat_takes_the_place_of_the_one_before() {
        Claim ann = new Claim(open(stores()).id(), 99);
        Fingerprint second = aFingerprint();
        put(code);
        claim(code, ann);

        put(second);

        assertThat(links().take(user, NOW)).isEmpty();
        assertThat(claim(code, ann)).isEmpty();
        assertThat(claim(second, ann)).isPresent();
    }

    @Test
    void codes_and_answers_end_to_the_microsecond() {
        Claim ann = new Claim(open(stores()).id(), 42);
        put(code);

        assertThat(links().claim(code, ann, NOW.plus(ChatLink.LIFE), SOON)).isEmpty();
        assertThat(links().claim(code, ann, NOW.plus(ChatLink.LIFE).minusNanos(1000), SOON))
                .isPresent();
        assertThat(links().take(user, SOON)).isEmpty();
        assertThat(links().take(user, SOON.minusNanos(1000))).isPresent();
    }

    @Test
    void a_link_goes_with_the_account_that_claimed_it() {
        Account ann = open(stores());
        put(code);
        claim(code, new Claim(ann.id(), 42));

        stores().accounts().erase(ann.id());

        assertThat(links().take(user, NOW)).isEmpty();
    }

    @Test
    void purging_removes_what_expired() {
        Fingerprint old = aFingerprint();
        ChatUser other = aChatUser();
        links().put(new ChatLink(old, other, LONG_AGO));
        put(code);

        assertThat(links().purge(LONG_AGO)).isZero();
        assertThat(links().purge(LONG_AGO.plusNanos(1000))).isEqualTo(1);

        Claim ann = new Claim(open(stores()).id(), 42);
        assertThat(links().claim(old, ann, LONG_AGO.minus(minutes(1)), SOON)).isEmpty();
        assertThat(claim(code, ann)).isPresent();
    }

    private void put(Fingerprint fingerprint) {
        links().put(new ChatLink(fingerprint, user, NOW.plus(ChatLink.LIFE)));
    }

    private Optional<ChatLink> claim(Fingerprint fingerprint, Claim by) {
        return links().claim(fingerprint, by, NOW, SOON);
    }

    private ChatLinks links() {
        return stores().chatLinks();
    }
}
