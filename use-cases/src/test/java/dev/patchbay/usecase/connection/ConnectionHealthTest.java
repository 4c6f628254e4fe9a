package dev.patchbay.usecase.connection;

import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.connection.ConnectionHealth.Report;
import dev.patchbay.usecase.refresh.Verdict.State;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionHealthTest {

    private final World world = new World();
    private final Person ann = world.somebody();

    @Test
    void all_connections_are_told_as_stored_and_without_a_call() {
        Connection spotify = world.expired(ann, world.spotify);
        Connection soundcloud = world.connected(
                ann,
                world.soundcloud,
                c -> c.standing(new Standing.NeedsReconnect(Cause.GRANT_DEAD, world.clock.instant())));
        world.connected(world.somebody(), world.youtube);

        var reports = world.health.all(ann.in());

        assertThat(reports)
                .extracting(report -> report.connection().orElseThrow())
                .containsExactly(soundcloud, spotify);
        assertThat(reports.getFirst().verdict().state()).isEqualTo(State.NEEDS_RECONNECT);
        assertThat(reports.getLast().verdict().isWell()).isTrue();
        assertThat(world.spotify.refreshes() + world.spotify.whoAsked()).isZero();
    }

    @Test
    void what_is_not_here_and_what_is_not_connected_are_told_apart() {
        var nowhere = new ProviderId("nowhere");

        assertThat(world.health.status(ann.in(), ann.claim(), nowhere)).isEmpty();
        assertThat(world.health.probe(ann.in(), ann.claim(), nowhere)).isEmpty();
        assertThat(status().verdict().state()).isEqualTo(State.NOT_CONNECTED);
        assertThat(probe().verdict().state()).isEqualTo(State.NOT_CONNECTED);
        assertThat(status().connection()).isEmpty();
    }

    @Test
    void asking_for_the_status_renews_when_that_is_due_and_not_before() {
        Connection connection = world.connected(ann, world.spotify);
        Instant due = connection.clocks().refreshAfter(connection.id());

        world.clock.set(due.minusSeconds(1));
        assertThat(status().refreshedNow()).isFalse();
        assertThat(world.spotify.refreshes()).isZero();

        world.clock.set(due.plusSeconds(1));
        Report report = status();
        assertThat(report.refreshedNow()).isTrue();
        assertThat(report.connection()).contains(world.stored(connection));
        assertThat(report.verdict().isWell()).isTrue();
        assertThat(status().refreshedNow()).isFalse();
        assertThat(world.spotify.refreshes()).isEqualTo(1);
    }

    @Test
    void a_renewal_that_is_due_and_fails_is_no_alarm_while_the_token_is_good_but_is_told() {
        world.connected(ann, world.spotify, c -> c.expiringIn(minutes(4)));
        world.spotify.down(true);

        Report report = status();

        assertThat(report.refreshedNow()).isFalse();
        assertThat(report.verdict().cause()).contains(Cause.PROVIDER_UNAVAILABLE);
        assertThat(report.probedAt()).isEmpty();
    }

    @Test
    void the_status_of_a_grant_found_dead_says_so() {
        world.expired(ann, world.spotify);
        world.spotify.withdraw(ann.outside());

        assertThat(status().verdict().state()).isEqualTo(State.NEEDS_RECONNECT);
        assertThat(status().verdict().state()).isEqualTo(State.NEEDS_RECONNECT);
        assertThat(world.spotify.refreshes()).isEqualTo(1);
    }

    @Test
    void a_probe_asks_the_platform_and_is_well_when_it_knows_the_token() {
        world.connected(ann, world.spotify);

        Report report = probe();

        assertThat(report.verdict().isWell()).isTrue();
        assertThat(report.probedAt()).contains(world.clock.instant());
        assertThat(world.spotify.whoAsked()).isEqualTo(1);
        assertThat(world.spotify.refreshes()).isZero();
    }

    @Test
    void a_token_that_is_not_accepted_is_renewed_once_and_asked_with_again() {
        world.connected(ann, world.spotify);
        world.spotify.nextWho(new WhoAnswer.TokenNotAccepted());

        Report report = probe();

        assertThat(report.verdict().isWell()).isTrue();
        assertThat(report.refreshedNow()).isTrue();
        assertThat(world.spotify.refreshes()).isEqualTo(1);
        assertThat(world.spotify.whoAsked()).isEqualTo(2);
    }

    @Test
    void a_renewed_token_that_is_not_accepted_either_needs_the_person_and_no_further_call() {
        Connection connection = world.connected(ann, world.spotify);
        world.spotify.nextWho(new WhoAnswer.TokenNotAccepted());
        world.spotify.nextWho(new WhoAnswer.TokenNotAccepted());

        Report report = probe();

        assertThat(report.verdict().state()).isEqualTo(State.NEEDS_RECONNECT);
        assertThat(report.verdict().cause()).contains(Cause.TOKEN_REFUSED);
        assertThat(world.spotify.refreshes()).isEqualTo(1);
        assertThat(world.spotify.whoAsked()).isEqualTo(2);
        assertThat(world.stored(connection).standing()).isEqualTo(new Standing.Active());
    }

    @Test
    void a_person_who_withdrew_is_found_by_a_probe() {
        Connection connection = world.connected(ann, world.spotify);
        world.spotify.withdraw(ann.outside());

        Report report = probe();

        assertThat(report.verdict().state()).isEqualTo(State.NEEDS_RECONNECT);
        assertThat(report.verdict().cause()).contains(Cause.GRANT_DEAD);
        assertThat(world.stored(connection).standing()).isInstanceOf(Standing.NeedsReconnect.class);
    }

    @Test
    void a_no_to_the_person_or_app_is_never_a_reason_to_renew() {
        world.connected(ann, world.spotify);
        world.spotify.nextWho(new WhoAnswer.Refused(Cause.NOT_ON_APP_LIST));

        Report report = probe();

        assertThat(report.verdict().state()).isEqualTo(State.APP_BLOCKED);
        assertThat(report.verdict().cause()).contains(Cause.NOT_ON_APP_LIST);
        assertThat(world.spotify.refreshes()).isZero();
        assertThat(world.spotify.whoAsked()).isEqualTo(1);
    }

    @Test
    void a_platform_that_does_not_answer_a_probe_says_nothing_about_the_grant() {
        Connection connection = world.connected(ann, world.spotify);
        world.spotify.nextWho(new WhoAnswer.Unavailable("502", Optional.of(seconds(90))));

        Report report = probe();

        assertThat(report.verdict().state()).isEqualTo(State.WAITING);
        assertThat(report.verdict().retryAt()).contains(world.clock.instant().plus(seconds(90)));
        assertThat(world.stored(connection)).isEqualTo(connection);
        assertThat(world.spotify.refreshes()).isZero();
    }

    @Test
    void a_pause_asked_for_at_a_probe_holds_for_the_app_and_for_further_probes() {
        Connection connection = world.connected(ann, world.spotify);
        Instant now = world.clock.instant();
        world.spotify.nextWho(new WhoAnswer.Throttled(Cause.THROTTLED, Optional.of(days(1))));

        assertThat(probe().verdict().retryAt()).contains(now.plus(days(1)));
        assertThat(world.appNotes.of(connection.app()))
                .isEqualTo(new AppCondition.CoolingDown(Cause.THROTTLED, now, now.plus(days(1))));

        Report again = probe();
        assertThat(again.verdict().cause()).contains(Cause.THROTTLED);
        assertThat(again.probedAt()).isEmpty();
        assertThat(world.spotify.whoAsked()).isEqualTo(1);
    }

    @Test
    void a_connection_that_needs_its_person_is_not_probed() {
        world.connected(
                ann,
                world.soundcloud,
                c -> c.standing(new Standing.NeedsReconnect(Cause.GRANT_DEAD, world.clock.instant())));

        Report report = world.health.probe(ann.in(), ann.claim(), SOUNDCLOUD).orElseThrow();

        assertThat(report.verdict().state()).isEqualTo(State.NEEDS_RECONNECT);
        assertThat(world.soundcloud.whoAsked()).isZero();
    }

    private Report status() {
        return world.health.status(ann.in(), ann.claim(), SPOTIFY).orElseThrow();
    }

    private Report probe() {
        return world.health.probe(ann.in(), ann.claim(), SPOTIFY).orElseThrow();
    }
}
