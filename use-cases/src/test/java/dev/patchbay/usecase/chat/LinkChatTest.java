package dev.patchbay.usecase.chat;

import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.aConnection;
import static dev.patchbay.port.Fixtures.aMethodOf;
import static dev.patchbay.port.Fixtures.aSeatOffer;
import static dev.patchbay.port.Fixtures.anIdentity;
import static dev.patchbay.port.Fixtures.anOwnAppOf;
import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.chat.ChatCode;
import dev.patchbay.domain.chat.ChatLink;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.SeatOffer;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.chat.ChatAccounts.Present;
import dev.patchbay.usecase.chat.LinkChat.Answer;
import dev.patchbay.usecase.chat.LinkChat.Asking;
import dev.patchbay.usecase.chat.LinkChat.Bringing;
import dev.patchbay.usecase.chat.LinkChat.Bringing.NumberShown;
import dev.patchbay.usecase.chat.LinkChat.Kept;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkChatTest {

    private final ChatStage stage = new ChatStage();
    private final Present chat = stage.newcomer();
    private final ChatUser user = chat.chat().user();
    private final Person web = stage.world.somebody();

    @Test
    void the_right_number_links_the_chat_and_its_own_empty_account_is_gone() {
        NumberShown shown = bring(ask());

        assertThat(shown.chatName()).hasToString("Ann");
        assertThat(shown.number()).isBetween(10, 99);
        assertThat(stage.said(user)).singleElement().asString().contains("NumberAsked");
        assertThat(stage.linkChat.answer(chat, shown.number())).isEqualTo(new Answer.Linked(web.account()));

        Present now = stage.enter(user);
        assertThat(now.who().account()).isEqualTo(web.account().id());
        assertThat(stage.world.store.accounts().find(chat.who().account())).isEmpty();
        assertThat(stage.world.happenedTo(web)).contains(Event.Kind.CHAT_LINKED);
    }

    @Test
    void what_the_chat_is_asked_does_not_tell_the_number() {
        NumberShown shown = bring(ask());

        assertThat(stage.said(user)).singleElement().asString().doesNotContain(" " + shown.number());
    }

    @Test
    void a_wrong_number_ends_the_link() {
        NumberShown shown = bring(ask());

        assertThat(stage.linkChat.answer(chat, shown.number() == 10 ? 11 : 10)).isEqualTo(new Answer.WrongNumber());
        assertThat(stage.linkChat.answer(chat, shown.number())).isEqualTo(new Answer.NothingAsked());

        assertThat(stage.enter(user).who().account()).isEqualTo(chat.who().account());
    }

    @Test
    void numbers_are_drawn_anew_for_each_link() {
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            numbers.add(bring(ask()).number());
        }

        assertThat(numbers).hasSizeGreaterThan(10);
    }

    @Test
    void a_code_is_brought_once_and_a_later_one_takes_its_place() {
        ChatCode first = ask();
        ChatCode second = ask();

        assertThat(stage.linkChat.bring(web.in(), first)).isEqualTo(new Bringing.CodeInvalid());
        bring(second);
        assertThat(stage.linkChat.bring(stage.world.somebody().in(), second)).isEqualTo(new Bringing.CodeInvalid());
        assertThat(stage.linkChat.bring(web.in(), new ChatCode(stage.world.secrets.next())))
                .isEqualTo(new Bringing.CodeInvalid());
    }

    @Test
    void a_code_waits_ten_minutes_and_a_number_two() {
        ChatCode late = ask();
        stage.world.clock.advance(ChatLink.LIFE);
        assertThat(stage.linkChat.bring(web.in(), late)).isEqualTo(new Bringing.CodeInvalid());

        NumberShown shown = bring(ask());
        stage.world.clock.advance(ChatLink.ANSWER_LIFE);
        assertThat(stage.linkChat.answer(chat, shown.number())).isEqualTo(new Answer.NothingAsked());

        NumberShown inTime = bring(ask());
        stage.world.clock.advance(ChatLink.ANSWER_LIFE.minus(seconds(1)));
        assertThat(stage.linkChat.answer(chat, inTime.number())).isInstanceOf(Answer.Linked.class);
    }

    @Test
    void the_number_counts_only_in_the_chat_that_asked() {
        NumberShown shown = bring(ask());

        assertThat(stage.linkChat.answer(stage.newcomer(), shown.number())).isEqualTo(new Answer.NothingAsked());
        assertThat(stage.linkChat.answer(chat, shown.number())).isInstanceOf(Answer.Linked.class);
    }

    @Test
    void an_account_that_would_be_missed_is_not_left_behind() {
        Account own = stage.world.store.accounts().find(chat.who().account()).orElseThrow();
        NumberShown shown = bring(ask());
        var connection = aConnection().ownedBy(own).build();
        stage.world.store.connections().add(connection);

        assertThat(stage.linkChat.ask(chat)).isEqualTo(new Asking.Refused(Kept.HAS_CONNECTIONS));
        assertThat(stage.linkChat.answer(chat, shown.number())).isEqualTo(new Answer.Refused(Kept.HAS_CONNECTIONS));
        assertThat(stage.enter(user).who().account()).isEqualTo(own.id());

        stage.world.store.connections().remove(connection.id(), 1);
        stage.world.store.ownApps().put(anOwnAppOf(own));
        assertThat(stage.linkChat.ask(chat)).isEqualTo(new Asking.Refused(Kept.HAS_APPS));

        stage.world.store.ownApps().remove(own.id(), SPOTIFY, 1);
        stage.world.store.signInMethods().link(aMethodOf(own, anIdentity()));
        assertThat(stage.linkChat.ask(chat)).isEqualTo(new Asking.Refused(Kept.HAS_SIGN_IN_METHODS));
    }

    @Test
    void an_account_with_a_seat_in_anothers_app_is_not_left_behind() {
        NumberShown shown = bring(ask());
        Account owner = stage.world.somebody().account();
        OwnApp app = anOwnAppOf(owner);
        stage.world.store.ownApps().put(app);
        SeatOffer offer = aSeatOffer();
        stage.world.store.seats().offer(app, offer, 5);
        assertThat(stage.world.store.seats().take(offer.invitation(), chat.who().account(), offer.at()))
                .isTrue();

        assertThat(stage.linkChat.ask(chat)).isEqualTo(new Asking.Refused(Kept.HAS_SEAT));
        assertThat(stage.linkChat.answer(chat, shown.number())).isEqualTo(new Answer.Refused(Kept.HAS_SEAT));

        assertThat(stage.enter(user).who().account()).isEqualTo(chat.who().account());
        assertThat(stage.world.store.seats().heldBy(chat.who().account())).hasSize(1);
    }

    @Test
    void an_account_that_is_used_from_another_chat_too_stays() {
        ChatUser second = stage.newcomer().chat().user();
        stage.world
                .store
                .chats()
                .move(
                        second,
                        stage.accounts.find(second).orElseThrow().account(),
                        chat.who().account());

        stage.linkChat.answer(chat, bring(ask()).number());

        assertThat(stage.enter(user).who().account()).isEqualTo(web.account().id());
        assertThat(stage.enter(second).who().account()).isEqualTo(chat.who().account());
    }

    @Test
    void a_chat_that_is_linked_to_that_account_already_is_asked_nothing() {
        stage.linkChat.answer(chat, bring(ask()).number());
        Person fresh = new Person(web.account(), web.session());
        stage.said(user);
        // Its account has a way in, so it cannot be left; the wish was made before.
        var code = new ChatCode(stage.world.secrets.next());
        stage.world
                .store
                .chatLinks()
                .put(new ChatLink(
                        code.fingerprint(), user, stage.world.clock.instant().plus(ChatLink.LIFE)));

        assertThat(stage.linkChat.bring(fresh.in(), code)).isEqualTo(new Bringing.AlreadyYours());
        assertThat(stage.said(user)).isEmpty();
    }

    @Test
    void the_other_chats_of_the_account_learn_of_the_new_one() {
        Present second = stage.newcomer();
        stage.linkChat.answer(chat, bring(ask()).number());
        stage.said(user);

        Asking.Asked asked = (Asking.Asked) stage.linkChat.ask(second);
        NumberShown shown = bring(asked.code());
        stage.said(second.chat());
        stage.linkChat.answer(second, shown.number());

        assertThat(stage.said(user)).singleElement().asString().contains("ChatJoined");
        assertThat(stage.said(second.chat())).isEmpty();
    }

    @Test
    void an_account_that_was_erased_meanwhile_is_not_linked() {
        NumberShown shown = bring(ask());
        stage.eraseAccount.erase(web.in());

        assertThat(stage.linkChat.answer(chat, shown.number())).isEqualTo(new Answer.NothingAsked());
        assertThat(stage.enter(user).who().account()).isEqualTo(chat.who().account());
    }

    private ChatCode ask() {
        return ((Asking.Asked) stage.linkChat.ask(chat)).code();
    }

    private NumberShown bring(ChatCode code) {
        return (NumberShown) stage.linkChat.bring(web.in(), code);
    }
}
