package dev.patchbay.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.session.Session;
import dev.patchbay.port.Fixtures;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatsTest {
    private static final ChatUser USER = new ChatUser(123_456_789);

    private final TestService service = TestService.start();
    private final TestService.Person ann = service.person("Ann");
    private final Chat chat = Chat.begun(USER, ann.account.id(), Language.DE, service.clock.instant());

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void chats_are_listed_without_the_messengers_number() {
        assertThat(ann.client().get("/user/chats").isOk().body()).isEqualTo("{\"data\":[]}");
        service.store.chats().add(chat);
        service.store.chats().mute(USER, service.clock.instant());

        Answer list = ann.client().get("/user/chats").isOk();

        assertThat(list.text("data.0.name")).isEqualTo("Telegram");
        assertThat(list.text("data.0.language")).isEqualTo("de");
        assertThat(list.text("data.0.muted")).isEqualTo("true");
        assertThat(list.body()).doesNotContain("123456789");
        assertThat(service.person("Ben").client().get("/user/chats").body()).isEqualTo("{\"data\":[]}");
    }

    @Test
    void a_chat_is_ended_and_told_so_and_other_sessions_start_over() {
        service.store.chats().add(chat);
        Client elsewhere = service.client().bearing(service.tokenOf(service.newSession(ann.account)));
        String id = ann.client().get("/user/chats").text("data.0.id");

        assertThat(ann.client().delete("/user/chats/" + id).status()).isEqualTo(204);

        assertThat(service.store.chats().of(USER)).isEmpty();
        assertThat(ann.client().get("/user/activity").body()).contains("chat_unlinked");
        elsewhere.get("/user/profile").isProblem(401, "unauthenticated");
        ann.client().get("/user/profile").isOk();
        assertThat(service.store.chatOutbox().waiting(USER, service.clock.instant(), 10))
                .hasSize(1);
        ann.client().delete("/user/chats/" + id).isProblem(404, "not_found");
    }

    @Test
    void nobody_ends_a_chat_of_somebody_else() {
        service.store.chats().add(chat);
        TestService.Person ben = service.person("Ben");

        for (String id : new String[] {chat.handle().toString(), "123456789", "nonsense"}) {
            ben.client().delete("/user/chats/" + id).isProblem(404, "not_found");
        }
        assertThat(service.store.chats().of(USER)).isPresent();
    }

    @Test
    void only_somebody_who_signed_in_lately_ends_a_chat() {
        service.store.chats().add(chat);
        service.clock.advance(Session.FRESH.plusSeconds(1));

        ann.client().delete("/user/chats/" + chat.handle()).isProblem(403, "fresh_sign_in_needed");

        assertThat(service.store.chats().of(USER)).isPresent();
    }

    @Test
    void the_only_way_in_stays() {
        Account chatter = Fixtures.anAccountNamed("Chatter");
        Chat only = Chat.begun(new ChatUser(7), chatter.id(), Language.EN, service.clock.instant());
        service.store.chats().open(chatter, only);
        Session session = Fixtures.aSessionOf(chatter, service.clock.instant(), Duration.ofDays(7));
        service.store.sessions().start(session);

        service.client()
                .bearing(service.tokenOf(session))
                .delete("/user/chats/" + only.handle())
                .isProblem(409, "last_sign_in_method");

        assertThat(service.store.chats().of(new ChatUser(7))).isPresent();
    }
}
