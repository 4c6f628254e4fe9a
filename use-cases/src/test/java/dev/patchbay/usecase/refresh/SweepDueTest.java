package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.seconds;
import static dev.patchbay.usecase.Lendings.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.Pace;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Due;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.FakePlatform;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.Queued;
import dev.patchbay.usecase.ServiceProcess;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.WrappedClaims;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is due is renewed before anybody asks: only that, in slices, and never at anybody's cost. */
class SweepDueTest {

    private final World world = new World();

    @Test
    void only_what_is_due_is_renewed() {
        Connection due = world.expired(world.somebody(), world.spotify);
        Connection soonDue =
                world.connected(world.somebody(), world.spotify, fixture -> fixture.expiringIn(minutes(10)));
        Connection fresh = world.connected(world.somebody(), world.spotify);
        Connection ended = world.connected(world.somebody(), world.spotify, fixture -> fixture.expiringIn(seconds(-1))
                .standing(new Standing.NeedsReconnect(Cause.GRANT_DEAD, world.clock.instant())));

        assertThat(sweep()).isEqualTo(1);

        assertThat(world.stored(due).version()).isEqualTo(2);
        assertThat(List.of(soonDue, fresh, ended))
                .allSatisfy(row -> assertThat(world.stored(row)).isEqualTo(row));

        world.clock.set(soonDue.clocks().refreshAfter(soonDue.id()));
        assertThat(sweep()).isEqualTo(1);
        assertThat(world.stored(soonDue).version()).isEqualTo(2);
        assertThat(sweep()).isZero();
    }

    @Test
    void nobody_at_a_platform_that_may_be_renewed_ahead_ever_finds_an_expired_token() {
        List<FakePlatform> mild = List.of(world.spotify, world.youtube, world.overlapping, world.graceful);
        List<Person> people =
                IntStream.range(0, 20).mapToObj(i -> world.somebody()).toList();
        people.forEach(one -> mild.forEach(platform -> {
            Connection _ = world.connected(one, platform);
        }));

        for (int minute = 0; minute < 360; minute++) {
            sweep();
            int before = mild.stream().mapToInt(FakePlatform::refreshes).sum();
            people.forEach(one -> mild.forEach(
                    platform -> assertThat(tokenOf(world.lendToken.lend(one.claim(), platform.id(), Optional.empty())))
                            .isNotEmpty()));
            assertThat(mild.stream().mapToInt(FakePlatform::refreshes).sum()).isEqualTo(before);
            world.clock.advance(minutes(1));
        }
    }

    @Test
    void where_each_refresh_risks_the_grant_none_is_made_ahead_but_to_keep_it_alive() {
        Connection kept = world.connected(world.somebody(), world.soundcloud);
        Connection never = world.connected(world.somebody(), world.jealous);
        Instant due = kept.clocks().refreshAfter(kept.id());

        world.clock.set(due.plus(days(15)).minusSeconds(1));
        assertThat(sweep()).isZero();
        world.clock.advance(seconds(1));
        assertThat(sweep()).isEqualTo(1);

        assertThat(world.soundcloud.isLive(world.refreshTokenOf(world.stored(kept))))
                .isTrue();
        world.clock.advance(days(3000));
        sweep();
        assertThat(world.stored(never)).isEqualTo(never);
    }

    @Test
    void a_connection_without_a_refresh_token_is_let_be_until_somebody_asks() {
        Connection connection =
                world.connected(world.somebody(), world.spotify, fixture -> fixture.withoutRefreshToken()
                        .expiringIn(minutes(1)));

        assertThat(sweep()).isZero();

        assertThat(world.stored(connection)).isEqualTo(connection);
    }

    @Test
    void it_claims_no_more_than_there_is_room_for_and_goes_on_until_all_is_done() {
        expired(100, world.spotify);
        List<Integer> limits = new ArrayList<>();
        var noting = new WrappedClaims(world.store.claims()) {
            @Override
            public List<Due> claimDue(ProviderId platform, Instant dueBy, Claimant claimant, int limit, Instant now) {
                if (platform.equals(world.spotify.id())) {
                    limits.add(limit);
                }
                return super.claimDue(platform, dueBy, claimant, limit, now);
            }
        };

        assertThat(world.aProcess("two")
                        .with(noting)
                        .start()
                        .renewing()
                        .sweepDue()
                        .sweep())
                .isEqualTo(100);

        assertThat(limits).containsOnly(Bulkhead.FOR_SWEEP).hasSize(100 / Bulkhead.FOR_SWEEP + 1);
        assertThat(world.spotify.refreshes()).isEqualTo(100);
    }

    @Test
    void several_processes_share_the_work_and_none_is_done_twice() {
        expired(200, world.spotify);
        Queued background = new Queued();
        List<ServiceProcess> processes = IntStream.range(0, 3)
                .mapToObj(i -> world.aProcess("process-" + i)
                        .with(background)
                        .pausing(time -> {
                            world.clock.advance(time);
                            background.runAll();
                        })
                        .start())
                .toList();

        int started = processes.stream()
                .mapToInt(process -> process.renewing().sweepDue().sweep())
                .sum();
        background.runAll();

        assertThat(started).isEqualTo(200);
        assertThat(world.spotify.refreshes()).isEqualTo(200);
        assertThat(new HashSet<>(world.spotify.asked())).hasSize(200);
    }

    @Test
    void the_longest_overdue_come_first() {
        Connection late = world.connected(world.somebody(), world.spotify, fixture -> fixture.expiringIn(hours(-5)));
        Connection later = world.connected(world.somebody(), world.spotify, fixture -> fixture.expiringIn(hours(-1)));
        Connection latest = world.connected(world.somebody(), world.spotify, fixture -> fixture.expiringIn(hours(-9)));

        sweep();

        assertThat(world.spotify.asked())
                .extracting(FakePlatform.Asked::refreshToken)
                .containsExactly(world.refreshTokenOf(latest), world.refreshTokenOf(late), world.refreshTokenOf(later));
    }

    @Test
    void rows_that_cannot_be_read_are_put_aside_with_a_reason_and_are_never_in_the_way() {
        List<Connection> rows = expired(50, world.spotify);
        List<Connection> poison = rows.subList(0, 30);
        poison.forEach(row -> world.store.spoil(row.id()));
        Person shredded = world.somebody();
        Connection unreadable = world.expired(shredded, world.spotify);
        world.vault.destroyKeysOf(shredded.account().id());

        sweep();

        assertThat(rows.subList(30, 50))
                .allSatisfy(row -> assertThat(world.stored(row).version()).isEqualTo(2));
        assertThat(poison).allSatisfy(row -> assertThat(world.stored(row).standing())
                .isInstanceOfSatisfying(Standing.Quarantined.class, aside -> assertThat(aside.cause())
                        .isEqualTo(Cause.SECRET_UNREADABLE)));
        assertThat(world.stored(unreadable).standing()).isInstanceOf(Standing.Quarantined.class);
        assertThat(world.spotify.refreshes()).isEqualTo(20);
        assertThat(sweep()).isZero();
    }

    @Test
    void beyond_the_pace_they_come_in_turn_and_the_sweep_waits_for_them() {
        world.pace = new Pace(20, 40);
        List<Connection> rows = expired(100, world.spotify);
        Instant begun = world.clock.instant();

        assertThat(world.one.renewing().sweepDue().sweep()).isEqualTo(100);

        assertThat(rows)
                .allSatisfy(row -> assertThat(world.stored(row).version()).isEqualTo(2));
        assertThat(world.spotify.refreshes()).isEqualTo(100);
        assertThat(Duration.between(begun, world.clock.instant())).isBetween(seconds(3), seconds(6));
    }

    private List<Connection> expired(int count, FakePlatform platform) {
        return IntStream.range(0, count)
                .mapToObj(i -> world.expired(world.somebody(), platform))
                .toList();
    }

    private int sweep() {
        Duration before = world.elapsed();
        int started = world.one.renewing().sweepDue().sweep();
        assertThat(world.elapsed()).isEqualTo(before);
        return started;
    }
}
