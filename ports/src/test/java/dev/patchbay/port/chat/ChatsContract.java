package dev.patchbay.port.chat;

import static dev.patchbay.port.ChatFixtures.aChatOf;
import static dev.patchbay.port.ChatFixtures.aChatUser;
import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.anAccount;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.open;
import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.chat.Tries;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Chats} keeps. */
public abstract class ChatsContract {

    protected abstract Stores stores();

    @Test
    void a_first_chat_opens_an_account_with_it() {
        Account ann = anAccount();
        Chat chat = aChatOf(ann);

        assertThat(chats().open(ann, chat)).isTrue();

        assertThat(chats().of(chat.user())).contains(chat);
        assertThat(stores().accounts().find(ann.id())).contains(ann);
        assertThat(stores().signInMethods().of(ann.id())).isEmpty();
    }

    @Test
    void a_chat_leaves_an_account_that_has_another_way_in() {
        Account ann = open(stores());
        Chat chat = aChatOf(ann);
        chats().add(chat);

        assertThat(chats().leave(chat.user(), open(stores()).id())).isEqualTo(Chats.Leaving.NOT_THERE);
        assertThat(chats().leave(chat.user(), ann.id())).isEqualTo(Chats.Leaving.LEFT);
        assertThat(chats().of(chat.user())).isEmpty();
        assertThat(chats().leave(chat.user(), ann.id())).isEqualTo(Chats.Leaving.NOT_THERE);
    }

    @Test
    void of_the_chats_that_alone_lead_into_an_account_one_stays() {
        Account ann = anAccount();
        Chat first = aChatOf(ann);
        chats().open(ann, first);
        Chat second = aChatOf(ann);
        chats().add(second);

        List<Chats.Leaving> left = Race.between(Stream.of(first, second)
                .<Callable<Chats.Leaving>>map(chat -> () -> chats().leave(chat.user(), ann.id()))
                .toList());

        assertThat(left).containsExactlyInAnyOrder(Chats.Leaving.LEFT, Chats.Leaving.LAST_ONE);
        assertThat(chats().of(ann.id())).hasSize(1);
    }

    @Test
    void of_many_who_open_an_account_for_one_user_exactly_one_does() {
        ChatUser user = aChatUser();
        List<Account> people =
                Stream.generate(Fixtures::anAccount).limit(Race.RUNNERS).toList();

        List<Boolean> opened = Race.between(people.stream()
                .<Callable<Boolean>>map(
                        person -> () -> chats().open(person, Chat.begun(user, person.id(), Language.EN, NOW)))
                .toList());

        assertThat(opened).containsOnlyOnce(true);
        assertThat(people.stream().flatMap(person -> stores().accounts().find(person.id()).stream()))
                .as("nothing is left of those that lost")
                .hasSize(1);
    }

    @Test
    void a_chat_that_names_another_account_is_a_mistake() {
        assertThatThrownBy(() -> chats().open(anAccount(), aChatOf(anAccount())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_user_has_one_chat_and_an_account_may_have_several() {
        Account ann = open(stores());
        Account bob = open(stores());
        Chat first = aChatOf(ann);
        Chat second = aChatOf(ann);

        assertThat(chats().add(first)).isTrue();
        assertThat(chats().add(second)).isTrue();
        assertThat(chats().add(Chat.begun(first.user(), bob.id(), Language.DE, NOW)))
                .isFalse();

        assertThat(chats().of(first.user())).contains(first);
        assertThat(chats().of(ann.id()))
                .containsExactlyElementsOf(Stream.of(first, second)
                        .sorted(Comparator.comparingLong(chat -> chat.user().value()))
                        .toList());
        assertThat(chats().of(bob.id())).isEmpty();
        assertThat(chats().of(aChatUser())).isEmpty();
    }

    @Test
    void a_chat_of_nobody_is_a_mistake() {
        assertThatThrownBy(() -> chats().add(aChatOf(anAccount()))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_chat_moves_only_from_the_account_it_is_thought_to_be_of() {
        Account ann = open(stores());
        Account bob = open(stores());
        Chat chat = aChatOf(ann);
        chats().add(chat);
        chats().speak(chat.user(), Language.DE);

        assertThat(chats().move(chat.user(), bob.id(), ann.id())).isFalse();
        assertThat(chats().move(aChatUser(), ann.id(), bob.id())).isFalse();
        assertThat(chats().move(chat.user(), ann.id(), bob.id())).isTrue();

        assertThat(chats().of(chat.user()))
                .contains(new Chat(chat.user(), bob.id(), Language.DE, Optional.empty(), NOW));
        assertThatThrownBy(() -> chats().move(chat.user(), bob.id(), anAccount().id()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_chat_speaks_the_language_it_was_told() {
        Chat chat = kept();

        assertThat(chats().speak(chat.user(), Language.DE)).isTrue();
        assertThat(chats().speak(chat.user(), Language.DE)).isTrue();
        assertThat(chats().speak(aChatUser(), Language.DE)).isFalse();

        assertThat(chats().of(chat.user()).orElseThrow().language()).isEqualTo(Language.DE);
    }

    @Test
    void a_muted_chat_is_muted_since_the_first_time_until_it_is_not() {
        Chat chat = kept();

        chats().mute(chat.user(), NOW.plus(minutes(1)));
        chats().mute(chat.user(), NOW.plus(minutes(2)));
        assertThat(chats().of(chat.user()).orElseThrow().mutedSince()).contains(NOW.plus(minutes(1)));

        chats().unmute(chat.user());
        assertThat(chats().of(chat.user())).contains(chat);
        chats().mute(aChatUser(), NOW);
        chats().unmute(aChatUser());
    }

    @Test
    void a_chat_goes_with_its_account() {
        Account ann = anAccount();
        Chat chat = aChatOf(ann);
        chats().open(ann, chat);

        stores().accounts().erase(ann.id());

        assertThat(chats().of(chat.user())).isEmpty();
        Account again = anAccount();
        assertThat(chats().open(again, Chat.begun(chat.user(), again.id(), Language.EN, NOW)))
                .isTrue();
    }

    @Test
    void a_chat_may_try_five_times_and_again_a_minute_after_the_latest() {
        Chat chat = kept();
        Instant latest = NOW.plus(seconds(59));
        for (int time = 0; time < Tries.MOST - 1; time++) {
            assertThat(chats().takeTry(chat.user(), NOW)).isTrue();
        }
        assertThat(chats().takeTry(chat.user(), latest)).isTrue();

        assertThat(chats().takeTry(chat.user(), latest)).isFalse();
        assertThat(chats().takeTry(chat.user(), latest.plus(minutes(1)).minusNanos(1000)))
                .isFalse();
        assertThat(chats().takeTry(chat.user(), latest.plus(minutes(1)))).isTrue();
        assertThat(chats().of(chat.user())).contains(chat);
    }

    @Test
    void of_many_who_try_at_once_in_one_chat_five_may() {
        Chat chat = kept();

        assertThat(Race.of(() -> chats().takeTry(chat.user(), NOW)).stream().filter(let -> let))
                .hasSize(Tries.MOST);
        Instant later = NOW.plus(minutes(2));
        assertThat(Race.of(() -> chats().takeTry(chat.user(), later)).stream().filter(let -> let))
                .hasSize(Tries.MOST);
    }

    @Test
    void each_chat_has_tries_of_its_own_and_nobody_has_any_without_one() {
        Chat chat = kept();
        Race.of(() -> chats().takeTry(chat.user(), NOW));

        assertThat(chats().takeTry(kept().user(), NOW)).isTrue();
        assertThat(chats().takeTry(aChatUser(), NOW)).isFalse();
    }

    @Test
    void a_try_that_was_none_is_given_back_and_no_other() {
        Chat chat = kept();
        chats().giveBackTry(chat.user());
        for (int time = 0; time < 3 * Tries.MOST; time++) {
            assertThat(chats().takeTry(chat.user(), NOW)).isTrue();
            chats().giveBackTry(chat.user());
        }
        for (int time = 0; time < Tries.MOST; time++) {
            assertThat(chats().takeTry(chat.user(), NOW)).isTrue();
        }
        assertThat(chats().takeTry(chat.user(), NOW)).isFalse();

        chats().giveBackTry(chat.user());

        assertThat(chats().takeTry(chat.user(), NOW)).isTrue();
        assertThat(chats().takeTry(chat.user(), NOW)).isFalse();
    }

    private Chat kept() {
        Chat chat = aChatOf(open(stores()));
        chats().add(chat);
        return chat;
    }

    private Chats chats() {
        return stores().chats();
    }
}
