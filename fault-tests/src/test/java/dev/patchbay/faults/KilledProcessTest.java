package dev.patchbay.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.faults.database.MariaDb;
import dev.patchbay.faults.process.KillPoint;
import dev.patchbay.faults.process.Service;
import dev.patchbay.faults.world.Load;
import dev.patchbay.faults.world.Played;
import dev.patchbay.faults.world.Somebody;
import dev.patchbay.faults.world.World;
import dev.patchbay.sandbox.ledger.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Processes are killed while they renew tokens; only what nobody can save is lost, and that is told. */
class KilledProcessTest {
    private static final int LIVES = Scale.of(30, 212);
    private static final Duration LATENCY = Duration.ofMillis(150);

    @Test
    void of_kill_9_at_any_point_only_losses_that_nobody_can_prevent_remain_and_each_is_told() {
        long seed = System.nanoTime();
        try (World world = World.of(Duration.ofSeconds(8), Played.values());
                Stage stage = Stage.onMariaDb("killed", MariaDb.shared(), world)) {
            world.platforms().forEach(one -> world.party(one).slow(LATENCY, Endpoint.REFRESH));
            List<Service> services = stage.start(2);
            Service victim = services.getLast();
            List<Somebody> people = stage.people(Scale.of(40, 200));
            try (Load load = stage.load(8, Duration.ofMillis(40), people, seed)) {
                killAgainAndAgain(stage, victim, new Random(seed));
            }
            victim.start();
            stage.demandThatAllPromisesWereKept(people);
            assertThat(stage.lost(Played.SPOTIFY) + stage.lost(Played.OVERLAPPING) + stage.lost(Played.GRACEFUL))
                    .isZero();
        }
    }

    private static void killAgainAndAgain(Stage stage, Service victim, Random random) {
        stage.kill(victim);
        List<KillPoint> points = KillPoint.ofEveryRenewal();
        for (int life = 0; life < LIVES; life++) {
            if (life % 2 == 0) {
                victim.startWithKillPoints();
                victim.arm(points.get(life / 2 % points.size()));
                stage.died(victim);
            } else {
                victim.start();
                Nap.of(Duration.ofMillis(random.nextInt(400)));
                stage.kill(victim);
            }
        }
    }
}
