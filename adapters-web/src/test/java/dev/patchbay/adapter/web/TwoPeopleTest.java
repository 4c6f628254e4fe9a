package dev.patchbay.adapter.web;

import static dev.patchbay.port.Fixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever Bob asks for, he gets his own or nothing. */
class TwoPeopleTest {
    private final TestService service = TestService.start();
    private final TestService.Person ann = service.person("Ann");
    private final TestService.Person bob = service.person("Bob");

    @BeforeEach
    void connect() {
        service.connected(ann.account, connection -> connection.expiringIn(minutes(50)));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private List<String> secretsOfAnn() {
        return List.of(
                ann.account.id().value(),
                ann.session.id().toString(),
                "access-of-Ann",
                "refresh-of-Ann",
                "spotify-Ann",
                "\"Ann\"");
    }

    @Test
    void nothing_that_is_read_shows_the_other_person() {
        for (String path : List.of(
                "/user/profile",
                "/user/auth-providers",
                "/user/platforms",
                "/user/sessions",
                "/user/activity",
                "/platforms/spotify/token",
                "/platforms/spotify/status",
                "/platforms/spotify/health?probe=true",
                "/api/v1/spotify/connection",
                "/api/v1/spotify/health")) {
            String body = bob.client().get(path).body();
            assertThat(body).as(path).satisfies(text -> secretsOfAnn().stream()
                    .filter(secret -> !secret.equals("\"Ann\"") || !path.equals("/user/auth-providers"))
                    .forEach(secret -> assertThat(text).doesNotContain(secret)));
        }
        assertThat(bob.client().post("/platforms/spotify/refresh", "{}").status())
                .isEqualTo(404);
    }

    @Test
    void nothing_that_is_changed_touches_the_other_person() {
        bob.client().delete("/user/sessions/" + ann.session.id()).isProblem(404, "not_found");
        bob.client().delete("/user/platforms/spotify").isProblem(404, "not_connected");
        bob.client().delete("/api/v1/spotify/connection").isProblem(404, "not_connected");
        bob.client()
                .patch("/user/profile", "{\"displayName\":\"Robert\",\"id\":\"" + ann.account.id() + "\"}")
                .isOk();
        bob.client().post("/platforms/spotify/connect", "{\"reconnect\":true}").isProblem(404, "not_connected");
        bob.client().delete("/user/auth-providers/google").isProblem(409, "last_sign_in_method");
        bob.client().delete("/user/sessions").isOk();
        TestService.Person cay = service.person("Cay");
        cay.client().delete("/user").isOk();
        assertThat(ann.client().get("/user/profile").isOk().text("data.displayName"))
                .isEqualTo("Ann");
        assertThat(ann.client().get("/platforms/spotify/token").isOk().text("data.accessToken"))
                .isEqualTo("access-of-Ann");
    }

    @Test
    void the_same_token_serves_the_same_person_only_when_two_are_interleaved() {
        service.connected(bob.account, connection -> connection.expiringIn(minutes(50)));
        Client first = ann.client();
        Client second = bob.client();
        for (int round = 0; round < 20; round++) {
            assertThat(first.get("/platforms/spotify/token").text("data.accessToken"))
                    .isEqualTo("access-of-Ann");
            assertThat(second.get("/platforms/spotify/token").text("data.accessToken"))
                    .isEqualTo("access-of-Bob");
        }
    }
}
