package dev.patchbay.usecase.chat;

import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.chat.ChatCode;
import dev.patchbay.domain.chat.ChatSignIn;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.chat.ChatAccounts.Present;
import dev.patchbay.usecase.chat.LinkChat.Asking.Asked;
import dev.patchbay.usecase.chat.LinkChat.Bringing.NumberShown;
import dev.patchbay.usecase.chat.SignInByChat.Answer;
import dev.patchbay.usecase.chat.SignInByChat.Asking;
import dev.patchbay.usecase.chat.SignInByChat.Begun;
import dev.patchbay.usecase.chat.SignInByChat.Waiting;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInByChatTest {

    private final ChatStage stage = new ChatStage();
    private final Present ann = stage.newcomer();
    private final SignInByChat signInByChat = stage.signInByChat;

    @Test
    void the_right_number_signs_in_where_it_began_once() {
        Begun begun = begin();
        assertThat(begun.number()).isBetween(10, 99);
        assertThat(begun.bot()).isEqualTo(ChatStage.BOT);
        assertThat(look(begun)).isEqualTo(new Waiting.NotYet(begun.number(), begun.expiresAt()));

        Asking.NumberAsked asked = (Asking.NumberAsked) signInByChat.open(ann, begun.code());
        assertThat(asked.device()).isEqualTo(World.DEVICE);
        assertThat(asked.account().id()).isEqualTo(ann.who().account());
        assertThat(look(begun)).isInstanceOf(Waiting.NotYet.class);
        assertThat(signInByChat.answer(ann, begun.number())).isEqualTo(new Answer.Matched(World.DEVICE));

        Waiting.SignedIn signedIn = (Waiting.SignedIn) look(begun);
        assertThat(signedIn.account().id()).isEqualTo(ann.who().account());
        assertThat(signedIn.session().via()).hasToString("telegram");
        assertThat(look(begun)).isEqualTo(new Waiting.Ended());
        assertThat(stage.world.store.activity().recent(ann.who().account(), 9))
                .extracting(Event::kind)
                .contains(Event.Kind.SIGNED_IN);
    }

    @Test
    void a_wrong_number_is_the_only_try() {
        Begun begun = opened();

        assertThat(signInByChat.answer(ann, begun.number() == 10 ? 11 : 10)).isEqualTo(new Answer.WrongNumber());
        assertThat(signInByChat.answer(ann, begun.number())).isEqualTo(new Answer.NothingAsked());

        assertThat(look(begun)).isEqualTo(new Waiting.WrongNumber());
        assertThat(look(begun)).isEqualTo(new Waiting.Ended());
    }

    @Test
    void another_browser_learns_and_gets_nothing() {
        Begun begun = opened();
        signInByChat.answer(ann, begun.number());

        assertThat(signInByChat.look(begun.state(), Optional.empty(), "curl")).isEqualTo(new Waiting.Ended());
        assertThat(signInByChat.look(begun.state(), Optional.of(stage.world.secrets.next()), "curl"))
                .isEqualTo(new Waiting.Ended());
        assertThat(signInByChat.look(new State(stage.world.secrets.next()), begun.flowCookie(), "curl"))
                .isEqualTo(new Waiting.Ended());
        assertThat(look(begun)).isInstanceOf(Waiting.SignedIn.class);
    }

    @Test
    void a_client_without_cookies_keeps_the_state_alone() {
        Begun begun = signInByChat.begin(false, "curl").orElseThrow();
        assertThat(begun.flowCookie()).isEmpty();
        signInByChat.open(ann, begun.code());
        signInByChat.answer(ann, begun.number());

        assertThat(signInByChat.look(begun.state(), Optional.empty(), "curl")).isInstanceOf(Waiting.SignedIn.class);
    }

    @Test
    void nothing_in_the_link_is_worth_anything_where_it_began() {
        Begun begun = opened();
        String inTheLink = begun.code().value().reveal();

        assertThat(inTheLink).isNotEqualTo(begun.state().value().reveal());
        assertThat(signInByChat.look(State.parse(inTheLink).orElseThrow(), begun.flowCookie(), "curl"))
                .isEqualTo(new Waiting.Ended());
    }

    @Test
    void only_the_chat_that_opened_the_link_is_asked() {
        Present bob = stage.newcomer();
        Begun begun = opened();

        assertThat(signInByChat.open(bob, begun.code())).isEqualTo(new Asking.CodeInvalid());
        assertThat(signInByChat.answer(bob, begun.number())).isEqualTo(new Answer.NothingAsked());
        assertThat(look(begun)).isInstanceOf(Waiting.NotYet.class);
    }

    @Test
    void it_is_over_after_two_minutes_and_an_answer_waits_one_more() {
        Begun late = begin();
        stage.world.clock.advance(ChatSignIn.LIFE);
        assertThat(signInByChat.open(ann, late.code())).isEqualTo(new Asking.CodeInvalid());
        assertThat(look(late)).isEqualTo(new Waiting.Ended());

        Begun unanswered = opened();
        stage.world.clock.advance(ChatSignIn.LIFE);
        assertThat(signInByChat.answer(ann, unanswered.number())).isEqualTo(new Answer.NothingAsked());

        Begun inTime = opened();
        stage.world.clock.advance(ChatSignIn.LIFE.minus(seconds(1)));
        signInByChat.answer(ann, inTime.number());
        stage.world.clock.advance(ChatSignIn.ANSWERED_LIFE.minus(seconds(1)));
        assertThat(look(inTime)).isInstanceOf(Waiting.SignedIn.class);

        Begun forgotten = opened();
        signInByChat.answer(ann, forgotten.number());
        stage.world.clock.advance(ChatSignIn.ANSWERED_LIFE);
        assertThat(look(forgotten)).isEqualTo(new Waiting.Ended());
    }

    @Test
    void a_chat_is_asked_for_one_number_at_a_time() {
        Person web = stage.world.somebody();
        ChatCode linking = ((Asked) stage.linkChat.ask(ann)).code();
        NumberShown shown = (NumberShown) stage.linkChat.bring(web.in(), linking);

        Begun begun = opened();
        assertThat(stage.linkChat.answer(ann, shown.number())).isEqualTo(new LinkChat.Answer.NothingAsked());

        stage.linkChat.bring(web.in(), ((Asked) stage.linkChat.ask(ann)).code());
        assertThat(signInByChat.answer(ann, begun.number())).isEqualTo(new Answer.NothingAsked());
    }

    @Test
    void whoever_left_meanwhile_is_not_signed_in() {
        Begun begun = opened();
        signInByChat.answer(ann, begun.number());
        stage.eraseAccount.erase(ann.who());

        assertThat(look(begun)).isEqualTo(new Waiting.Ended());
    }

    @Test
    void without_a_bot_nobody_signs_in_so() {
        var none = new SignInByChat(
                stage.world.store.chatSignIns(),
                stage.world.store.chatLinks(),
                stage.world.store.chats(),
                stage.world.store.accounts(),
                stage.world.startSession,
                Optional.empty(),
                stage.world.secrets,
                stage.world.clock);

        assertThat(none.begin(true, World.DEVICE)).isEmpty();
    }

    @Test
    void codes_of_another_kind_are_none() {
        String code = stage.world.secrets.next().reveal();

        assertThat(SignInByChat.codeIn(code)).isEmpty();
        assertThat(SignInByChat.codeIn("in-" + code.substring(1))).isEmpty();
        assertThat(SignInByChat.codeIn("")).isEmpty();
        assertThat(SignInByChat.codeIn("in-" + code)).contains(new ChatCode(Secret.of(code)));
    }

    private Begun begin() {
        return signInByChat.begin(true, World.DEVICE).orElseThrow();
    }

    private Begun opened() {
        Begun begun = begin();
        assertThat(signInByChat.open(ann, begun.code())).isInstanceOf(Asking.NumberAsked.class);
        return begun;
    }

    private Waiting look(Begun begun) {
        return signInByChat.look(begun.state(), begun.flowCookie(), World.DEVICE);
    }
}
