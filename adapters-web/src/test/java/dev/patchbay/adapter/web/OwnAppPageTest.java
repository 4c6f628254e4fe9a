package dev.patchbay.adapter.web;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person's own app: the steps to one, and how the one they brought is. */
class OwnAppPageTest {
    private static final String PAGE = "/apps/spotify";
    private static final String APP = "/platforms/spotify/app";

    private final TestService service = TestService.start();
    private final TestService.Person ann = service.person("Ann");

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void whoever_has_none_is_led_step_by_step_with_all_there_is_to_copy() {
        assertThat(page(ann))
                .contains("<h1>Your own app at Spotify</h1>", "<ol class=\"wizard\">")
                .contains("href=\"https://spotify.example/console\" target=\"_blank\" rel=\"noopener noreferrer\"")
                .contains("press “Create app”")
                .contains("id=\"redirect-uri\" readonly value=\"" + TestService.HOME + "platforms/spotify/callback\"")
                .contains("id=\"scopes\" readonly value=\"library\"", "to read your library <code>library</code>")
                .contains(
                        "data-act=\"save-app\"",
                        "name=\"clientSecret\" type=\"password\" autocomplete=\"off\" required");
    }

    @Test
    void the_one_that_was_brought_is_shown_without_its_secret() {
        bring();

        assertThat(page(ann))
                .contains("<h2 id=\"app-id\">anns-app</h2>", "class=\"state connected\">No trouble known<")
                .contains("Its secret was given on 21 November 2026.", "0 connections were made with it.")
                .contains("name=\"app\" value=\"own\"", "Seat 1 is your own.")
                .doesNotContain("hush", "class=\"wizard\"");
        assertThat(page(service.person("Bob"))).contains("class=\"wizard\"").doesNotContain("anns-app");
    }

    @Test
    void a_refused_app_says_why_since_when_and_what_its_owner_does() {
        ClientAppId app = bring();
        service.store
                .appConditions()
                .note(app, new AppCondition.Blocked(Cause.APP_REJECTED, NOW.minusSeconds(60), NOW.plusSeconds(600)));

        assertThat(page(ann))
                .contains("class=\"state app_blocked\">Refused<")
                .contains("does not accept the client id or secret of the app")
                .contains("<strong>Copy the client secret from the app’s settings and give it below")
                .contains("<details class=\"aside\" id=\"app-change\" open>");
    }

    @Test
    void a_seat_is_shown_to_the_owner_with_its_label_and_its_end() {
        bring();
        ann.client().post(APP + "/seats", "{\"label\":\"Bob <work>\"}").isOk();

        assertThat(page(ann)).contains("Seat 2: Bob &lt;work&gt;", "offered until <time", "Take the offer back");
    }

    private ClientAppId bring() {
        ann.client()
                .send("PUT", APP, "{\"clientId\":\"anns-app\",\"clientSecret\":\"hush\"}")
                .isOk();
        return service.store
                .ownApps()
                .of(ann.account.id(), SPOTIFY)
                .orElseThrow()
                .id();
    }

    private static String page(TestService.Person who) {
        return who.client().get(PAGE).isOk().body();
    }
}
