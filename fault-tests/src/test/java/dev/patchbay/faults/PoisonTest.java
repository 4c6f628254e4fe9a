package dev.patchbay.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.faults.database.MariaDb;
import dev.patchbay.faults.database.Rows;
import dev.patchbay.faults.history.Asked.Answered;
import dev.patchbay.faults.process.Service;
import dev.patchbay.faults.world.Api;
import dev.patchbay.faults.world.Played;
import dev.patchbay.faults.world.Somebody;
import dev.patchbay.faults.world.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that cannot be read, or say what no version of ours writes, are put aside and stand in nobody's way. */
class PoisonTest {
    private static final List<String> POISON = List.of(
            "refresh_token = 'not sealed by anybody'",
            "refresh_token = CONCAT(SUBSTRING(refresh_token, 1, LENGTH(refresh_token) - 1), 'x')",
            "access_token = 'not sealed by anybody', refresh_token = ''",
            "scopes = REPEAT('x', 8000)",
            "app_provider = 'nobody', client_id = 'nothing'");

    @Test
    void a_sweep_renews_everybody_else() throws Exception {
        MariaDb server = MariaDb.shared();
        int healthy = Scale.of(100, 2000);
        try (World world = World.of(Duration.ofSeconds(Scale.of(20, 60)), Played.SPOTIFY);
                Stage stage = Stage.onMariaDb("poison", server, world)) {
            stage.with("SPOTIFY_CALLS_PER_SECOND", "1000");
            Service service = stage.start(1).getFirst();
            List<Somebody> people = stage.people(healthy + POISON.size());
            Rows rows = stage.rows(server);
            for (int i = 0; i < POISON.size(); i++) {
                assertThat(rows.change("UPDATE connection SET " + POISON.get(i) + " WHERE account_id = '"
                                + people.get(i).account() + "'"))
                        .as(POISON.get(i))
                        .isEqualTo(1);
            }
            List<Somebody> others = people.subList(POISON.size(), people.size());
            // Half of a life until they are due, and a minute until the sweep has come by.
            Nap.until("all others are renewed", Duration.ofSeconds(150), () -> others.stream()
                    .allMatch(who -> world.refreshCalls(Played.SPOTIFY, who) > 0));

            assertThat(service.isRunning()).isTrue();
            for (Somebody who : people.subList(0, 3)) {
                assertThat(Api.get(service.address(), "/platforms/spotify/health", who.session())
                                .data("cause"))
                        .as("what is said of a poisoned row")
                        .isEqualTo("secret_unreadable");
            }
            for (Somebody who : others.subList(0, 10)) {
                assertThat(stage.clients
                                .token(Stage.at(service), who, Played.SPOTIFY, 0)
                                .answered())
                        .isInstanceOf(Answered.Lent.class);
            }
        }
    }
}
