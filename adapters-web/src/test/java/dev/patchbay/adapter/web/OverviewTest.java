package dev.patchbay.adapter.web;

import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.anOwnAppOf;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.theAppOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.port.connection.RenewalCounts.Count;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OverviewTest {
    private static final String PATH = "/operator/overview";

    private final TestService service = TestService.start();
    private final Instant now = service.clock.instant();
    private final TestService.Person olga = service.operator();
    private final TestService.Person ann = service.person("Ann");

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void others_than_operators_are_refused() {
        ann.client().get(PATH).isProblem(403, "not_operator");
        ann.browser().get(PATH).isProblem(403, "not_operator");
        service.client().get(PATH).isProblem(401, "unauthenticated");
    }

    @Test
    void an_operator_sees_how_the_service_does_by_token_and_by_cookie() {
        service.connected(ann.account, connection -> connection.withConsentEndingIn(days(5)));
        Connection aside = service.connected(
                service.person("Bob").account,
                connection -> connection.standing(new Standing.Quarantined(Cause.SECRET_UNREADABLE, now)));
        var app = theAppOf(SPOTIFY);
        service.store
                .appConditions()
                .note(app, new AppCondition.Blocked(Cause.APP_REJECTED, now, now.plus(minutes(5))));
        service.store.allowances().take(app, 3, TestService.PACE, now);
        service.store
                .renewalCounts()
                .add(new Count(now.truncatedTo(ChronoUnit.HOURS), SPOTIFY, RenewalOutcome.GRANT_DEAD, 4));

        Answer shown = olga.client().get(PATH).isOk();

        assertThat(shown.text("data.asOf")).isEqualTo("2026-11-21T10:00:00.123Z");
        assertThat(shown.text("data.version")).isEqualTo("1.2.3");
        assertThat(shown.text("data.signInProviders.0.name")).isEqualTo("GitHub");
        assertThat(shown.text("data.apps.0.platform")).isEqualTo("spotify");
        assertThat(shown.text("data.apps.0.state")).isEqualTo("blocked");
        assertThat(shown.text("data.apps.0.cause")).isEqualTo("app_rejected");
        assertThat(shown.text("data.apps.0.connections.active")).isEqualTo("1");
        assertThat(shown.text("data.apps.0.calls.left")).isEqualTo("7");
        assertThat(shown.text("data.apps.0.calls.perMinute")).isEqualTo("6");
        assertThat(shown.text("data.consentEnds.withinWeek")).isEqualTo("1");
        assertThat(shown.text("data.consentEnds.weeks.0.consents")).isEqualTo("1");
        assertThat(shown.text("data.renewals.hours.47.outcomes.ended")).isEqualTo("4");
        assertThat(shown.text("data.renewals.days.29.outcomes.ended")).isEqualTo("4");
        assertThat(shown.text("data.quarantine.connections")).isEqualTo("1");
        assertThat(shown.text("data.quarantine.latest.0.connection"))
                .isEqualTo(aside.id().toString());
        assertThat(shown.at("data.certificate")).isNull();
        olga.browser().get(PATH).isOk();
    }

    @Test
    void an_answer_has_all_its_members_also_when_there_is_nothing_to_say() {
        String shown = olga.client().get(PATH).isOk().body();

        assertThat(shown)
                .contains("\"quarantine\":{\"connections\":0,\"latest\":[]}")
                .contains("\"sweep\":{\"due\":0,\"oldestDue\":null,\"lagSeconds\":0}")
                .contains("\"keys\":{\"vaultKey\":null,");
    }

    @Test
    void nothing_of_anybody_is_in_it() {
        var app = anOwnAppOf(ann.account);
        service.store.ownApps().put(app);
        Connection connection = service.connected(ann.account, one -> one.madeWith(app.id()));
        service.store
                .appConditions()
                .note(app.id(), new AppCondition.Blocked(Cause.APP_REJECTED, now, now.plus(minutes(5))));

        String shown = olga.client().get(PATH).isOk().body();

        assertThat(shown)
                .contains("\"kind\":\"own\"")
                .doesNotContain(ann.account.id().value())
                .doesNotContain(ann.account.displayName().value())
                .doesNotContain("example.org")
                .doesNotContain(app.clientId())
                .doesNotContain(connection.who().id())
                .doesNotContain("Outside")
                .doesNotContain("access-of-")
                .doesNotContain("refresh-of-")
                .doesNotContain("mmp_");
    }

    @Test
    void an_app_that_is_gone_from_the_settings_is_called_missing() {
        service.connected(ann.account, one -> one.madeWith(new ClientAppId(SPOTIFY, "of-last-year")));

        Answer shown = olga.client().get(PATH).isOk();

        assertThat(shown.text("data.apps.0.state")).isEqualTo("missing");
        assertThat(shown.text("data.apps.0.cause")).isEqualTo("app_missing");
    }

    @Test
    void an_outage_of_the_store_is_told_as_one() {
        String token = olga.token();
        service.storeGoesDown();

        service.client().bearing(token).get(PATH).isProblem(503, "temporarily_unavailable");
    }
}
