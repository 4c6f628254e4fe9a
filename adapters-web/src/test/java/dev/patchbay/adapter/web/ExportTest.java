package dev.patchbay.adapter.web;

import static dev.patchbay.port.Fixtures.SPOTIFY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.chat.ChatUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExportTest {
    private final TestService service = TestService.start();
    private final TestService.Person ann = service.person("Ann");

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void all_that_is_kept_of_a_person_is_in_one_file_and_no_secret() {
        service.connected(ann.account, any -> any);
        service.store.appLists().missing(service.spotifyApp().id(), ann.account.id(), service.clock.instant());
        service.store
                .chats()
                .add(Chat.begun(new ChatUser(4711), ann.account.id(), Language.EN, service.clock.instant()));
        service.store
                .sessions()
                .end(ann.account.id(), service.newSession(ann.account).id(), service.clock.instant());
        service.store
                .activity()
                .add(new Event(ann.account.id(), Event.Kind.RENAMED, Optional.empty(), "", service.clock.instant()));
        TestService.Person ben = service.person("Ben");
        service.connected(ben.account, any -> any);

        Answer export = ann.client().get("/user/export").isOk();

        assertThat(export.header("Content-Disposition"))
                .contains("attachment")
                .contains("patchbay-" + service.clock.instant().toString().substring(0, 10) + ".json");
        assertThat(export.header("Content-Type")).startsWith("application/json");
        assertThat(export.header("Cache-Control")).contains("no-store");
        assertThat(((Map<?, ?>) export.json().get("data")).keySet())
                .map(Object::toString)
                .containsExactlyInAnyOrder(
                        "exportedAt",
                        "account",
                        "signInMethods",
                        "sessions",
                        "connections",
                        "waitingReplacements",
                        "apps",
                        "seatsGiven",
                        "seatsHeld",
                        "chats",
                        "missingFromAppLists",
                        "activity");
        assertThat(export.text("data.signInMethods.0.subject")).isEqualTo(ann.identity.subject());
        assertThat(export.text("data.connections.0.platformUserId")).isEqualTo("spotify-Ann");
        assertThat(export.text("data.connections.0.standing")).isEqualTo("active");
        assertThat((List<?>) export.at("data.sessions")).hasSize(2);
        assertThat(export.text("data.chats.0.userId")).isEqualTo("4711");
        assertThat(export.text("data.missingFromAppLists.0.platform")).isEqualTo(SPOTIFY.value());
        assertThat(export.text("data.activity.0.event")).isEqualTo("renamed");
        assertThat(export.body()).doesNotContain("access-of", "refresh-of", ann.token(), "Ben");
    }

    @Test
    void a_long_trail_is_whole_and_in_order() {
        for (int i = 0; i < 1203; i++) {
            service.store
                    .activity()
                    .add(new Event(
                            ann.account.id(),
                            Event.Kind.SIGNED_IN,
                            Optional.empty(),
                            "number " + i,
                            service.clock.instant()));
        }

        Answer export = ann.client().get("/user/export").isOk();

        List<?> activity = (List<?>) export.at("data.activity");
        assertThat(activity).hasSize(1203);
        for (int i : new int[] {0, 499, 500, 1000, 1202}) {
            assertThat(export.text("data.activity." + i + ".detail")).isEqualTo("number " + i);
        }
    }

    @Test
    void exports_are_counted_for_their_account() {
        for (int i = 0; i < 10; i++) {
            ann.client().get("/user/export").isOk();
        }
        ann.client().get("/user/export").isProblem(429, "too_many_requests");
        ann.client().get("/user/profile").isOk();
        service.person("Ben").client().get("/user/export").isOk();
    }

    @Test
    void without_a_store_there_is_no_half_export() {
        service.storeGoesDown();

        ann.client().get("/user/export").isProblem(503, "temporarily_unavailable");
    }
}
