package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.patchbay.adapter.persistence.MariaDbServer;
import dev.patchbay.sandbox.party.RotationMode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup from before the last renewal comes back, at a platform that ends a grant when an old refresh token is shown. */
class RestoreTest {
    private static final Duration BETWEEN_FORCED = Duration.ofSeconds(11);

    @TempDir
    Path folder;

    /** What a service left that was backed up, went on, and was restored. @param spent the refresh token that is in the backup */
    private record Past(Map<String, String> settings, String spent) {}

    @Test
    void after_a_restore_no_spent_refresh_token_is_sent_and_the_person_can_mend_it() throws Exception {
        try (World world = World.usual()) {
            Past past = restored(world);
            try (Patchbay service = Patchbay.start(past.settings())) {
                URI address = service.address();
                Browser ann = world.signIn(address, "ann");
                assertThat(ann.get("/platforms/spotify/token").status())
                        .as("what is left of the access token is lent")
                        .isEqualTo(200);
                Browser.Answer refused = ann.post("/platforms/spotify/refresh", "{}");
                assertThat(refused.status()).isNotEqualTo(200);
                assertThat(refused.json())
                        .containsEntry("cause", "restored_from_backup")
                        .containsEntry("nextAction", "reconnect");
                Map<String, Object> status =
                        ann.get("/platforms/spotify/status").data();
                assertThat(status).containsEntry("state", "needs_reconnect");
                assertThat(String.valueOf(status.get("reason"))).contains("cause=restored_from_backup");
                // Time for everything that happens by itself every second.
                Thread.sleep(3000);
                assertThat(world.sandbox().ledger().presentationsOf(past.spent()))
                        .as("shown once, when it was good")
                        .isEqualTo(1);

                world.connect(ann, "ann");

                assertThat(ann.post("/platforms/spotify/refresh", "{}").status())
                        .isEqualTo(200);
                assertThat(world.sandbox().ledger().presentationsOf(past.spent()))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void an_operator_who_confirms_although_tokens_were_renewed_has_them_sent() throws Exception {
        try (World world = World.usual()) {
            Past past = restored(world);
            try (Patchbay service = Patchbay.start(past.settings())) {
                Browser ann = world.signIn(service.address(), "ann");

                assertThat(RestoreCommand.run(past.settings(), List.of("confirm", "spotify"), () -> ""))
                        .startsWith("1 connections");
                ann.post("/platforms/spotify/refresh", "{}");

                assertThat(world.sandbox().ledger().presentationsOf(past.spent()))
                        .isEqualTo(2);
            }
        }
    }

    private Past restored(World world) throws Exception {
        world.sandbox().spotify().rotation(new RotationMode.StrictRevoke());
        Map<String, String> settings = world.settings(folder);
        Path backup = folder.resolve("backup");
        String spent;
        try (Patchbay service = Patchbay.start(settings)) {
            Browser ann = world.connected(service.address(), "ann");
            assertThat(ann.post("/platforms/spotify/refresh", "{}").status()).isEqualTo(200);
            spent = world.sandbox()
                    .ledger()
                    .liveRefreshTokens("spotify", "ann")
                    .iterator()
                    .next();
            assertThat(BackupCommand.run(settings, List.of(backup.toString()))).startsWith("wrote ");
            Thread.sleep(BETWEEN_FORCED);
            assertThat(ann.post("/platforms/spotify/refresh", "{}").status()).isEqualTo(200);
            assertThat(world.sandbox().ledger().presentationsOf(spent)).isEqualTo(1);
            Browser bob = world.signIn(service.address(), "bob");
            assertThat(bob.get("/user/profile").status()).isEqualTo(200);

            assertThat(refusal(settings, backup)).contains("a service runs on this database");
        }
        assertThat(refusal(settings, backup)).contains("the database is not empty");
        assertThat(catchThrowableOfType(
                                StartRefused.class,
                                () -> RestoreCommand.run(
                                        settings, List.of(backup.toString(), "--replace"), () -> "yes"))
                        .lines())
                .containsExactly("nothing was changed");
        Map<String, String> otherKey = new HashMap<>(settings);
        otherKey.put("ENCRYPTION_KEY", "Zq8t4Yw1nV7cRk2Lx9Jb3Hs6Fd0Gm5Pe");
        assertThat(refusal(otherKey, backup)).contains("was made under master key");

        String said = RestoreCommand.run(settings, List.of(backup.toString(), "--replace"), () -> "replace");

        assertThat(said).contains("1 connections are not renewed", "1 accounts, 1 connections");
        assertThat(AuditCommand.run(settings, List.of("verify")).sound()).isTrue();
        return new Past(settings, spent);
    }

    private static String refusal(Map<String, String> settings, Path backup) {
        return String.join(
                "\n",
                catchThrowableOfType(
                                StartRefused.class,
                                () -> RestoreCommand.run(settings, List.of(backup.toString()), () -> ""))
                        .lines());
    }

    @Test
    void an_account_that_was_erased_since_is_erased_again_on_the_way_from_h2_to_mariadb() throws Exception {
        try (World world = World.usual();
                MariaDbServer server = MariaDbServer.start()) {
            Map<String, String> small = world.settings(folder);
            Map<String, String> big = world.settings(server.freshSchema());
            big.put("DATABASE_USER", server.user());
            Path backup = folder.resolve("backup");
            try (Patchbay service = Patchbay.start(small)) {
                world.connected(service.address(), "ann");
                world.signIn(service.address(), "bob");
                BackupCommand.run(small, List.of(backup.toString()));
            }
            assertThat(BackupCommand.run(small, List.of("verify", backup.toString())))
                    .contains("is whole", "2 accounts, 1 connections");
            assertThat(RestoreCommand.run(big, List.of(backup.toString()), () -> ""))
                    .contains("0 connections are not renewed", "knew of none");
            try (Patchbay service = Patchbay.start(big)) {
                Browser ann = world.signIn(service.address(), "ann");
                assertThat(ann.get("/platforms/spotify/token").status()).isEqualTo(200);
                Browser bob = world.signIn(service.address(), "bob");
                String id = String.valueOf(bob.get("/user/profile").data().get("id"));
                assertThat(bob.delete("/user").status()).isLessThan(300);
                ann.get("/user/profile");
                service.close();

                String said = RestoreCommand.run(big, List.of(backup.toString(), "--replace"), () -> "replace");

                assertThat(said).contains("erased again, as they were before: " + id);
                assertThat(AuditCommand.run(big, List.of("verify")).sound()).isTrue();
            }
        }
    }

    @Test
    void a_restore_that_was_killed_half_way_is_not_served() throws Exception {
        try (World world = World.usual()) {
            Map<String, String> settings = world.settings(folder);
            Patchbay.start(settings).close();
            String url = "jdbc:h2:async:" + folder.resolve("patchbay")
                    + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
            try (var connection = DriverManager.getConnection(url, "sa", "");
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE restore_under_way (id INT NOT NULL PRIMARY KEY)");
            }

            assertThat(catchThrowableOfType(StartRefused.class, () -> Patchbay.start(settings))
                            .lines())
                    .singleElement()
                    .asString()
                    .startsWith("a restore of this database did not come to its end");
            assertThat(Files.exists(folder.resolve("patchbay.mv.db"))).isTrue();
        }
    }
}
