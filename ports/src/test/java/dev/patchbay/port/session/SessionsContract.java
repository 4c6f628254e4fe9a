package dev.patchbay.port.session;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.aSessionOf;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.open;
import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Sessions} keeps. */
public abstract class SessionsContract {

    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    protected abstract Stores stores();

    @Test
    void a_started_session_is_found_whole() {
        Account ann = open(stores());
        Session session = new Session(
                new SessionId(UUID.randomUUID()),
                ann.id(),
                Fixtures.SPOTIFY,
                "🎧".repeat(60),
                NOW.plusNanos(1000),
                NOW.plus(days(30)),
                Optional.empty());
        stores().sessions().start(session);

        assertThat(stores().sessions().find(session.id())).contains(session);
        assertThat(stores().sessions().find(new SessionId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void an_ended_session_is_found_with_its_end() {
        Session session = started(open(stores()));
        Instant end = NOW.plus(minutes(1));

        assertThat(stores().sessions().end(session.account(), session.id(), end))
                .isTrue();

        Session found = stores().sessions().find(session.id()).orElseThrow();
        assertThat(found.endedAt()).contains(end);
        assertThat(found.isAlive(end)).isFalse();
    }

    @Test
    void the_living_are_listed_newest_first() {
        Account ann = open(stores());
        Session older = started(aSessionOf(ann, NOW.minus(hours(2)), days(7)));
        Session newest = started(aSessionOf(ann, NOW, days(7)));
        Session middle = started(aSessionOf(ann, NOW.minusNanos(1000), days(7)));
        Session expired = started(aSessionOf(ann, NOW.minus(hours(3)), hours(3)));
        Session ended = started(ann);
        started(open(stores()));
        stores().sessions().end(ann.id(), ended.id(), NOW);

        assertThat(stores().sessions().alive(ann.id(), NOW)).containsExactly(newest, middle, older);
        assertThat(expired.expiresAt()).isEqualTo(NOW);
    }

    @Test
    void a_session_is_ended_once_by_its_account_alone_while_it_lives() {
        Account ann = open(stores());
        Account bob = open(stores());
        Session session = started(ann);
        Session expired = started(aSessionOf(ann, NOW.minus(hours(1)), hours(1)));

        assertThat(stores().sessions().end(bob.id(), session.id(), NOW)).isFalse();
        assertThat(stores().sessions().end(ann.id(), new SessionId(UUID.randomUUID()), NOW))
                .isFalse();
        assertThat(stores().sessions().end(ann.id(), expired.id(), NOW)).isFalse();
        assertThat(stores().sessions().find(session.id())).contains(session);
        assertThat(stores().sessions().end(ann.id(), session.id(), NOW)).isTrue();
        assertThat(stores().sessions().end(ann.id(), session.id(), NOW.plus(seconds(1))))
                .isFalse();
        assertThat(stores().sessions().find(session.id()).orElseThrow().endedAt())
                .contains(NOW);
    }

    @Test
    void of_many_who_end_a_session_at_once_exactly_one_did() {
        Session session = started(open(stores()));

        assertThat(Race.of(() -> stores().sessions().end(session.account(), session.id(), NOW)))
                .containsOnlyOnce(true);
    }

    @Test
    void ending_all_spares_the_excepted_one_and_other_people() {
        Account ann = open(stores());
        Session here = started(ann);
        Session there = started(ann);
        started(aSessionOf(ann, NOW.minus(hours(1)), hours(1)));
        Session his = started(open(stores()));

        assertThat(stores().sessions().endAll(ann.id(), Optional.of(here.id()), NOW))
                .isEqualTo(1);
        assertThat(stores().sessions().alive(ann.id(), NOW)).containsExactly(here);
        assertThat(stores().sessions().find(there.id()).orElseThrow().endedAt()).contains(NOW);
        assertThat(stores().sessions().endAll(ann.id(), Optional.empty(), NOW)).isEqualTo(1);
        assertThat(stores().sessions().endAll(ann.id(), Optional.empty(), NOW)).isZero();
        assertThat(stores().sessions().of(ann.id()))
                .as("ended ones are kept for a while")
                .hasSizeGreaterThan(1)
                .noneMatch(session -> session.isAlive(NOW));
        assertThat(stores().sessions().of(his.account())).containsExactly(his);
        assertThat(stores().sessions().alive(his.account(), NOW)).containsExactly(his);
    }

    @Test
    void purging_removes_what_ended_or_expired_before_and_nothing_else() {
        Account ann = open(stores());
        Session expired = started(aSessionOf(ann, LONG_AGO, hours(1)));
        Session ended = started(aSessionOf(ann, LONG_AGO, days(5)));
        Session alive = started(aSessionOf(ann, LONG_AGO, days(5)));
        stores().sessions().end(ann.id(), ended.id(), LONG_AGO.plus(hours(1)));

        assertThat(stores().sessions().purge(LONG_AGO.plus(hours(1)))).isZero();
        assertThat(stores().sessions().purge(LONG_AGO.plus(hours(1)).plusNanos(1000)))
                .isEqualTo(2);

        assertThat(List.of(expired.id(), ended.id()))
                .allSatisfy(id -> assertThat(stores().sessions().find(id)).isEmpty());
        assertThat(stores().sessions().find(alive.id())).contains(alive);
        assertThat(stores().sessions().purge(LONG_AGO.plus(days(6)))).isEqualTo(1);
    }

    private Session started(Account account) {
        return started(aSessionOf(account));
    }

    private Session started(Session session) {
        stores().sessions().start(session);
        return session;
    }
}
