package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.seconds;
import static dev.patchbay.usecase.Lendings.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Held;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.port.provider.Rotations;
import dev.patchbay.usecase.FakePlatform;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.ServiceProcess;
import dev.patchbay.usecase.TokenHabit;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.WrappedClaims;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A platform that replaces refresh tokens is strict from then on, whatever its adapter declares; nothing is relaxed by watching. */
class LearnedRotationTest {

    private static final Duration STRICT_LEASE = seconds(65);

    private final World world = new World();
    private final List<Duration> leases = new ArrayList<>();
    private final Claims noting = new WrappedClaims(world.store.claims()) {
        @Override
        public Optional<Lease> claim(
                ConnectionId id, long version, Claimant claimant, Predicate<Held> mayTakeOver, Instant now) {
            leases.add(claimant.life());
            return super.claim(id, version, claimant, mayTakeOver, now);
        }
    };
    private final ServiceProcess one = world.aProcess("first").with(noting).start();
    private final ServiceProcess two = world.aProcess("second").with(noting).start();

    @Test
    void one_rotation_makes_every_connection_of_the_platform_strict_in_every_process() {
        renew(two, world.spotify);
        world.spotify.habit(TokenHabit.REPLACES);
        renew(one, world.spotify);
        assertThat(leases).containsExactly(seconds(15), seconds(15));

        renew(one, world.spotify);
        assertThat(leases.getLast()).isEqualTo(STRICT_LEASE);

        world.clock.advance(seconds(31));
        renew(two, world.spotify);
        assertThat(leases.getLast()).isEqualTo(STRICT_LEASE);
        renew(two, world.youtube);
        assertThat(leases.getLast()).isEqualTo(seconds(15));
    }

    @Test
    void it_is_known_after_a_restart_and_never_unlearned() {
        world.spotify.habit(TokenHabit.REPLACES);
        renew(one, world.spotify);
        world.spotify.habit(TokenHabit.ECHOES);

        ServiceProcess restarted = world.aProcess("third").with(noting).start();
        for (int i = 0; i < 20; i++) {
            renew(restarted, world.spotify);
            assertThat(leases.getLast()).isEqualTo(STRICT_LEASE);
            world.clock.advance(hours(10));
        }
    }

    @Test
    void it_is_no_longer_swept() {
        Connection before = renew(one, world.spotify);
        world.clock.advance(hours(1));
        assertThat(one.renewing().sweepDue().sweep()).isEqualTo(1);
        world.spotify.habit(TokenHabit.REPLACES);
        renew(one, world.spotify);

        world.clock.advance(hours(2));
        int calls = world.spotify.refreshes();

        assertThat(one.renewing().sweepDue().sweep()).isZero();
        assertThat(two.renewing().sweepDue().sweep()).isZero();
        assertThat(world.spotify.refreshes()).isEqualTo(calls);
        assertThat(world.stored(before).version()).isEqualTo(3);
    }

    @Test
    void an_answer_that_repeats_the_token_is_no_rotation() {
        world.spotify.habit(TokenHabit.ECHOES);
        renew(one, world.spotify);
        renew(one, world.spotify);

        assertThat(leases).containsOnly(seconds(15));
        assertThat(world.store.rotations().wasSeen(world.spotify.id())).isFalse();
    }

    @Test
    void who_is_known_to_replace_tokens_is_not_made_stricter() {
        renew(one, world.graceful);
        renew(one, world.graceful);
        renew(one, world.overlapping);
        renew(one, world.overlapping);

        assertThat(leases).doesNotContain(STRICT_LEASE);
    }

    @Test
    void a_sighting_that_could_not_be_written_down_is_written_down_at_the_next_and_then_no_more() {
        AtomicBoolean away = new AtomicBoolean(true);
        AtomicInteger notes = new AtomicInteger();
        Rotations flaky = new Rotations() {
            @Override
            public boolean wasSeen(ProviderId platform) {
                return world.store.rotations().wasSeen(platform);
            }

            @Override
            public void note(ProviderId platform, Instant seenAt) {
                if (away.get()) {
                    throw new StoreUnavailable("away", null);
                }
                notes.incrementAndGet();
                world.store.rotations().note(platform, seenAt);
            }
        };
        ServiceProcess process = world.aProcess("third").with(flaky).start();
        world.spotify.habit(TokenHabit.REPLACES);
        Person ann = world.somebody();
        Connection connection = world.expired(ann, world.spotify);
        assertThatThrownBy(() -> process.lendToken().lend(ann.claim(), world.spotify.id(), Optional.empty()))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(world.spotify.isLive(world.refreshTokenOf(world.stored(connection))))
                .isTrue();

        away.set(false);
        renew(process, world.spotify);
        renew(process, world.spotify);

        assertThat(world.store.rotations().wasSeen(world.spotify.id())).isTrue();
        assertThat(notes).hasValue(1);
    }

    @Test
    void what_was_learned_is_asked_of_the_store_twice_a_minute_at_most() {
        List<Instant> asked = new ArrayList<>();
        Rotations counted = new Rotations() {
            @Override
            public boolean wasSeen(ProviderId platform) {
                asked.add(world.clock.instant());
                return false;
            }

            @Override
            public void note(ProviderId platform, Instant seenAt) {}
        };
        ServiceProcess process = world.aProcess("third").with(counted).start();

        for (int i = 0; i < 120; i++) {
            renew(process, world.spotify);
            world.clock.advance(seconds(1));
        }

        assertThat(asked).hasSize(4);
    }

    private Connection renew(ServiceProcess process, FakePlatform platform) {
        Person somebody = world.somebody();
        Connection connection = world.expired(somebody, platform);
        assertThat(tokenOf(process.lendToken().lend(somebody.claim(), platform.id(), Optional.empty())))
                .isNotEmpty();
        return connection;
    }
}
