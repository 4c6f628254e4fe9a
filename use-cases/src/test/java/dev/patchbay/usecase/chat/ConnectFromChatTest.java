package dev.patchbay.usecase.chat;

import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.usecase.chat.ChatStage.BOT;
import static dev.patchbay.usecase.chat.ChatStage.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.attempt.HandoffCode;
import dev.patchbay.domain.attempt.Proof;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.Race;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World.Trip;
import dev.patchbay.usecase.attempt.Beginning;
import dev.patchbay.usecase.attempt.ChatEnding;
import dev.patchbay.usecase.attempt.Outcome;
import dev.patchbay.usecase.attempt.Refusal;
import dev.patchbay.usecase.attempt.ReturnFromProvider.Answer;
import dev.patchbay.usecase.attempt.ReturnFromProvider.Landing;
import dev.patchbay.usecase.attempt.Wish;
import dev.patchbay.usecase.chat.ChatAccounts.Present;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectFromChatTest {

    private static final ChatEnding INVALID = new ChatEnding.NothingThere(Refusal.HANDOFF_INVALID);

    private final ChatStage stage = new ChatStage();
    private final Present ann = stage.newcomer();
    private final Present bob = stage.newcomer();

    @Test
    void the_user_who_began_brings_the_handoff_back_and_is_connected() {
        HandoffCode handoff = consented();

        ChatEnding ending = redeem(handoff, ann);

        assertThat(ending).isInstanceOfSatisfying(ChatEnding.Ended.class, ended -> {
            assertThat(ended.provider()).isEqualTo(stage.world.spotify.id());
            assertThat(ended.outcome()).isInstanceOfSatisfying(Outcome.Connected.class, connected -> assertThat(
                            connected.connection().account())
                    .isEqualTo(ann.who().account()));
        });
        assertThat(stage.world.store.connections().of(ann.who().account())).hasSize(1);
    }

    @Test
    void the_attempt_is_bound_to_the_user_and_the_browser_ends_at_the_bot_with_nothing_but_the_handoff() {
        Trip trip = stage.connecting(ann, stage.world.spotify);
        Attempt attempt = stage.world
                .store
                .attempts()
                .consume(trip.state().fingerprint(), stage.world.clock.instant())
                .orElseThrow();

        assertThat(trip.begun().flowCookie()).isEmpty();
        assertThat(attempt.proof()).isEqualTo(new Proof.Chat(ann.chat().user()));
        assertThat(attempt.account()).contains(ann.who().account());
        assertThat(attempt.returnTo().address()).isEqualTo(BOT.value());
    }

    @Test
    void whatever_browser_comes_back_nothing_is_exchanged_until_the_chat_proves_itself() {
        Trip trip = stage.connecting(ann, stage.world.spotify);

        Landing landing = land(stage.world.consenting(trip, stage.world.spotify, "ann"), List.of(Secret.of("cookie")));

        assertThat(landing).isInstanceOf(Landing.BackToChat.class);
        assertThat(landing.returnTo().address()).isEqualTo(BOT.value());
        assertThat(stage.world.spotify.exchanges()).isZero();
    }

    @Test
    void a_handoff_that_another_user_brings_is_destroyed_and_it_is_said_whose_it_was() {
        HandoffCode handoff = consented();

        assertThat(redeem(handoff, bob))
                .isEqualTo(new ChatEnding.OfAnother(ann.chat().user(), stage.world.spotify.id()));

        assertThat(redeem(handoff, ann)).isEqualTo(INVALID);
        assertThat(stage.world.spotify.exchanges()).isZero();
        assertThat(stage.world.store.connections().of(bob.who().account())).isEmpty();
    }

    @Test
    void another_user_of_the_same_account_is_another_user() {
        ChatUser second = stage.newcomer().chat().user();
        stage.world
                .store
                .chats()
                .move(
                        second,
                        stage.accounts.find(second).orElseThrow().account(),
                        ann.who().account());

        assertThat(redeem(consented(), stage.enter(second))).isInstanceOf(ChatEnding.OfAnother.class);
    }

    @Test
    void of_many_who_bring_a_handoff_at_once_one_is_answered_and_the_code_is_spent_once() {
        HandoffCode handoff = consented();

        List<ChatEnding> endings = Race.of(() -> redeem(handoff, ann));

        assertThat(endings.stream().filter(ending -> !ending.equals(INVALID))).hasSize(1);
        assertThat(stage.world.spotify.exchanges()).isEqualTo(1);
    }

    @Test
    void a_handoff_waits_ten_minutes() {
        HandoffCode first = consented();
        HandoffCode second = consented();

        stage.world.clock.advance(Attempt.LIFE.minusSeconds(1));
        assertThat(redeem(first, ann)).isInstanceOf(ChatEnding.Ended.class);
        stage.world.clock.advance(minutes(1));
        assertThat(redeem(second, ann)).isEqualTo(INVALID);
    }

    @Test
    void a_session_even_of_the_same_account_does_not_redeem_what_a_chat_began() {
        HandoffCode handoff = consented();
        Person annOnTheWeb = onTheWeb(ann);

        assertThat(stage.world
                        .attempting
                        .redeeming()
                        .withSession(handoff, stage.world.spotify.id(), annOnTheWeb.in(), DEVICE))
                .isEqualTo(new Outcome.Refused(Refusal.WRONG_ACCOUNT));
        assertThat(redeem(handoff, ann)).isEqualTo(INVALID);
        assertThat(stage.world.spotify.exchanges()).isZero();
    }

    @Test
    void a_chat_does_not_redeem_what_a_web_session_began() {
        Person annOnTheWeb = onTheWeb(ann);
        Trip trip = stage.world.connecting(
                annOnTheWeb, stage.world.spotify, new Wish(Optional.empty(), Wish.Ending.HANDOFF));
        Landing landing = land(stage.world.consenting(trip, stage.world.spotify, "ann"), List.of());

        ChatEnding ending = redeem(((Landing.HandedOff) landing).handoff(), ann);

        assertThat(refusal(ending)).isEqualTo(Refusal.WRONG_ACCOUNT);
        assertThat(stage.world.spotify.exchanges()).isZero();
    }

    @Test
    void a_refused_consent_is_told_to_the_chat_alone_and_in_the_same_way() {
        Trip trip = stage.connecting(ann, stage.world.spotify);

        Landing landing = land(trip.failing("access_denied"), List.of());

        HandoffCode handoff = ((Landing.BackToChat) landing).handoff();
        assertThat(refusal(redeem(handoff, ann))).isEqualTo(Refusal.ACCESS_DENIED);
        assertThat(redeem(handoff, ann)).isEqualTo(INVALID);
        assertThat(stage.world.spotify.exchanges()).isZero();
    }

    @Test
    void an_answer_of_another_party_or_without_a_code_is_told_to_the_chat_and_never_exchanged() {
        Trip trip = stage.connecting(ann, stage.world.spotify);
        Answer elsewhere = new Answer(
                stage.world.soundcloud.id(),
                false,
                Optional.of(trip.state()),
                stage.world.consenting(trip, stage.world.spotify, "ann").code(),
                Optional.empty(),
                Optional.empty());
        Trip second = stage.connecting(ann, stage.world.spotify);

        assertThat(refusal(redeem(back(land(elsewhere, List.of())), ann))).isEqualTo(Refusal.WRONG_PROVIDER);
        Answer empty = second.answer(Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(refusal(redeem(back(land(empty, List.of())), ann))).isEqualTo(Refusal.CODE_MISSING);
        assertThat(stage.world.spotify.exchanges() + stage.world.soundcloud.exchanges())
                .isZero();
    }

    @Test
    void a_made_up_handoff_is_nothing() {
        HandoffCode madeUp = new HandoffCode(stage.world.secrets.next());

        assertThat(redeem(madeUp, ann)).isEqualTo(INVALID);
    }

    @Test
    void reconnecting_in_a_chat_is_noted_as_done_there() {
        redeem(consented(), ann);
        redeem(consented(), ann);

        assertThat(stage.world.store.activity().recent(ann.who().account(), 2))
                .extracting(Event::kind, Event::detail)
                .contains(tuple(Event.Kind.PLATFORM_RECONNECTED, Event.IN_CHAT));
    }

    @Test
    void there_is_nothing_to_reconnect_before_a_connection() {
        assertThat(stage.connect.connect(ann, stage.world.spotify.id(), true))
                .isEqualTo(new Beginning.NothingToReconnect());
    }

    private HandoffCode consented() {
        Trip trip = stage.connecting(ann, stage.world.spotify);
        return back(land(stage.world.consenting(trip, stage.world.spotify, "ann"), List.of()));
    }

    private Landing land(Answer answer, List<Secret> cookies) {
        return stage.world.attempting.returning().land(answer, cookies, DEVICE);
    }

    private static HandoffCode back(Landing landing) {
        return ((Landing.BackToChat) landing).handoff();
    }

    private ChatEnding redeem(HandoffCode handoff, Present by) {
        return stage.world.attempting.redeeming().fromChat(handoff, by.chat().user(), DEVICE);
    }

    private static Refusal refusal(ChatEnding ending) {
        return ((Outcome.Refused) ((ChatEnding.Ended) ending).outcome()).refusal();
    }

    private Person onTheWeb(Present present) {
        Account account =
                stage.world.store.accounts().find(present.who().account()).orElseThrow();
        Session session = Fixtures.aSessionOf(account);
        stage.world.store.sessions().start(session);
        return new Person(account, session);
    }
}
