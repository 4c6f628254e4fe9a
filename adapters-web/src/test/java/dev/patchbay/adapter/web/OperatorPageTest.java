package dev.patchbay.adapter.web;

import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.anOwnAppOf;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.theAppOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.web.tls.CertificateReport;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.port.certificate.TestAuthority;
import dev.patchbay.port.connection.RenewalCounts.Count;
import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.WrappedKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators are shown, and others are not. */
class OperatorPageTest {
    private static final String PATH = "/operator";
    private static final String NOTHING = "Nothing needs you right now.";

    private final TestService service = TestService.start();
    private final Instant now = service.clock.instant();
    private final TestService.Person olga = service.operator();
    private final TestService.Person ann = service.person("Ann");

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void for_others_there_is_no_such_page_and_no_way_to_it() {
        assertThat(ann.browser().get(PATH, "Accept", "text/html").status()).isEqualTo(404);
        assertThat(ann.browser().get("/", "Accept", "text/html").body()).doesNotContain("/operator");
        assertThat(service.client().get(PATH, "Accept", "text/html").status()).isEqualTo(303);
        assertThat(olga.browser().get("/", "Accept", "text/html").body()).contains("href=\"/operator\"");
    }

    @Test
    void when_all_is_well_that_is_said_and_what_there_is_not_is_not_shown() {
        service.connected(ann.account, connection -> connection);

        assertThat(page())
                .contains(NOTHING, "<h1>How the service does</h1>", "Spotify, yours")
                .contains("<dt>Due renewals</dt><dd>None</dd>")
                .doesNotContain("<dt>Certificate</dt>", "Turning of keys", "Kept out of the way");
    }

    @Test
    void an_app_that_is_refused_comes_first_with_the_settings_to_compare() {
        service.store
                .appConditions()
                .note(theAppOf(SPOTIFY), new AppCondition.Blocked(Cause.APP_REJECTED, now, now.plus(minutes(5))));

        assertThat(needs())
                .contains(
                        "class=\"wrong\"", "Spotify: The platform does not accept the client id or secret of the app.")
                .contains("Compare SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET with the platform&#39;s console")
                .contains("datetime=\"2026-11-21T10:05:00.123Z\"");
        assertThat(page())
                .contains("<span class=\"state app_blocked\">Refused</span>")
                .doesNotContain(NOTHING);
    }

    @Test
    void each_trouble_names_the_next_step() {
        service.connected(ann.account, one -> one.madeWith(new ClientAppId(SPOTIFY, "of-last-year")));
        service.store.appLists().missing(theAppOf(SPOTIFY), ann.account.id(), now);
        service.connected(
                service.person("Bob").account,
                one -> one.standing(new Standing.Quarantined(Cause.SECRET_UNREADABLE, now)));
        service.connected(service.person("Cleo").account, one -> one.expiringIn(hours(-1)));
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        service.store.renewalCounts().add(new Count(hour, SPOTIFY, RenewalOutcome.UNAVAILABLE, 5));
        service.store.renewalCounts().add(new Count(hour, SPOTIFY, RenewalOutcome.OK, 20));

        assertThat(needs())
                .contains("Spotify: 1 connection was made with an app that is not in the settings any more.")
                .contains("Put its id back into SPOTIFY_CLIENT_ID")
                .contains("Spotify refused 1 person who is not on the app&#39;s list of users.")
                .contains("1 connection is kept out of the way", "./patchbay inspect")
                .containsPattern("Renewals are \\d+ minutes behind; 1 are due.")
                .contains("Spotify gave no answer of use to 5 of 25 renewals in the last 24 hours.");
    }

    @Test
    void what_does_not_work_comes_before_what_can_wait() {
        service.store.appLists().missing(theAppOf(SPOTIFY), ann.account.id(), now);
        service.connected(ann.account, one -> one.standing(new Standing.Quarantined(Cause.SECRET_UNREADABLE, now)));

        String needs = needs();

        assertThat(needs.indexOf("class=\"wrong\"")).isLessThan(needs.indexOf("class=\"not_checked\""));
    }

    @Test
    void a_certificate_that_could_not_be_renewed_is_trouble_and_shown_as_it_is() {
        service.certificate = Optional.of(certificate(Optional.of("port 80 of <patchbay.example> is closed")));

        assertThat(needs())
                .contains(
                        "It is good for 10 more days.",
                        "port 80 of &lt;patchbay.example&gt; is closed",
                        "./patchbay doctor");
        assertThat(page()).contains("<dt>Certificate</dt><dd>Good for 10 more days, until");
    }

    @Test
    void charts_have_tables_beside_them() {
        service.connected(ann.account, connection -> connection.withConsentEndingIn(days(5)));
        service.store
                .renewalCounts()
                .add(new Count(now.truncatedTo(ChronoUnit.HOURS), SPOTIFY, RenewalOutcome.GRANT_DEAD, 4));

        assertThat(page())
                .contains("aria-label=\"1 consent ends within the next 26 weeks.\"", "1 within a week")
                .contains("aria-label=\"4 renewals in the last 48 hours.\"", "Ended <strong>4</strong>")
                .contains("id=\"consents-table\"", "id=\"renewals-table\"", "By platform, last 24 hours");
    }

    @Test
    void keys_that_turn_show_how_far_they_are() {
        service.store.keyShelf().add(key(1, KeyState.ACTIVE));
        service.store.keyShelf().add(key(2, KeyState.PENDING));

        assertThat(page()).contains("Number 1, since", "A new vault key waits until every process has read it.");
    }

    @Test
    void what_is_out_of_the_way_is_listed_by_its_connection_and_nothing_of_anybody_is_shown() {
        var app = anOwnAppOf(ann.account);
        service.store.ownApps().put(app);
        service.store
                .appConditions()
                .note(app.id(), new AppCondition.Blocked(Cause.APP_REJECTED, now, now.plus(minutes(5))));
        Connection aside = service.connected(ann.account, one -> one.madeWith(app.id())
                .standing(new Standing.Quarantined(Cause.SECRET_UNREADABLE, now)));

        assertThat(page())
                .contains("<code>" + aside.id() + "</code>", "1 app that somebody brought is refused by its platform.")
                .doesNotContain(ann.account.id().value(), "Ann", app.clientId(), "Outside", "mmp_", "example.org");
    }

    @Test
    void it_is_in_german_too() {
        assertThat(olga.browser()
                        .get(PATH, "Accept", "text/html", "Accept-Language", "de")
                        .body())
                .contains("<h1>Wie es dem Dienst geht</h1>", "Gerade braucht dich nichts.");
    }

    @Test
    void nothing_in_it_is_a_script_or_a_style() {
        assertThat(page())
                .contains("src=\"/assets/script/operator.js\"")
                .doesNotContainPattern("(?i)<style|\\sstyle=|\\son\\w+=|javascript:")
                .doesNotContainPattern("\\{\\{|}}");
    }

    @Test
    void while_the_store_is_away_that_is_said() {
        Client browser = olga.browser();
        service.storeGoesDown();

        assertThat(browser.get(PATH, "Accept", "text/html").body()).contains("Nothing is lost by this");
    }

    private String page() {
        return olga.browser().get(PATH, "Accept", "text/html").isOk().body();
    }

    private String needs() {
        return Pieces.between(page(), "id=\"needs-title\"", "</section>");
    }

    private CertificateReport certificate(Optional<String> trouble) {
        var chain = new TestAuthority("Test Root", now)
                .issue(
                        CertificateNames.of("patchbay.example"),
                        now.minus(days(80)),
                        now.plus(days(10)).plusSeconds(1))
                .chain();
        return new CertificateReport(
                chain, false, Optional.of(now.minus(hours(1))), Optional.of(now.plus(hours(2))), trouble);
    }

    private VaultKey key(int number, KeyState state) {
        return new VaultKey(number, state, "master", new WrappedKey(new byte[] {1}), now);
    }
}
