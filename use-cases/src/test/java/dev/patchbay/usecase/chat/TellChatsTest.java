package dev.patchbay.usecase.chat;

import static dev.patchbay.port.ChatFixtures.aBot;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.chat.Outgoing;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.chat.Notice;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.usecase.chat.ChatAccounts.Present;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TellChatsTest {

    private static final Set<Event.Kind> TOLD = EnumSet.of(
            Event.Kind.CONNECTION_BROKEN,
            Event.Kind.PLATFORM_RECONNECTED,
            Event.Kind.APP_BLOCKED,
            Event.Kind.APP_WELL,
            Event.Kind.METHOD_LINKED,
            Event.Kind.METHOD_UNLINKED,
            Event.Kind.ACCOUNT_MERGED);

    private final ChatStage stage = new ChatStage();
    private final Present ann = stage.newcomer();

    @Test
    void each_event_that_matters_is_one_message_and_all_are_on_the_trail() {
        for (Event.Kind kind : Event.Kind.values()) {
            stage.activity.add(event(kind, ""));

            assertThat(stage.said(ann.chat())).as("%s", kind).hasSize(TOLD.contains(kind) ? 1 : 0);
        }
        assertThat(stage.activity.recent(ann.who().account(), 200))
                .extracting(Event::kind)
                .contains(Event.Kind.values());
    }

    @Test
    void every_chat_of_the_account_is_told_in_its_language_unless_it_is_muted() {
        Present second = stage.newcomer();
        Present third = stage.newcomer();
        for (Present one : List.of(second, third)) {
            stage.world
                    .store
                    .chats()
                    .move(one.chat().user(), one.who().account(), ann.who().account());
        }
        stage.accounts.speak(second.chat().user(), Language.DE);
        stage.accounts.mute(third.chat().user());

        stage.activity.add(event(Event.Kind.CONNECTION_BROKEN, "grant_dead"));

        String notice = new Notice.ConnectionBroken(SPOTIFY, Optional.of(Cause.GRANT_DEAD)).toString();
        assertThat(stage.said(ann.chat())).containsExactly("EN " + notice);
        assertThat(stage.said(second.chat())).containsExactly("DE " + notice);
        stage.accounts.unmute(third.chat().user());
        assertThat(stage.said(third.chat())).isEmpty();
    }

    @Test
    void a_cause_of_another_version_is_left_out() {
        stage.activity.add(event(Event.Kind.APP_BLOCKED, "sun_spots"));

        assertThat(stage.said(ann.chat())).containsExactly("EN " + new Notice.AppBlocked(SPOTIFY, Optional.empty()));
    }

    @Test
    void who_reconnected_in_a_chat_is_not_told_again() {
        stage.activity.add(event(Event.Kind.PLATFORM_RECONNECTED, Event.IN_CHAT));

        assertThat(stage.said(ann.chat())).isEmpty();
    }

    @Test
    void a_trail_that_cannot_be_written_tells_nobody_and_word_that_cannot_be_sent_fails_nothing() {
        Event event = event(Event.Kind.CONNECTION_BROKEN, "");
        var trail = stage.world.store.activity();
        var broken = new TellChats(
                trail,
                stage.world.store.chats(),
                new SeatNotices(stage.world.store.seats(), stage.world.store.accounts()),
                new TellChat(
                        stage.world.store.chatOutbox(),
                        (chat, notice) -> {
                            throw new StoreUnavailable("gone", null);
                        },
                        stage.sealMessage));
        broken.add(event);
        assertThat(trail.recent(ann.who().account(), 1)).containsExactly(event);

        stage.world.store.failWith(new StoreUnavailable("gone", null));
        assertThatThrownBy(() -> stage.activity.add(event)).isInstanceOf(StoreUnavailable.class);
        stage.world.store.heal();
        assertThat(stage.said(ann.chat())).isEmpty();
    }

    @Test
    void a_message_waits_sealed_for_a_day_and_opens_only_in_its_place() {
        Outgoing message = stage.sealMessage.seal(ann.chat().user(), Optional.empty(), Secret.of("hello"), false);

        assertThat(stage.read(message)).isEqualTo("hello");
        assertThat(message.repeatable()).isFalse();
        assertThat(message.tries()).isZero();
        assertThat(message.notBefore()).isEqualTo(stage.world.clock.instant());
        assertThat(message.expiresAt()).isEqualTo(stage.world.clock.instant().plus(Outgoing.LIFE));
        Outgoing elsewhere = new Outgoing(
                UUID.randomUUID(),
                message.to(),
                message.key(),
                message.body(),
                false,
                0,
                message.notBefore(),
                message.expiresAt());
        assertThat(stage.sealMessage.open(elsewhere)).isEqualTo(new Opening.Unreadable());
    }

    @Test
    void what_chats_left_behind_goes_with_time() {
        var store = stage.world.store;
        var purge = new PurgeChats(
                store.chatUpdates(), store.chatOutbox(), store.chatLinks(), store.chatSignIns(), stage.world.clock);
        stage.activity.add(event(Event.Kind.APP_WELL, ""));
        stage.linkChat.ask(ann);
        store.chatUpdates()
                .claim(aBot(), 1, UUID.randomUUID(), stage.world.clock.instant(), stage.world.clock.instant());

        assertThat(purge.purge()).isZero();
        stage.world.clock.advance(Outgoing.LIFE);
        assertThat(purge.purge()).isEqualTo(2);
        stage.world.clock.advance(Outgoing.LIFE.plusSeconds(1));
        assertThat(purge.purge()).isEqualTo(1);
    }

    private Event event(Event.Kind kind, String detail) {
        return new Event(ann.who().account(), kind, Optional.of(SPOTIFY), detail, stage.world.clock.instant());
    }
}
