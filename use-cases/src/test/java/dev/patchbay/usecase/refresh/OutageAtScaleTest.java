package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.Pace;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.usecase.FakePlatform;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.ServiceProcess;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.connection.Lending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Many expired connections, three processes, steady demand: half an hour without the provider, and after. With
 * {@code -Doutage.connections=10000} at full scale: fifty demands and twenty calls a second.
 */
class OutageAtScaleTest {

    private static final int CONNECTIONS = Integer.getInteger("outage.connections", 1000);
    private static final int DEMANDS_A_SECOND = CONNECTIONS / 200;
    private static final int PACE = CONNECTIONS / 500;

    private final World world = new World();
    private final List<ServiceProcess> processes =
            IntStream.range(0, 3).mapToObj(i -> world.process("process-" + i)).toList();
    private final Random random = new Random(11);
    private final List<Person> people = new ArrayList<>();
    private final List<Connection> rows = new ArrayList<>();
    private int second;

    @Test
    void it_costs_few_calls_and_no_connection_and_all_are_back_soon_at_no_more_than_the_pace() {
        world.pace = new Pace(PACE, 2 * PACE);
        for (int i = 0; i < CONNECTIONS; i++) {
            Person one = world.somebody();
            people.add(one);
            rows.add(world.expired(one, world.spotify));
        }
        world.spotify.down(true);

        pass(minutes(30));

        int wasted = world.spotify.refreshes();
        assertThat(wasted).isLessThanOrEqualTo(200);
        assertThat(rows).noneMatch(row -> world.stored(row).standing() instanceof Standing.NeedsReconnect);

        Instant back = world.clock.instant();
        world.spotify.down(false);
        int minute = 0;
        while (left() > 0 && minute < 30) {
            pass(minutes(1));
            minute++;
        }

        assertThat(left()).isZero();
        assertThat(minute).isLessThanOrEqualTo(10);
        List<Instant> calls = world.spotify.asked().stream()
                .map(FakePlatform.Asked::at)
                .filter(at -> !at.isBefore(back))
                .toList();
        assertThat(calls.size()).isLessThanOrEqualTo(CONNECTIONS * 102 / 100);
        for (int i = 0; i + 3 * PACE < calls.size(); i++) {
            // Never more than the pace and a burst in any stretch of time.
            Duration stretch = Duration.between(calls.get(i), calls.get(i + 3 * PACE));
            assertThat(stretch).isGreaterThanOrEqualTo(Duration.ofMillis(990));
        }
    }

    private long left() {
        return rows.stream().filter(row -> world.stored(row).version() == 1).count();
    }

    private void pass(Duration time) {
        for (long i = 0; i < time.toSeconds(); i++) {
            for (int demand = 0; demand < DEMANDS_A_SECOND; demand++) {
                ServiceProcess process = processes.get(random.nextInt(3));
                Person somebody = people.get(random.nextInt(CONNECTIONS));
                Lending _ = process.lendToken().lend(somebody.claim(), world.spotify.id(), Optional.empty());
                world.clock.advance(seconds(1).dividedBy(DEMANDS_A_SECOND));
            }
            processes.forEach(process -> process.renewing().settleRefreshes().settle());
            if (second % 20 == 0) {
                processes.get(second / 20 % 3).renewing().sweepDue().sweep();
            }
            second++;
        }
    }
}
