package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.seconds;
import static dev.patchbay.usecase.Lendings.assertWithheld;
import static dev.patchbay.usecase.Lendings.tokenOf;
import static dev.patchbay.usecase.World.YOUTUBE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.ServiceProcess;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.connection.Lending;
import dev.patchbay.usecase.refresh.Verdict.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A platform that refuses unusually many grants at once is not believed: nobody is given up for its mistake. */
class DoubtTest {

    private static final int BELIEVED = 4;

    private final World world = new World();
    private final ServiceProcess two = world.process("two");
    private final List<Person> crowd = people(10);
    private final List<Connection> theirs =
            crowd.stream().map(one -> world.expired(one, world.youtube)).toList();

    @Test
    void a_pause_that_the_platform_asks_for_meanwhile_does_not_end_the_doubt() {
        begin();
        Person well = world.somebody();
        world.expired(well, world.youtube);
        world.youtube.nextRefresh(new TokenAnswer.Throttled(Cause.THROTTLED, Optional.of(minutes(1))));
        lend(well);

        for (int quarter = 0; quarter < 8; quarter++) {
            world.clock.advance(minutes(16));
            crowd.subList(BELIEVED, 10)
                    .forEach(one -> assertThat(isDead(lend(one))).isFalse());
        }
    }

    @Test
    void from_the_fifth_refusal_on_nobody_is_given_up_and_all_tokens_stay() {
        world.youtube.refusing(true);

        crowd.forEach(this::lend);

        crowd.subList(0, BELIEVED).forEach(one -> assertWithheld(lend(one), State.NEEDS_RECONNECT, Cause.GRANT_DEAD));
        crowd.subList(BELIEVED, 10).forEach(one -> assertWithheld(lend(one), State.WAITING, Cause.DEATHS_DOUBTED));
        assertThat(world.youtube.refreshes()).isLessThanOrEqualTo(10);
        assertThat(theirs).allSatisfy(one -> assertThat(world.youtube.isLive(world.refreshTokenOf(world.stored(one))))
                .isTrue());
        assertThat(world.one.heard().outcomes()).contains(RenewalOutcome.DEATH_DOUBTED);
        assertThat(condition()).isInstanceOf(AppCondition.Doubted.class);
    }

    @Test
    void one_canary_is_tried_every_quarter_of_an_hour_by_all_processes_together() {
        begin();
        Instant start = world.clock.instant();

        while (world.clock.instant().isBefore(start.plus(hours(6)))) {
            crowd.subList(BELIEVED, 10).forEach(one -> {
                assertWithheld(lend(one), State.WAITING, Cause.DEATHS_DOUBTED);
                assertWithheld(lend(two, one), State.WAITING, Cause.DEATHS_DOUBTED);
            });
            world.one.renewing().sweepDue().sweep();
            two.renewing().sweepDue().sweep();
            world.clock.advance(seconds(20));
        }

        List<Instant> canaries = world.youtube.asked().stream()
                .map(asked -> asked.at())
                .filter(at -> at.isAfter(start))
                .toList();
        assertThat(canaries).hasSizeBetween(20, 24);
        for (int i = 1; i < canaries.size(); i++) {
            assertThat(Duration.between(canaries.get(i - 1), canaries.get(i))).isGreaterThanOrEqualTo(minutes(15));
        }
    }

    @Test
    void a_canary_that_comes_back_ends_the_doubt_for_everybody() {
        begin();
        world.clock.advance(minutes(20));
        world.youtube.refusing(false);

        assertThat(tokenOf(lend(crowd.get(BELIEVED)))).isNotEmpty();

        assertThat(condition()).isEqualTo(new AppCondition.Fine());
        world.clock.advance(minutes(16));
        assertThat(crowd.subList(BELIEVED, 10))
                .allSatisfy(one -> assertThat(tokenOf(lend(two, one))).isNotEmpty());
        assertThat(standings()).containsOnly(Standing.NeedsReconnect.class, Standing.Active.class);
    }

    @Test
    void who_is_well_is_renewed_meanwhile_which_proves_nothing_for_the_others() {
        crowd.forEach(one -> world.youtube.withdraw(one.outside()));
        crowd.forEach(this::lend);
        Person well = world.somebody();
        world.expired(well, world.youtube);

        assertThat(tokenOf(lend(well))).isNotEmpty();

        assertThat(condition()).isInstanceOf(AppCondition.Doubted.class);
        assertWithheld(lend(crowd.get(9)), State.WAITING, Cause.DEATHS_DOUBTED);
    }

    @Test
    void after_a_day_without_a_canary_coming_back_refusals_are_believed() {
        begin();

        world.clock.advance(hours(24));
        crowd.forEach(one -> assertWithheld(lend(one), State.NEEDS_RECONNECT, Cause.GRANT_DEAD));

        int before = world.youtube.refreshes();
        world.clock.advance(days(3));
        crowd.forEach(this::lend);
        assertThat(world.youtube.refreshes()).isEqualTo(before);
    }

    @Test
    void a_doubt_that_ended_with_time_does_not_switch_the_brake_off_for_ever() {
        begin();
        world.clock.advance(hours(24));
        crowd.forEach(this::lend);
        world.youtube.refusing(false);
        List<Person> later = people(10);
        later.forEach(one -> world.expired(one, world.youtube));
        assertThat(tokenOf(lend(later.getFirst()))).isNotEmpty();

        world.clock.advance(days(30));
        world.youtube.refusing(true);
        later.forEach(this::lend);

        assertThat(later.stream().filter(one -> isDead(lend(one)))).hasSizeLessThanOrEqualTo(BELIEVED);
    }

    @Test
    void consents_that_ended_by_the_calendar_are_ended_and_no_reason_for_doubt() {
        List<Person> ended = people(20);
        ended.forEach(one -> {
            world.connected(one, world.youtube, fixture -> fixture.expiringIn(seconds(-1))
                    .withConsentEndingIn(Duration.ZERO));
            world.youtube.withdraw(one.outside());
            assertWithheld(lend(one), State.NEEDS_RECONNECT, Cause.CONSENT_ENDED);
        });
        world.youtube.withdraw(crowd.getFirst().outside());

        assertWithheld(lend(crowd.getFirst()), State.NEEDS_RECONNECT, Cause.GRANT_DEAD);
        assertThat(condition()).isEqualTo(new AppCondition.Fine());
    }

    @Test
    void while_it_is_doubted_a_consent_that_ended_by_the_calendar_is_still_ended() {
        begin();
        Person ended = world.somebody();
        world.connected(
                ended, world.youtube, fixture -> fixture.expiringIn(seconds(-1)).withConsentEndingIn(Duration.ZERO));

        assertWithheld(lend(ended), State.NEEDS_RECONNECT, Cause.CONSENT_ENDED);
    }

    @Test
    void those_who_were_believed_dead_before_it_was_noticed_can_be_put_back_to_work() {
        begin();
        world.youtube.refusing(false);
        world.clock.advance(hours(71));

        int revived = new ReviveConnections(world.store.upkeep(), world.clock).revive(YOUTUBE, hours(72));

        assertThat(revived).isEqualTo(BELIEVED);
        assertThat(crowd.subList(0, BELIEVED))
                .allSatisfy(one -> assertThat(tokenOf(lend(one))).isNotEmpty());
    }

    private void begin() {
        world.youtube.refusing(true);
        crowd.forEach(this::lend);
        assertThat(condition()).isInstanceOf(AppCondition.Doubted.class);
    }

    private AppCondition condition() {
        return world.appNotes.of(world.appOf(world.youtube));
    }

    private Stream<Class<?>> standings() {
        return theirs.stream().map(one -> world.stored(one).standing().getClass());
    }

    private List<Person> people(int count) {
        return Stream.generate(world::somebody).limit(count).toList();
    }

    private static boolean isDead(Lending lending) {
        return lending instanceof Lending.Withheld(var platform, var verdict)
                && verdict.state() == State.NEEDS_RECONNECT;
    }

    private Lending lend(Person who) {
        return lend(world.one, who);
    }

    private Lending lend(ServiceProcess process, Person who) {
        return process.lendToken().lend(who.claim(), YOUTUBE, Optional.empty());
    }
}
