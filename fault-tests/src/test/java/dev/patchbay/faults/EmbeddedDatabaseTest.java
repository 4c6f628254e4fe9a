package dev.patchbay.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.faults.history.Asked;
import dev.patchbay.faults.process.Service;
import dev.patchbay.faults.world.Api;
import dev.patchbay.faults.world.Api.NoAnswer;
import dev.patchbay.faults.world.Played;
import dev.patchbay.faults.world.Seeding;
import dev.patchbay.faults.world.Somebody;
import dev.patchbay.faults.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On the embedded database: what was acknowledged is there after {@code kill -9} at that very moment. */
class EmbeddedDatabaseTest {
    @Test
    void whatever_was_acknowledged_outlives_a_kill_at_that_moment() throws Exception {
        try (World world = World.of(Duration.ofHours(1), Played.REVOKING);
                Stage stage = Stage.onH2("embedded", world)) {
            Service service = stage.start(1).getFirst();
            Seeding seeding = new Seeding(world, service.address());
            List<Somebody> connected = new ArrayList<>();
            for (int round = 0; round < Scale.of(1, 60); round++) {
                Somebody who = seeding.signIn(seeding.stranger("roundx" + round));
                killed(service);
                assertThat(profile(service, who)).as("signed in").isEqualTo(200);

                seeding.connect(who, Played.REVOKING);
                killed(service);
                Asked lent = stage.clients.token(Stage.at(service), who, Played.REVOKING, 60);
                assertThat(lent.answered()).as("connected").isInstanceOf(Asked.Answered.Lent.class);

                Asked renewed = stage.clients.refresh(Stage.at(service), who, Played.REVOKING);
                killed(service);
                Asked after = stage.clients.token(Stage.at(service), who, Played.REVOKING, 60);
                assertThat(renewed.answered())
                        .as("renewed")
                        .isInstanceOf(Asked.Answered.Lent.class)
                        .isNotEqualTo(lent.answered())
                        .isEqualTo(after.answered());
                connected.add(who);

                endsForGood(stage, service, seeding, round);
            }
            stage.demandThatAllPromisesWereKept(connected);
            assertThat(stage.lost(Played.REVOKING)).isZero();
        }
    }

    private static void endsForGood(Stage stage, Service service, Seeding seeding, int round) throws NoAnswer {
        Somebody leaving = seeding.signIn(seeding.stranger("leavingx" + round));
        seeding.connect(leaving, Played.REVOKING);
        stage.clients.disconnect(Stage.at(service), leaving, Played.REVOKING);
        killed(service);
        assertThat(stage.clients
                        .token(Stage.at(service), leaving, Played.REVOKING, 60)
                        .answered())
                .as("disconnected")
                .isEqualTo(new Asked.Answered.Refused(404, "not_connected", "not_connected"));

        assertThat(Api.post(service.address(), "/auth/logout", leaving.session(), "{}")
                        .status())
                .isEqualTo(204);
        killed(service);
        assertThat(profile(service, leaving)).as("signed out").isEqualTo(401);
    }

    private static int profile(Service service, Somebody who) throws NoAnswer {
        return Api.get(service.address(), "/user/profile", who.session()).status();
    }

    private static void killed(Service service) {
        service.kill();
        service.start();
    }
}
