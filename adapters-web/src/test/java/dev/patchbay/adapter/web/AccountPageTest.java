package dev.patchbay.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.session.Session;
import dev.patchbay.port.Fixtures;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands on the page before any script ran. */
class AccountPageTest {
    private final TestService service = TestService.start();
    private final TestService.Person ann = service.person("Ann");

    @AfterEach
    void stop() {
        service.close();
    }

    private String page() {
        return ann.browser().get("/account").isOk().body();
    }

    @Test
    void the_page_says_who_somebody_is_and_where_they_are_signed_in() {
        Session other = service.newSession(ann.account);

        String page = page();

        assertThat(page)
                .contains("Ann", "ann@example.org", "Account " + ann.account.id() + ", here since 21 November 2026")
                .contains("id=\"session-" + ann.session.id() + "\"", "this one")
                .contains("id=\"end-session-" + other.id() + "\"")
                .doesNotContain("id=\"end-session-" + ann.session.id());
        assertThat(page.split("<h1", -1)).hasSize(2);
    }

    @Test
    void an_ended_session_is_not_shown() {
        Session other = service.newSession(ann.account);
        service.store.sessions().end(ann.account.id(), other.id(), service.clock.instant());

        assertThat(page()).doesNotContain("session-" + other.id());
    }

    @Test
    void the_last_way_in_cannot_be_removed_and_what_is_not_linked_can_be_added() {
        assertThat(page()).contains("id=\"method-google\"", "id=\"add-github\"").doesNotContain("unlink-");

        service.store.signInMethods().link(Fixtures.aMethodOf(ann.account, Fixtures.anIdentityAt(TestService.GITHUB)));

        assertThat(page())
                .contains("id=\"unlink-google\"", "id=\"unlink-github\"", "id=\"merge-github\"")
                .doesNotContain("id=\"add-github\"");
    }

    @Test
    void chats_are_shown_and_how_to_get_one() {
        assertThat(page())
                .contains("Your account is used from no chat.", "href=\"https://t.me/some_bot\"")
                .doesNotContain("again-by-chat");
        Chat chat = Chat.begun(new ChatUser(4711), ann.account.id(), Language.EN, service.clock.instant());
        service.store.chats().add(chat);

        assertThat(page())
                .contains(
                        "id=\"end-chat-" + chat.handle() + "\"",
                        "id=\"again-by-chat\"",
                        "Sign in by a chat in Telegram")
                .doesNotContain("4711");
    }

    @Test
    void what_happened_is_told_in_the_readers_language_with_its_cause() {
        service.store
                .activity()
                .add(new Event(
                        ann.account.id(),
                        Event.Kind.CONNECTION_BROKEN,
                        Optional.of(Fixtures.SPOTIFY),
                        Cause.CONSENT_ENDED.code(),
                        service.clock.instant()));

        assertThat(page()).contains("The connection to Spotify broke. ");
        assertThat(ann.browser().get("/account?language=de").isOk().body())
                .contains("Die Verbindung mit Spotify ist abgebrochen. ", "Dein Konto", "<html lang=\"de\">");
    }

    @Test
    void the_newest_fifty_come_first_and_the_rest_on_demand() {
        for (int i = 0; i < 60; i++) {
            service.store
                    .activity()
                    .add(new Event(
                            ann.account.id(), Event.Kind.RENAMED, Optional.empty(), "", service.clock.instant()));
        }
        String told = "The display name was changed";

        assertThat(page().split(told, -1)).hasSize(51);
        assertThat(page()).contains("id=\"more-activity\"");
        String all = ann.browser().get("/account?activity=all").body();
        assertThat(all.split(told, -1)).hasSize(61);
        assertThat(all).doesNotContain("more-activity");
    }

    @Test
    void erasing_says_beforehand_what_will_become_of_each_connection() {
        assertThat(page()).contains("You have no connections.");

        service.connected(ann.account, any -> any);

        assertThat(page())
                .contains("data-platform=\"spotify\"", "Only you can end the access there")
                .contains("href=\"https://spotify.example/apps\"");
    }

    @Test
    void the_language_that_was_chosen_is_chosen_on_the_page() {
        assertThat(page()).contains("<option value=\"\" selected>");
        service.store.accounts().speak(ann.account.id(), Language.DE);

        assertThat(page()).contains("<option value=\"de\" selected>").doesNotContain("<option value=\"\"");
    }

    @Test
    void what_people_write_is_text() {
        service.store.accounts().rename(ann.account.id(), new DisplayName("<b>\"Ann'"));

        assertThat(page()).contains("&lt;b&gt;&quot;Ann&#39;").doesNotContain("<b>");
    }

    @Test
    void what_a_sign_in_came_back_with_is_told() {
        assertThat(ann.browser().get("/account?linked=github").body()).contains("You can now sign in with GitHub too.");
        assertThat(ann.browser().get("/account?error=identity_taken").body()).contains("class=\"notice bad\"");
    }
}
