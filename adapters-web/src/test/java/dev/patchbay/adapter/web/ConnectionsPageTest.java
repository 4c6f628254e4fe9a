package dev.patchbay.adapter.web;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.theAppOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.web.user.ConnectionList;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.port.ConnectionFixture;
import dev.patchbay.usecase.session.ProveSession;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The cards: what is so, why and since when, and the one step that helps; all of it as the server writes it. */
class ConnectionsPageTest {
    private final TestService service = TestService.start();
    private final TestService.Person ann = service.person("Ann");

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void what_is_not_connected_offers_to_connect_and_says_what_will_be_asked() {
        assertThat(card("spotify"))
                .contains("class=\"state not_connected\">Not connected<", "What will be asked for, and why")
                .contains("method=\"post\" action=\"/platforms/spotify/connect\"", "name=\"reconnect\" value=\"false\"")
                .contains(">Connect<span")
                .doesNotContain("Connected as", "disconnect-");
        assertThat(page()).contains("Nothing is connected yet");
    }

    @Test
    void without_an_app_the_step_is_to_bring_one() {
        assertThat(card("soundcloud"))
                .contains("class=\"button main\" id=\"main-soundcloud\" href=\"/apps/soundcloud\">Bring your own app")
                .doesNotContain("/connect\"");
    }

    @Test
    void a_connection_shows_who_both_clocks_and_what_it_may_do() {
        connected(row -> row.expiringIn(minutes(50)).withConsentEndingIn(days(40)));

        assertThat(card("spotify"))
                .contains("Connected as <strong>Outside</strong>", "class=\"state connected\">Connected<")
                .contains("good until <time data-as=\"moment\" datetime=\"2026-11-21T10:50:00.123Z\">21 November 2026,"
                        + " 10:50 UTC</time>")
                .contains("ends on <time data-as=\"day\" datetime=\"2026-12-31T10:00:00.123Z\">31 December 2026</time>,"
                        + " in 40 days")
                .contains("What this connection may do")
                .contains("name=\"check\" value=\"spotify\"", "Check now");
    }

    @Test
    void a_consent_that_ends_soon_is_the_one_thing_to_do() {
        connected(row -> row.expiringIn(minutes(50)).withConsentEndingIn(days(30)));

        assertThat(card("spotify"))
                .contains("in 30 days", "Renew consent", "name=\"reconnect\" value=\"true\"")
                .doesNotContain("Check now");
    }

    @Test
    void a_dead_grant_is_said_with_its_cause_and_since_when_and_offers_to_reconnect() {
        connected(row -> row.standing(new Standing.NeedsReconnect(Cause.GRANT_DEAD, NOW.minusSeconds(86_400))));

        assertThat(card("spotify"))
                .contains("class=\"state needs_reconnect\">Needs you<")
                .contains(
                        "access was withdrawn or has expired", "Since <time data-as=\"moment\" datetime=\"2026-11-20T")
                .contains(">Reconnect<span")
                .doesNotContain("class=\"state connected\"");
    }

    @Test
    void a_wait_says_until_when_and_when_it_is_over_offers_to_try() {
        connected(row -> row.expiringIn(minutes(50)));
        note(new AppCondition.CoolingDown(Cause.THROTTLED, NOW, NOW.plusSeconds(600)));

        assertThat(card("spotify"))
                .contains("Wait until <time data-as=\"moment\" datetime=\"2026-11-21T10:10:00.123Z\">")
                .doesNotContain("<button type=\"submit\"");
        service.clock.advance(minutes(10));
        assertThat(card("spotify")).contains("class=\"state connected\"");
    }

    @Test
    void a_refused_app_of_the_operators_is_checked_again_and_ones_own_is_fixed() {
        connected(row -> row.expiringIn(minutes(50)));
        note(new AppCondition.Blocked(Cause.APP_REJECTED, NOW, NOW.plusSeconds(600)));
        assertThat(card("spotify"))
                .contains("App refused", "The operator of this service has to look at its app", "Check again");

        var bob = service.person("Bob");
        bob.client()
                .send("PUT", "/platforms/spotify/app", "{\"clientId\":\"bobs\",\"clientSecret\":\"hush\"}")
                .isOk();
        var bobs = service.store
                .ownApps()
                .of(bob.account.id(), SPOTIFY)
                .orElseThrow()
                .id();
        service.connected(bob.account, row -> row.madeWith(bobs));
        service.store
                .appConditions()
                .note(bobs, new AppCondition.Blocked(Cause.APP_REJECTED, NOW, NOW.plusSeconds(600)));
        assertThat(card(bob, "spotify"))
                .contains("href=\"/apps/spotify\">Fix the app")
                .doesNotContain("operator of this service");
    }

    @Test
    void checking_asks_the_platform_and_needs_no_scripts() {
        connected(row -> row.expiringIn(minutes(50)));
        service.spotify.whoAnswer = Optional.of(
                new WhoAnswer.Known(new ExternalAccount("spotify-Ann", Optional.empty(), Optional.empty())));
        assertThat(ann.client().get("/?check=spotify").body()).contains("Spotify answered just now: all is well.");

        service.spotify.whoAnswer = Optional.of(new WhoAnswer.Refused(Cause.APP_OWNER_NOT_PREMIUM));
        assertThat(ann.client().get("/?check=spotify").body())
                .contains("Spotify was asked just now. The owner of the app has no active Premium subscription.")
                .contains("class=\"state app_blocked\"");
        assertThat(ann.client().get("/?check=nosuch").isOk().body()).doesNotContain("nosuch");
    }

    @Test
    void what_is_left_of_a_platform_that_is_gone_can_be_given_up() {
        service.connected(ann.account, row -> row.at(TestService.GONE).madeWith(theAppOf(TestService.GONE)));

        assertThat(card("gone"))
                .contains("does not work with it any more", "id=\"disconnect-gone\"")
                .doesNotContain("<form");
    }

    @Test
    void names_from_outside_are_text() {
        connected(row -> row.belongingTo(
                new ExternalAccount("x", Optional.of("<img src=x onerror=alert(1)>"), Optional.empty())));

        assertThat(card("spotify"))
                .contains("&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<img src=x");
    }

    @Test
    void the_picture_of_the_outside_account_comes_from_us() {
        var outside = new ExternalAccount("x", Optional.of("Outside"), Optional.of(TestService.PICTURE));
        connected(row -> row.belongingTo(outside));

        assertThat(card("spotify"))
                .contains("src=\"/user/platforms/spotify/picture?")
                .doesNotContain(TestService.PICTURE);
        Answer picture = ann.client().get("/user/platforms/spotify/picture").isOk();
        assertThat(picture.header("Content-Type")).isEqualTo("image/png");
        assertThat(picture.header("Cache-Control")).isEqualTo("private, max-age=86400");
        assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
        service.person("Bob").client().get("/user/platforms/spotify/picture").isProblem(404, "not_found");
        service.client().get("/user/platforms/spotify/picture").isProblem(401, "unauthenticated");
    }

    @Test
    void a_picture_that_cannot_be_had_leaves_a_letter_in_its_place() {
        var outside = new ExternalAccount("x", Optional.of("<Zoë>"), Optional.of("https://pictures.example/gone.png"));
        connected(row -> row.belongingTo(outside));

        ann.client().get("/user/platforms/spotify/picture").isProblem(404, "not_found");
        Answer letter = ann.client()
                .get("/user/platforms/spotify/picture?otherwise=letter")
                .isOk();
        assertThat(letter.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(letter.body()).contains(">Z</text>");
        service.person("Bob")
                .client()
                .get("/user/platforms/spotify/picture?otherwise=letter")
                .isProblem(404, "not_found");
    }

    @Test
    void what_waits_for_the_person_comes_first() {
        service.connected(ann.account, row -> row.at(TestService.GONE).madeWith(theAppOf(TestService.GONE)));
        connected(row -> row.standing(new Standing.NeedsReconnect(Cause.GRANT_DEAD, NOW)));

        assertThat(page()).containsSubsequence("id=\"card-spotify\"", "id=\"card-gone\"", "id=\"card-soundcloud\"");
        assertThat(card("spotify")).doesNotContain("class=\"clocks\"");
    }

    @Test
    void it_is_said_in_german_too() {
        connected(row -> row.standing(new Standing.NeedsReconnect(Cause.GRANT_DEAD, NOW)));

        assertThat(ann.client().get("/", "Accept-Language", "de").body())
                .contains("Deine Verbindungen", "Der Zugriff wurde zurückgezogen oder ist abgelaufen", "Neu verbinden")
                .contains("21. November 2026");
    }

    @Test
    void the_page_names_the_list_it_shows_as_live_events_do() {
        connected(row -> row.expiringIn(minutes(50)));
        var who = service.context()
                .getBean(ProveSession.class)
                .prove(new SessionClaim(ann.session.id(), ann.account.id(), ann.session.expiresAt()))
                .orElseThrow();

        String name = service.context().getBean(ConnectionList.class).of(who).fingerprint();

        assertThat(page()).contains("data-seen=\"" + name + '"');
        note(new AppCondition.CoolingDown(Cause.THROTTLED, NOW, NOW.plusSeconds(600)));
        assertThat(page()).doesNotContain(name).containsPattern("data-seen=\"[0-9a-f]{24}\"");
    }

    @Test
    void nobody_sees_anothers_cards() {
        connected(row -> row.expiringIn(minutes(50)));

        assertThat(card(service.person("Bob"), "spotify"))
                .contains("not_connected")
                .doesNotContain("Outside");
    }

    private void connected(UnaryOperator<ConnectionFixture> how) {
        service.connected(ann.account, how);
    }

    private void note(AppCondition condition) {
        service.store.appConditions().note(service.spotifyApp().id(), condition);
    }

    private String page() {
        return ann.client().get("/").isOk().body();
    }

    private String card(String platform) {
        return card(ann, platform);
    }

    private static String card(TestService.Person who, String platform) {
        return Pieces.between(who.client().get("/").isOk().body(), "id=\"card-" + platform + '"', "</article>");
    }
}
