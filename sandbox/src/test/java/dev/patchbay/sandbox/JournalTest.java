package dev.patchbay.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.party.RotationMode;
import java.io.BufferedReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path folder = Path.of("replaced before each test");

    private SandboxOptions options() {
        return SandboxOptions.defaults().withJournal(folder.resolve("deep/journal"));
    }

    @Test
    void a_new_sandbox_goes_on_where_the_last_one_stopped() {
        String code;
        String dead;
        String live;
        String google;
        String keys;
        try (Sandbox sandbox = Sandbox.start(options());
                App app = App.spotify(sandbox)) {
            sandbox.spotify().rotation(new RotationMode.Rotate());
            sandbox.spotify().seat("cleo", true);
            sandbox.spotify().seat("bob", false);
            sandbox.google().addPerson("Dora", "");
            code = App.code(sandbox.spotify().approve(app.authUrl(), "ann"));
            dead = app.exchange(App.code(sandbox.spotify().approve(app.authUrl(), "ann")))
                    .text("refresh_token");
            live = app.refresh(dead).text("refresh_token");
            google = app.get(URI.create(sandbox.googleIssuer() + "/certs"), "").body();
        }
        try (Sandbox sandbox = Sandbox.start(options());
                App app = App.spotify(sandbox)) {
            keys = app.get(URI.create(sandbox.googleIssuer() + "/certs"), "").body();
            assertThat(keys).isEqualTo(google);
            assertThat(sandbox.google().person("dora")).isPresent();
            assertThat(sandbox.ledger().isLiveRefreshToken(live)).isTrue();
            assertThat(sandbox.ledger().isLiveRefreshToken(dead)).isFalse();
            assertThat(sandbox.ledger().presentationsOf(dead)).isEqualTo(1);
            assertThat(sandbox.ledger().calls("spotify", Endpoint.REFRESH)).isEqualTo(1);
            assertThat(app.exchange(code).status()).as("a code is still good").isEqualTo(200);
            String token = app.refresh(live).text("access_token");
            assertThat(app.get(URI.create(sandbox.spotifyApiUrl() + "/me"), "Bearer " + token)
                            .status())
                    .isEqualTo(200);
            String cleo = app.exchange(App.code(sandbox.spotify().approve(app.authUrl(), "cleo")))
                    .text("access_token");
            assertThat(app.get(URI.create(sandbox.spotifyApiUrl() + "/me"), "Bearer " + cleo)
                            .status())
                    .isEqualTo(200);
            String bob = app.exchange(App.code(sandbox.spotify().approve(app.authUrl(), "bob")))
                    .text("access_token");
            assertThat(app.get(URI.create(sandbox.spotifyApiUrl() + "/me"), "Bearer " + bob)
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_killed_process_finds_its_tokens_live_again() throws Exception {
        Path journal = folder.resolve("journal");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--journal",
                        journal.toString())
                .redirectErrorStream(true)
                .start();
        String refreshToken;
        try (BufferedReader output = process.inputReader(UTF_8)) {
            String home = Objects.requireNonNull(output.readLine()).replaceAll(".* ", "");
            refreshToken = connectAt(URI.create(home));
        } finally {
            process.destroyForcibly().waitFor();
        }

        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withJournal(journal));
                App app = App.spotify(sandbox)) {
            assertThat(app.refresh(refreshToken).status()).isEqualTo(200);
        }
    }

    private static String connectAt(URI home) {
        try (App app = App.spotify(home.resolve("/spotify-accounts"), SandboxOptions.SPOTIFY_CLIENT)) {
            Map<String, String> decision = new LinkedHashMap<>(App.query(app.authUrl()));
            decision.put("person", "ann");
            URI there = home.resolve("/spotify-accounts/authorize/decision");
            URI returned = URI.create(app.post(there, decision, "").header("Location"));
            return app.exchange(App.code(returned)).text("refresh_token");
        }
    }

    @Test
    void a_torn_last_line_is_cut_off_and_writing_goes_on_after_it() throws Exception {
        Path journal = folder.resolve("journal");
        SandboxOptions options = SandboxOptions.defaults().withJournal(journal);
        try (Sandbox sandbox = Sandbox.start(options)) {
            sandbox.google().addPerson("Dora", "");
        }
        Files.writeString(journal, "{\"about\":\"google.people\",\"id\":\"tor", StandardOpenOption.APPEND);
        try (Sandbox sandbox = Sandbox.start(options)) {
            sandbox.google().addPerson("Emil", "");
        }

        try (Sandbox sandbox = Sandbox.start(options)) {
            assertThat(sandbox.google().people()).extracting("id").containsExactly("ann", "bob", "dora", "emil");
        }
    }

    @Test
    void damage_further_up_is_refused_without_repeating_the_line() throws Exception {
        Path journal = folder.resolve("journal");
        Files.writeString(journal, "{\"about\":\"ledger\",\"secret\":\"hush\n{}\n");

        assertThatIllegalStateException()
                .isThrownBy(() -> Sandbox.start(SandboxOptions.defaults().withJournal(journal)))
                .withMessage("line 1 of the journal is damaged")
                .satisfies(e -> assertThat(String.valueOf(e.getCause())).doesNotContain("hush"));
    }

    @Test
    void only_the_owner_may_read_it() throws Exception {
        Path journal = folder.resolve("journal");
        Files.writeString(journal, "");
        Files.setPosixFilePermissions(journal, PosixFilePermissions.fromString("rw-rw-r--"));
        for (Path path : List.of(journal, folder.resolve("new"))) {
            try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withJournal(path))) {
                assertThat(sandbox.home()).isNotNull();
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void two_sandboxes_cannot_share_one() {
        try (Sandbox sandbox = Sandbox.start(options())) {
            assertThat(sandbox.home()).isNotNull();
            assertThatIllegalStateException()
                    .isThrownBy(() -> Sandbox.start(options()))
                    .withMessageContaining("in use");
        }
    }
}
