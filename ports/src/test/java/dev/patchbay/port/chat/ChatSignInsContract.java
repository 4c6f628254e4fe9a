package dev.patchbay.port.chat;

import static dev.patchbay.port.ChatFixtures.aChatUser;
import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.aFingerprint;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.patchbay.domain.chat.ChatSignIn;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ChatSignIns} keeps. */
public abstract class ChatSignInsContract {

    private static final Instant END = NOW.plus(ChatSignIn.LIFE);
    private static final Instant KEPT = END.plus(ChatSignIn.ANSWERED_LIFE);
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    private final ChatUser user = aChatUser();
    private final Fingerprint cookie = aFingerprint();
    private final ChatSignIn begun = aSignIn();

    protected abstract Stores stores();

    @Test
    void one_that_is_opened_and_answered_is_taken_once() {
        signIns().put(begun);
        assertThat(signIns().find(begun.state(), NOW)).contains(begun);
        assertThat(signIns().take(begun.state(), NOW)).isEmpty();

        ChatSignIn opened = begun.openedBy(user);
        assertThat(open(begun)).contains(opened);
        assertThat(signIns().find(begun.state(), NOW)).contains(opened);
        assertThat(signIns().take(begun.state(), NOW)).isEmpty();

        ChatSignIn answered = opened.answered(42, KEPT);
        assertThat(answer(42)).contains(answered);
        assertThat(signIns().find(begun.state(), NOW)).contains(answered);
        assertThat(answered.isMatched()).isTrue();

        assertThat(signIns().take(begun.state(), NOW)).contains(answered);
        assertThat(signIns().take(begun.state(), NOW)).isEmpty();
        assertThat(signIns().find(begun.state(), NOW)).isEmpty();
    }

    @Test
    void a_wrong_number_is_an_answer_too_and_the_only_one() {
        signIns().put(begun);
        open(begun);

        assertThat(answer(43))
                .hasValueSatisfying(one -> assertThat(one.isMatched()).isFalse());
        assertThat(answer(42)).isEmpty();
        assertThat(signIns().take(begun.state(), NOW))
                .hasValueSatisfying(one -> assertThat(one.isMatched()).isFalse());
    }

    @Test
    void a_link_is_opened_by_one_user_until_it_is_answered() {
        signIns().put(begun);

        assertThat(signIns().open(aFingerprint(), user, NOW)).isEmpty();
        assertThat(open(begun)).isPresent();
        assertThat(open(begun)).isEqualTo(open(begun)).isPresent();
        assertThat(signIns().open(begun.code(), aChatUser(), NOW)).isEmpty();
        assertThat(signIns().answer(aChatUser(), 42, NOW, KEPT)).isEmpty();
        assertThat(answer(42)).isPresent();
        assertThat(open(begun)).isEmpty();
    }

    @Test
    void a_user_is_asked_for_one_number_at_a_time() {
        ChatSignIn second = aSignIn();
        signIns().put(begun);
        signIns().put(second);
        open(begun);

        assertThat(signIns().open(aFingerprint(), user, NOW)).isEmpty();
        assertThat(signIns().find(begun.state(), NOW)).isPresent();
        open(second);

        assertThat(signIns().find(begun.state(), NOW)).isEmpty();
        assertThat(answer(42)).map(ChatSignIn::state).contains(second.state());
    }

    @Test
    void what_was_answered_stays_when_the_next_is_opened() {
        ChatSignIn second = aSignIn();
        signIns().put(begun);
        signIns().put(second);
        open(begun);
        answer(42);

        open(second);

        assertThat(signIns().take(begun.state(), NOW)).isPresent();
    }

    @Test
    void what_is_not_answered_may_be_dropped() {
        ChatSignIn second = aSignIn();
        signIns().put(begun);
        signIns().put(second);
        open(begun);
        answer(42);
        open(second);

        signIns().drop(user);

        assertThat(answer(42)).isEmpty();
        assertThat(signIns().find(second.state(), NOW)).isEmpty();
        assertThat(signIns().find(begun.state(), NOW)).isPresent();
    }

    @Test
    void of_many_who_open_answer_and_take_exactly_one_counts() {
        ChatSignIn contested = aSignIn();
        signIns().put(contested);
        List<Optional<ChatSignIn>> opened = Race.of(() -> signIns().open(contested.code(), aChatUser(), NOW));
        signIns().put(begun);
        open(begun);
        AtomicInteger said = new AtomicInteger(42);

        List<Optional<ChatSignIn>> answered = Race.of(() -> answer(said.getAndIncrement()));
        List<Optional<ChatSignIn>> taken = Race.of(() -> signIns().take(begun.state(), NOW));

        assertThat(opened.stream().flatMap(Optional::stream)).hasSize(1);
        assertThat(answered.stream().flatMap(Optional::stream)).hasSize(1);
        assertThat(taken.stream().flatMap(Optional::stream)).hasSize(1);
    }

    /** As often as this, because one race in a hundred once left two. */
    @RepeatedTest(20)
    void of_several_opened_at_once_by_one_user_one_is_left() {
        List<ChatSignIn> several = List.of(aSignIn(), aSignIn(), aSignIn(), aSignIn(), aSignIn(), aSignIn());
        several.forEach(signIns()::put);
        AtomicInteger next = new AtomicInteger();

        Race.of(() -> open(several.get(next.getAndIncrement() % several.size())));

        assertThat(several.stream().filter(one -> signIns()
                        .find(one.state(), NOW)
                        .flatMap(ChatSignIn::user)
                        .isPresent()))
                .hasSize(1);
    }

    @Test
    void all_ends_to_the_microsecond() {
        Instant last = END.minusNanos(1000);
        signIns().put(begun);

        assertThat(signIns().find(begun.state(), END)).isEmpty();
        assertThat(signIns().find(begun.state(), last)).isPresent();
        assertThat(signIns().open(begun.code(), user, END)).isEmpty();
        assertThat(signIns().open(begun.code(), user, last)).isPresent();
        assertThat(signIns().answer(user, 42, END, KEPT)).isEmpty();
        assertThat(signIns().answer(user, 42, last, KEPT)).isPresent();
        assertThat(signIns().take(begun.state(), KEPT)).isEmpty();
        assertThat(signIns().take(begun.state(), KEPT.minusNanos(1000))).isPresent();
    }

    @Test
    void one_that_no_browser_began_has_no_cookie() {
        var plain = new ChatSignIn(aFingerprint(), aFingerprint(), Optional.empty(), 99, "curl", END);
        signIns().put(plain);

        assertThat(signIns().find(plain.state(), NOW)).contains(plain);
    }

    @Test
    void a_code_or_a_state_is_there_once() {
        signIns().put(begun);

        assertThatIllegalStateException().isThrownBy(() -> signIns()
                .put(new ChatSignIn(begun.code(), aFingerprint(), Optional.empty(), 42, "curl", END)));
        assertThatIllegalStateException().isThrownBy(() -> signIns()
                .put(new ChatSignIn(aFingerprint(), begun.state(), Optional.empty(), 42, "curl", END)));
    }

    @Test
    void purging_removes_what_expired() {
        var old = new ChatSignIn(aFingerprint(), aFingerprint(), Optional.empty(), 42, "curl", LONG_AGO);
        signIns().put(old);
        signIns().put(begun);

        assertThat(signIns().purge(LONG_AGO)).isZero();
        assertThat(signIns().purge(LONG_AGO.plusNanos(1000))).isEqualTo(1);

        assertThat(signIns().find(old.state(), LONG_AGO.minus(minutes(1)))).isEmpty();
        assertThat(signIns().find(begun.state(), NOW.plus(seconds(1)))).isPresent();
    }

    private ChatSignIn aSignIn() {
        return new ChatSignIn(aFingerprint(), aFingerprint(), Optional.of(cookie), 42, "Firefox on Linux", END);
    }

    private Optional<ChatSignIn> open(ChatSignIn one) {
        return signIns().open(one.code(), user, NOW);
    }

    private Optional<ChatSignIn> answer(int said) {
        return signIns().answer(user, said, NOW, KEPT);
    }

    private ChatSignIns signIns() {
        return stores().chatSignIns();
    }
}
