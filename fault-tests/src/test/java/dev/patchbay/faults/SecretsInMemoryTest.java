package dev.patchbay.faults;

import static dev.patchbay.sandbox.SandboxOptions.GOOGLE_CLIENT;
import static dev.patchbay.sandbox.SandboxOptions.SPOTIFY_CLIENT;
import static dev.patchbay.sandbox.SandboxOptions.SPOTIFY_OWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.faults.hunt.Canaries;
import dev.patchbay.faults.process.Inspection;
import dev.patchbay.faults.process.Service;
import dev.patchbay.faults.world.Api;
import dev.patchbay.faults.world.Api.NoAnswer;
import dev.patchbay.faults.world.Played;
import dev.patchbay.faults.world.Seeding;
import dev.patchbay.faults.world.Somebody;
import dev.patchbay.faults.world.World;
import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.ledger.IssuedToken;
import dev.patchbay.sandbox.party.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Lives through good and bad days in a process of its own, lets it rest, and looks for secrets in everything that can be seen of it. */
@Isolated("hangs up the clients that all tests share")
class SecretsInMemoryTest {
    private static final int PEOPLE = Scale.of(50, 1200);

    /**
     * A process comes to rest sooner with these. With an open connection the JDK's client keeps the first exchange on it and a buffer of the
     * last ones, until the connection has been idle for half a minute. A network thread keeps a buffer with the last answer that it
     * wrote, softly: until it writes the next, or for a second without use for each free megabyte.
     */
    private static final String[] SOON_AT_REST = {
        "-Djdk.httpclient.keepalive.timeout=1", "-XX:SoftRefLRUPolicyMSPerMB=1"
    };

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void a_process_at_rest_has_no_secret_of_anybody_in_its_heap_threads_metrics_command_line_log_or_files()
            throws Exception {
        try (World world = World.of(Duration.ofHours(1), Played.SPOTIFY, Played.REVOKING);
                Stage stage = Stage.onH2("memory", world)) {
            for (Played one : world.platforms()) {
                stage.with(one.name() + "_CALLS_PER_SECOND", "1000");
            }
            Service service = stage.prepare(1).getFirst().start(SOON_AT_REST);
            List<Somebody> people = stage.people(PEOPLE);
            Canaries secrets = new Canaries();
            for (Somebody who : people) {
                secrets.add("a session", who.session());
                for (Played platform : world.platforms()) {
                    liveThroughIt(service, who, platform);
                }
            }
            badDays(world, service, people);
            for (IssuedToken token : world.issued()) {
                secrets.add(token.kind().name(), token.secret());
            }
            secrets.add("somebody's client secret", SPOTIFY_OWN_CLIENT.secret());
            assertThat(secrets.count()).isGreaterThan(Scale.of(400, 10_000));

            Api.hangUp();
            Nap.of(Duration.ofSeconds(Scale.of(3, 30)));
            Path heap = Inspection.heap(service, folder.resolve("heap.hprof"));
            assertThat(operators().in(heap))
                    .as("what has to be in the heap, and shows that it is searched")
                    .isNotEmpty();
            assertThat(secrets.in(heap)).as("in the heap").isEmpty();

            demandNothingIn(secrets, service);
            demandNothingIn(operators(), service);
        }
    }

    private static void demandNothingIn(Canaries secrets, Service service) throws Exception {
        assertThat(secrets.in(Inspection.threads(service)))
                .as("in the thread dump")
                .isEmpty();
        assertThat(secrets.in(Inspection.commandLine(service)))
                .as("in the command line")
                .isEmpty();
        for (String path : List.of("/metrics", "/health/ready", "/health/live")) {
            assertThat(secrets.in(Api.text(service.management(), path)))
                    .as("in " + path)
                    .isEmpty();
        }
        assertThat(secrets.inFolder(service.folder())).as("in its files").isEmpty();
    }

    private static Canaries operators() {
        return new Canaries()
                .add("Google's client secret", GOOGLE_CLIENT.secret())
                .add("Spotify's client secret", SPOTIFY_CLIENT.secret())
                .add("the master key", World.MASTER_KEY);
    }

    private static void liveThroughIt(Service service, Somebody who, Played platform) throws NoAnswer {
        String path = "/platforms/" + platform.id();
        Api.get(service.address(), path + "/token", who.session()).expect(200);
        Api.post(service.address(), path + "/refresh", who.session(), "{}").expect(200);
        Api.get(service.address(), path + "/health?probe=true", who.session()).expect(200);
    }

    private static void badDays(World world, Service service, List<Somebody> people) throws NoAnswer {
        Seeding seeding = new Seeding(world, service.address());
        for (int i = 0; i < people.size(); i += 10) {
            Somebody who = people.get(i);
            String app = "{\"clientId\":\"" + SPOTIFY_OWN_CLIENT.id() + "\",\"clientSecret\":\""
                    + SPOTIFY_OWN_CLIENT.secret() + "\"}";
            Api.put(service.address(), "/platforms/spotify/app", who.session(), app)
                    .expect(200);
            Api.post(service.address(), "/platforms/spotify/app/check", who.session(), "{}")
                    .expect(200);
            seeding.connectAs(who, Played.SPOTIFY, seeding.stranger("other" + i))
                    .expect(409);
            world.party(Played.SPOTIFY).script(Fault.Kind.BAD_GATEWAY.at(Endpoint.REFRESH));
            Api.post(service.address(), "/platforms/spotify/refresh", who.session(), "{}");
        }
        world.party(Played.SPOTIFY).wellAgain();
        world.party(Played.SPOTIFY).withdraw(people.get(1).id());
        Api.post(service.address(), "/platforms/spotify/refresh", people.get(1).session(), "{}");
        Api.delete(service.address(), "/user/platforms/spotify", people.get(2).session())
                .expect(200);
        Api.delete(service.address(), "/user", people.get(3).session()).expect(200);
        Api.post(service.address(), "/auth/logout", people.get(4).session(), "{}")
                .expect(204);
    }
}
