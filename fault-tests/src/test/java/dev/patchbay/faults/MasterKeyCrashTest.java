package dev.patchbay.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.faults.process.KillPoint;
import dev.patchbay.faults.process.Service;
import dev.patchbay.faults.world.Crowd;
import dev.patchbay.faults.world.Played;
import dev.patchbay.faults.world.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The operator's command dies at every step of changing the master key: what opened before opens after, and it goes on from there. */
class MasterKeyCrashTest {
    private static final String OLD = World.MASTER_KEY;
    private static final String NEW = "9f1c0b7ae25d438861f4c3d29e07ab5560d8127b3ecf94a1726a5e0d83b9f24c";

    @Test
    void whichever_step_it_dies_at_everything_opens_and_the_change_can_be_cancelled_and_completed() throws Exception {
        try (World world = World.of(Duration.ofHours(2), Played.OVERLAPPING);
                Stage stage = Stage.onH2("master", world)) {
            Service service = stage.start(1).getFirst();
            Crowd crowd = Crowd.of(5, world, service.address());
            service.kill();
            assertThat(service.operator("keys", "rotate")).contains("vault key 2 is active");
            Service backup = stage.copyOf(service);

            if (Scale.isNightly()) {
                with(service, OLD, NEW).operatorKilled(KillPoint.BEFORE_THE_FIRST_WRAP, "keys", "change-master");
                demand(service, true, false);
            }
            with(service, OLD, NEW).operatorKilled(KillPoint.WRAPPED_ONE, "keys", "change-master");
            demand(service, true, false);

            with(service, OLD, "").operatorKilled(KillPoint.WRAPS_GIVEN_UP, "keys", "change-master", "--cancel");
            if (Scale.isNightly()) {
                demand(service, true, false);
            }
            assertThat(with(service, OLD, NEW).operator("keys", "change-master"))
                    .contains("2 vault keys open with the old");
            with(service, NEW, "").operatorKilled(KillPoint.REPLACING_WRAPS, "keys", "change-master", "--finish");
            demand(service, true, true);

            with(service, NEW, "").operatorKilled(KillPoint.WRAPS_REPLACED, "keys", "change-master", "--finish");
            demand(service, false, true);
            with(service, NEW, "").start();
            assertThat(crowd.lost(service.address())).isEmpty();

            // A whole backup has its keys with it: it is worth as much as the master key that it was made under.
            demand(backup, true, false);
        }
    }

    private static Service with(Service service, String master, String next) {
        service.set("ENCRYPTION_KEY", master);
        if (next.isEmpty()) {
            service.unset("NEXT_ENCRYPTION_KEY");
        } else {
            service.set("NEXT_ENCRYPTION_KEY", next);
        }
        return service;
    }

    /** Whether the master keys open every vault key, or are refused before anything is written. */
    private static void demand(Service service, boolean byOld, boolean byNew) {
        demand(with(service, OLD, ""), byOld);
        demand(with(service, NEW, ""), byNew);
    }

    private static void demand(Service service, boolean opens) {
        if (opens) {
            assertThatCode(() -> service.operator("keys", "status")).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> service.operator("keys", "status")).hasMessageContaining("Wrong master key");
        }
    }
}
