package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's commands while the service has the embedded database to itself. */
class OperatorDeskTest {
    @TempDir
    Path folder;

    @Test
    void keys_turn_and_are_looked_at_while_the_service_lends_tokens() throws Exception {
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(folder);
            Path socket = folder.resolve("operator.sock");
            try (Patchbay service = Patchbay.start(settings)) {
                Browser ann = world.connected(service.address(), "ann");
                String account = String.valueOf(ann.get("/user/profile").data().get("id"));
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                        .isEqualTo("rw-------");

                assertThat(Operator.run(settings, List.of("keys", "rotate"))).contains("vault key 2 is");
                String status = "";
                for (int look = 0; look < 150 && !status.contains("vault key 2 is active"); look++) {
                    Thread.sleep(200);
                    status = Operator.run(settings, List.of("keys", "status"));
                    assertThat(ann.get("/platforms/spotify/token").status()).isEqualTo(200);
                }
                assertThat(status).contains("vault key 1 only unwraps", "vault key 2 is active");

                assertThat(InspectCommand.run(settings, List.of())).contains("connections: 1 active");
                assertThat(InspectCommand.run(settings, List.of(account))).contains("spotify as Ann Lindqvist");
                assertThat(Operator.run(settings, List.of("revive", "spotify"))).startsWith("0 connections to spotify");
            }
            assertThat(socket).doesNotExist();
            assertThat(Operator.run(settings, List.of("keys", "status"))).contains("vault key 2 is active");
        }
    }

    @Test
    void what_the_service_refuses_comes_back_with_its_reasons() {
        try (World world = World.usual();
                Patchbay service = world.start(folder)) {
            assertThat(service.address()).isNotNull();
            Map<String, String> settings = world.settings(folder);

            assertThat(refused(() -> Operator.run(settings, List.of("revive", "nothing"))))
                    .singleElement()
                    .asString()
                    .startsWith("there is no platform nothing here");
            assertThat(refused(() -> InspectCommand.run(settings, List.of("mmp_00000000-0000-4000-8000-000000000000"))))
                    .singleElement()
                    .asString()
                    .startsWith("there is no account");
        }
    }

    @Test
    void a_socket_that_a_killed_process_left_is_in_nobodys_way() throws Exception {
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(folder);
            Files.createFile(folder.resolve("operator.sock"));

            assertThat(Operator.run(settings, List.of("keys", "status"))).contains("vault key 1 is active");
            try (Patchbay service = Patchbay.start(settings)) {
                assertThat(service.address()).isNotNull();
                assertThat(Operator.run(settings, List.of("keys", "status"))).contains("vault key 1 is active");
            }
        }
    }

    private static List<String> refused(Runnable command) {
        return catchThrowableOfType(StartRefused.class, command::run).lines();
    }
}
