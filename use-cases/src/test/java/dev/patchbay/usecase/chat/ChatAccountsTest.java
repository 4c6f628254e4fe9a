package dev.patchbay.usecase.chat;

import static dev.patchbay.port.ChatFixtures.aChatUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.port.Race;
import dev.patchbay.usecase.chat.ChatAccounts.Present;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChatAccountsTest {

    private final ChatStage stage = new ChatStage();
    private final ChatUser ann = aChatUser();

    @Test
    void a_first_time_user_gets_an_account_of_their_own_and_keeps_it() {
        Present first = stage.accounts.enter(ann, Optional.of("de-AT"), Optional.of("Ann\u202e"));
        Present again = stage.accounts.enter(ann, Optional.of("en"), Optional.of("Somebody"));

        assertThat(again.chat()).isEqualTo(first.chat());
        assertThat(first.chat().language()).isEqualTo(Language.DE);
        assertThat(again.who().account()).isEqualTo(first.chat().account());
        assertThat(again.who().session()).isEmpty();
        Account account =
                stage.world.store.accounts().find(first.chat().account()).orElseThrow();
        assertThat(account.displayName()).hasToString("Ann");
        assertThat(stage.world.store.activity().recent(account.id(), 10))
                .extracting(Event::kind)
                .containsExactly(Event.Kind.ACCOUNT_CREATED);
    }

    @Test
    void a_user_without_a_language_or_name_is_spoken_to_in_english_as_a_listener() {
        Present present = stage.accounts.enter(ann, Optional.empty(), Optional.empty());

        assertThat(present.chat().language()).isEqualTo(Language.EN);
        assertThat(stage.world
                        .store
                        .accounts()
                        .find(present.who().account())
                        .orElseThrow()
                        .displayName())
                .hasToString("Listener");
    }

    @Test
    void many_first_messages_at_once_make_one_account() {
        List<AccountId> accounts = Race.of(() -> stage.enter(ann).who().account());

        assertThat(accounts.stream().distinct()).hasSize(1);
        assertThat(stage.world.store.activity().recent(accounts.getFirst(), 10)).hasSize(1);
    }

    @Test
    void two_users_have_two_accounts() {
        assertThat(stage.newcomer().who().account())
                .isNotEqualTo(stage.newcomer().who().account());
    }

    @Test
    void whoever_writes_has_not_blocked_the_bot_any_more() {
        stage.enter(ann);
        stage.accounts.mute(ann);
        assertThat(stage.accounts.find(ann).orElseThrow().isMuted()).isTrue();

        Present back = stage.enter(ann);

        assertThat(stage.accounts.find(ann)).contains(back.chat());
        assertThat(back.chat().isMuted()).isFalse();
    }

    @Test
    void looking_for_a_chat_makes_none() {
        assertThat(stage.accounts.find(ann)).isEmpty();
        stage.accounts.speak(ann, Language.DE);
        stage.accounts.mute(ann);
        stage.accounts.unmute(ann);
        assertThat(stage.accounts.find(ann)).isEmpty();
    }

    @Test
    void a_language_that_was_chosen_stays() {
        stage.enter(ann);

        stage.accounts.speak(ann, Language.DE);

        assertThat(stage.enter(ann).chat().language()).isEqualTo(Language.DE);
    }

    @Test
    void who_was_erased_begins_anew() {
        Present before = stage.enter(ann);
        stage.eraseAccount.erase(before.who());

        assertThat(stage.accounts.find(ann)).isEmpty();
        assertThat(stage.enter(ann).who().account()).isNotEqualTo(before.who().account());
    }
}
