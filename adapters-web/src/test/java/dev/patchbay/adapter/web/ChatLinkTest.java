package dev.patchbay.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.usecase.chat.ChatAccounts;
import dev.patchbay.usecase.chat.LinkChat;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatLinkTest {
    private static final String LINK = "/chats/link";
    private static final ChatUser CHAT = new ChatUser(7);

    private final TestService service = TestService.start();
    private final TestService.Person ann = service.person("Ann");
    private final LinkChat linkChat = service.context().getBean(LinkChat.class);
    private final ChatAccounts chats = service.context().getBean(ChatAccounts.class);

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void a_chat_is_linked_by_the_number_that_the_browser_shows_and_its_code_is_good_once() {
        String body = code();
        Answer shown = ann.client().post(LINK, body).isOk();
        assertThat(shown.text("data.chatName")).isEqualTo("Robin");
        assertThat(shown.text("data.until")).isNotBlank();
        service.person("Bob").client().post(LINK, body).isProblem(400, "chat_code_invalid");

        int number = Integer.parseInt(shown.text("data.number"));
        assertThat(linkChat.answer(enter(), number)).isInstanceOf(LinkChat.Answer.Linked.class);
        assertThat(enter().who().account()).isEqualTo(ann.account.id());
    }

    @Test
    void what_is_no_code_is_refused() {
        ann.client().post(LINK, "{}").isProblem(400, "chat_code_invalid");
        ann.client().post(LINK, "{\"code\":\"guess\"}").isProblem(400, "chat_code_invalid");
        ann.client().post(LINK, "[]").isProblem(400, "invalid_request");
    }

    private String code() {
        return linkChat.ask(enter()) instanceof LinkChat.Asking.Asked asked
                ? "{\"code\":\"" + asked.code().value().reveal() + "\"}"
                : "{}";
    }

    private ChatAccounts.Present enter() {
        return chats.enter(CHAT, Optional.empty(), Optional.of("Robin"));
    }
}
