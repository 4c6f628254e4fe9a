package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.patchbay.app.doctor.Finding;
import dev.patchbay.app.doctor.Finding.Status;
import dev.patchbay.app.doctor.Findings;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.KeyAndChain;
import dev.patchbay.port.certificate.TestAuthority;
import dev.patchbay.sandbox.SandboxOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way of breaking a service that is well becomes the finding that says so, and nothing else turns red. */
class DoctorTest {
    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private DoctorWorld ward;

    @BeforeAll
    static void aDatabaseThatAServiceMade() {
        try (World world = World.usual();
                Patchbay service = world.start(made)) {
            assertThat(service.address()).isNotNull();
        }
    }

    @BeforeEach
    void open() throws Exception {
        ward = new DoctorWorld(folder, made.resolve("patchbay.mv.db"));
    }

    @AfterEach
    void close() {
        ward.close();
    }

    /** Breaks one thing. */
    @FunctionalInterface
    interface Breaking {
        void of(DoctorWorld ward) throws Exception;
    }

    /**
     * A way of breaking it.
     *
     * @param tls whether TLS ends in the process before it is broken
     * @param words what is said of it, or what to do
     */
    record Case(String way, boolean tls, Breaking breaking, String check, Status status, List<String> words) {
        @Override
        public String toString() {
            return way;
        }
    }

    private static Case plain(String way, Breaking breaking, String check, Status status, String... words) {
        return new Case(way, false, breaking, check, status, List.of(words));
    }

    private static Case tls(String way, Breaking breaking, String check, Status status, String... words) {
        return new Case(way, true, breaking, check, status, List.of(words));
    }

    @Test
    void what_is_well_is_said_to_be_well() {
        Findings found = ward.examined();

        assertThat(troubles(found)).isEmpty();
        assertThat(found.exitCode()).isZero();
        assertThat(checks(found, Status.OK))
                .contains("settings", "system", "disk", "database", "clock", "key", "ports", "redirects", "telegram");
    }

    @Test
    void what_is_well_with_tls_is_said_to_be_well() {
        ward.withTls();

        Findings found = ward.examined();

        assertThat(troubles(found)).isEmpty();
        assertThat(checks(found, Status.OK)).contains("dns", "reach", "authority");
    }

    static Stream<Case> ways() {
        return Stream.of(settingsAndFiles(), machines(), databases(), names(), authorities(), parties(), certificates())
                .flatMap(one -> one);
    }

    private static Stream<Case> settingsAndFiles() {
        return Stream.of(
                plain(
                        "a misspelled name in the file",
                        ward -> {
                            ward.settings.put("SPOTIFY_CALLS_PER_SECNOD", "10");
                            ward.namesInFile.add("SPOTIFY_CALLS_PER_SECNOD");
                        },
                        "settings",
                        Status.FAIL,
                        "did you mean SPOTIFY_CALLS_PER_SECOND?"),
                plain(
                        "a signing secret from a tutorial",
                        ward -> ward.settings.put("JWT_SECRET", "changeme-changeme-changeme-changeme"),
                        "settings",
                        Status.FAIL,
                        "JWT_SECRET"),
                plain(
                        "no master key",
                        ward -> ward.settings.remove("MASTER_KEY_FILE"),
                        "settings",
                        Status.FAIL,
                        "ENCRYPTION_KEY"),
                plain(
                        "a master key that others may read",
                        ward -> Files.setPosixFilePermissions(
                                ward.folder.resolve("master.key"), PosixFilePermissions.fromString("rw-r--r--")),
                        "settings",
                        Status.FAIL,
                        "chmod 600"),
                plain(
                        "a master key beside its database",
                        ward -> ward.settings.put(
                                "MASTER_KEY_FILE",
                                ward.write("data/master.key", World.MASTER_KEY).toString()),
                        "key",
                        Status.WARN,
                        "beside the database"),
                plain(
                        "a spool that is no folder",
                        ward -> ward.settings.put(
                                "SPOOL_FOLDER", ward.write("spool", "").toString()),
                        "disk",
                        Status.FAIL,
                        "SPOOL_FOLDER"),
                plain(
                        "grants that wait in the spool",
                        ward -> {
                            Path spool = Files.createDirectory(ward.folder.resolve("spool"));
                            Files.writeString(spool.resolve("0000000000000000001-x.grant"), "x");
                            ward.settings.put("SPOOL_FOLDER", spool.toString());
                        },
                        "disk",
                        Status.WARN,
                        "1 renewed tokens wait"));
    }

    private static Stream<Case> machines() {
        return Stream.of(
                plain("a full disk", ward -> ward.machine.usable = 1024, "disk", Status.FAIL, "0 MiB are free"),
                plain(
                        "a disk that fills",
                        ward -> ward.machine.usable = 500L * 1024 * 1024,
                        "disk",
                        Status.WARN,
                        "500 MiB are free"),
                plain(
                        "few open files",
                        ward -> ward.machine.openFiles = 1024,
                        "system",
                        Status.WARN,
                        "1024 files",
                        "LimitNOFILE"),
                plain("an old Java", ward -> ward.machine.java = 21, "system", Status.FAIL, "install JDK 25"),
                plain(
                        "a clock that is off",
                        ward -> ward.clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-90)),
                        "clock",
                        Status.FAIL,
                        "s behind the database",
                        "NTP"),
                plain(
                        "a clock that drifts",
                        ward -> ward.clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(20)),
                        "clock",
                        Status.WARN,
                        "s ahead of Google"),
                tls(
                        "ports that are for root",
                        ward -> ward.machine.mayListen = false,
                        "ports",
                        Status.FAIL,
                        "CAP_NET_BIND_SERVICE",
                        "ip_unprivileged_port_start"));
    }

    private static Stream<Case> databases() {
        return Stream.of(
                plain(
                        "another master key",
                        ward -> ward.settings.put(
                                "MASTER_KEY_FILE",
                                ward.write("other.key", "w7Zt4Yw1nV7cRk2Lx9Jb3Hs6Fd0Gm5Pq")
                                        .toString()),
                        "key",
                        Status.FAIL,
                        "MASTER_KEY_FILE",
                        "nothing was written"),
                plain(
                        "a database that is away",
                        ward -> {
                            ward.settings.put(
                                    "DATABASE_URL", "jdbc:mysql://127.0.0.1:" + World.freePort() + "/patchbay");
                            ward.settings.put("DATABASE_USER", "patchbay");
                        },
                        "database",
                        Status.FAIL,
                        "does not answer",
                        "DATABASE_USER"),
                plain(
                        "a database of a later version",
                        ward -> {
                            String url = "jdbc:h2:file:" + ward.folder.resolve("data/patchbay")
                                    + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
                            try (var connection = DriverManager.getConnection(url, "sa", "");
                                    var statement = connection.createStatement()) {
                                statement.execute(
                                        "INSERT INTO \"flyway_schema_history\" SELECT 999, '999', 'from later',"
                                            + " \"type\", 'V999__from_later.sql', 1, \"installed_by\","
                                            + " \"installed_on\", 1, \"success\" FROM \"flyway_schema_history\" WHERE"
                                            + " \"installed_rank\" = 1");
                            }
                        },
                        "database",
                        Status.FAIL,
                        "later version",
                        "999"));
    }

    private static Stream<Case> names() {
        return Stream.of(
                tls(
                        "a name without an address",
                        ward -> ward.machine.names.clear(),
                        "dns",
                        Status.FAIL,
                        DoctorWorld.NAME + " has no address",
                        "DOMAIN"),
                tls(
                        "a name that leads elsewhere",
                        ward -> ward.machine.names.put(DoctorWorld.NAME, List.of("198.51.100.9")),
                        "dns",
                        Status.WARN,
                        "198.51.100.9 (A)",
                        "NAT",
                        DoctorWorld.ADDRESS),
                tls(
                        "a name that leads elsewhere by IPv6",
                        ward -> ward.machine.names.put(DoctorWorld.NAME, List.of(DoctorWorld.ADDRESS, "2001:db8::1")),
                        "dns",
                        Status.FAIL,
                        "(AAAA)",
                        "IPv6 first",
                        "no IPv6 address of its own"),
                tls(
                        "a name in the hosts file",
                        ward -> ward.machine.names.put(DoctorWorld.NAME, List.of("127.0.1.1")),
                        "dns",
                        Status.WARN,
                        "/etc/hosts"),
                tls(
                        "another server behind the name",
                        ward -> ward.nameLeadsHere = false,
                        "reach",
                        Status.FAIL,
                        "another server has the port"),
                plain(
                        "a redirect to localhost",
                        ward -> ward.settings.put("PATCHBAY_BASE_URL", "http://localhost:" + ward.settings.get("PORT")),
                        "redirects",
                        Status.FAIL,
                        "Spotify has to know http://localhost:",
                        "127.0.0.1"),
                plain(
                        "a redirect with a hyphen in its path",
                        ward -> ward.settings.put("SPOTIFY_REDIRECT_URI", "https://music.example.org/call-back"),
                        "redirects",
                        Status.WARN,
                        "hyphens"));
    }

    private static Stream<Case> authorities() {
        return Stream.of(
                tls(
                        "an authority that is away",
                        ward -> ward.settings.put(
                                "ACME_DIRECTORY_URL", "http://127.0.0.1:" + World.freePort() + "/directory"),
                        "authority",
                        Status.FAIL,
                        "does not answer",
                        "ACME_DIRECTORY_URL"),
                tls(
                        "an authority that is none",
                        ward -> ward.settings.put("ACME_DIRECTORY_URL", ward.stub("<html>") + "/directory"),
                        "authority",
                        Status.FAIL,
                        "no directory"),
                tls(
                        "an authority that wants to know whom it issues to",
                        ward -> ward.authoritySaysToo("\"externalAccountRequired\":true"),
                        "authority",
                        Status.FAIL,
                        "ACME_EAB_KEY_ID"),
                tls(
                        "a profile that is not offered",
                        ward -> ward.settings.put("ACME_PROFILE", "shortlived"),
                        "authority",
                        Status.WARN,
                        "does not offer the profile shortlived",
                        "one of classic"));
    }

    private static Stream<Case> parties() {
        return Stream.of(
                plain(
                        "a provider that is away",
                        ward -> ward.settings.put("GOOGLE_ISSUER", "http://127.0.0.1:" + World.freePort()),
                        "providers",
                        Status.WARN,
                        "Google cannot be asked",
                        "GOOGLE_"),
                plain(
                        "a token that Telegram does not know",
                        ward -> ward.settings.put(
                                "TELEGRAM_BOT_TOKEN",
                                SandboxOptions.TELEGRAM_BOT.token().replace('A', 'B')),
                        "telegram",
                        Status.FAIL,
                        "TELEGRAM_BOT_TOKEN is not accepted"),
                plain(
                        "another bot's name",
                        ward -> ward.settings.put("BOT_USERNAME", "another_bot"),
                        "telegram",
                        Status.FAIL,
                        "BOT_USERNAME=" + SandboxOptions.TELEGRAM_BOT.username()),
                plain(
                        "a Telegram that does not answer",
                        ward -> ward.settings.put("TELEGRAM_API_URL", "http://127.0.0.1:" + World.freePort()),
                        "telegram",
                        Status.WARN,
                        "does not answer",
                        "TELEGRAM_API_URL"),
                plain(
                        "somebody else's webhook",
                        ward -> telegramSays(
                                ward, "\"url\":\"https://other.example/hook/secret\",\"pending_update_count\":0"),
                        "telegram",
                        Status.WARN,
                        "at other.example, although TELEGRAM_MODE is polling"),
                plain(
                        "updates that pile up",
                        ward -> telegramSays(ward, "\"url\":\"\",\"pending_update_count\":4000"),
                        "telegram",
                        Status.WARN,
                        "4000 updates wait"),
                plain(
                        "a webhook that cannot be posted to",
                        ward -> {
                            ward.settings.put("TELEGRAM_MODE", "webhook");
                            telegramSays(
                                    ward,
                                    "\"url\":\"" + ward.settings.get("PATCHBAY_BASE_URL")
                                            + "/telegram/webhook\",\"pending_update_count\":1,\"last_error_date\":"
                                            + Instant.now().getEpochSecond()
                                            + ",\"last_error_message\":\"Connection refused\"");
                        },
                        "telegram",
                        Status.WARN,
                        "Connection refused"));
    }

    /** One answer does for both questions: each reads what it knows. */
    private static void telegramSays(DoctorWorld ward, String hook) {
        ward.settings.put(
                "TELEGRAM_API_URL",
                ward.stub("{\"ok\":true,\"result\":{\"id\":1,\"username\":\"" + SandboxOptions.TELEGRAM_BOT.username()
                        + "\"," + hook + "}}"));
    }

    private static Stream<Case> certificates() {
        Duration day = Duration.ofDays(1);
        return Stream.of(
                tls(
                        "files of a certificate that expired",
                        ward -> files(ward, DoctorWorld.NAME, day.negated()),
                        "certificate",
                        Status.FAIL,
                        "expired",
                        "TLS_CERTIFICATE_FILE"),
                tls(
                        "files of somebody else's certificate",
                        ward -> files(ward, "other.example.org", day.multipliedBy(60)),
                        "certificate",
                        Status.FAIL,
                        "not for " + DoctorWorld.NAME),
                tls(
                        "files of a certificate that ends soon",
                        ward -> files(ward, DoctorWorld.NAME, day.multipliedBy(3)),
                        "certificate",
                        Status.WARN,
                        "days are left"));
    }

    private static void files(DoctorWorld ward, String name, Duration left) {
        KeyAndChain both = new TestAuthority("Test Root", Instant.now())
                .issue(
                        CertificateNames.of(name),
                        Instant.now().minus(Duration.ofDays(90)),
                        Instant.now().plus(left));
        ward.settings.remove("ACME_EMAIL");
        ward.settings.put(
                "TLS_CERTIFICATE_FILE",
                ward.write("chain.pem", both.chain().toPem()).toString());
        ward.settings.put(
                "TLS_KEY_FILE",
                ward.write(
                                "key.pem",
                                "-----BEGIN PRIVATE KEY-----\n"
                                        + Base64.getMimeEncoder()
                                                .encodeToString(both.key().revealBytes())
                                        + "\n-----END PRIVATE KEY-----\n")
                        .toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void a_way_of_breaking_it_is_told_and_nothing_else_turns_red(Case broken) throws Exception {
        if (broken.tls()) {
            ward.withTls();
        }
        broken.breaking().of(ward);

        Findings found = ward.examined();

        assertBroken(found, broken.check(), broken.status(), broken.words());
    }

    @ParameterizedTest
    @MethodSource("portNames")
    void a_port_that_somebody_else_has_is_told(String setting) throws Exception {
        if (!setting.equals("PORT")) {
            ward.withTls();
        }
        int port = Integer.parseInt(ward.settings.get(setting));
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            Findings found = ward.examined();

            assertBroken(found, "ports", Status.FAIL, List.of(setting + " " + taken.getLocalPort(), "ss -ltnp"));
        }
    }

    static Stream<String> portNames() {
        return Stream.of("PORT", "MANAGEMENT_PORT", "HTTP_PORT", "HTTPS_PORT");
    }

    @Test
    void files_that_another_process_has_open_are_told() throws Exception {
        try (FileChannel file = FileChannel.open(
                folder.resolve("data/patchbay.mv.db"), StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            assertThat(file.lock()).isNotNull();

            assertBroken(
                    ward.examined(),
                    "database",
                    Status.FAIL,
                    List.of("for H2 that no other process has its files open"));
        }
    }

    @Test
    void every_problem_with_settings_is_a_line_and_the_rest_is_looked_at_all_the_same() {
        ward.settings.put("JWT_SECRET", "secret");
        ward.settings.put("PORT", "eighty");
        ward.settings.remove("SPOTIFY_CLIENT_SECRET");
        ward.settings.put("TELEGRAM_MODE", "carrier pigeon");

        Findings found = ward.examined();

        assertThat(found.all())
                .filteredOn(one -> one.check().equals("settings"))
                .extracting(one -> one.what().split(" ", 2)[0])
                .containsExactlyInAnyOrder("JWT_SECRET", "PORT", "SPOTIFY_CLIENT_SECRET", "TELEGRAM_MODE");
        assertThat(checks(found, Status.OK)).contains("database", "key", "disk", "redirects");
        assertThat(found.exitCode()).isEqualTo(1);
        assertThat(found.text() + found.json()).doesNotContain(SandboxOptions.TELEGRAM_BOT.token(), World.MASTER_KEY);
    }

    @Test
    void a_service_that_runs_is_asked_for_what_only_it_can_know() {
        ward.settings.remove("TELEGRAM_BOT_TOKEN");
        ward.settings.remove("BOT_USERNAME");
        try (Patchbay service = Patchbay.start(ward.settings)) {
            assertThat(service.address()).isNotNull();

            Findings found = ward.examined();

            assertThat(troubles(found)).isEmpty();
            assertThat(found.all())
                    .extracting(Finding::what)
                    .contains(
                            "PORT " + ward.settings.get("PORT") + " is held by the service that runs",
                            "the one in MASTER_KEY_FILE opens the database");
        }
    }

    @Test
    void a_service_that_runs_with_tls_has_its_ports_for_itself() {
        ward.withTls();
        files(ward, DoctorWorld.NAME, Duration.ofDays(60));
        // Asked by the service itself, which knows the name as the world does.
        ward.settings.put("ACME_SELF_CHECK", "off");
        try (Patchbay service = Patchbay.start(ward.settings)) {
            assertThat(service.address()).isNotNull();

            Findings found = ward.examined();

            assertThat(troubles(found)).as(found.text()).isEmpty();
            assertThat(found.all())
                    .extracting(Finding::what)
                    .contains(
                            "HTTP_PORT " + ward.settings.get("HTTP_PORT") + " is held by the service that runs",
                            "HTTPS_PORT " + ward.settings.get("HTTPS_PORT") + " is held by the service that runs");
        }
    }

    @Test
    void a_service_that_runs_with_another_master_key_is_told() {
        try (Patchbay service = Patchbay.start(ward.settings)) {
            assertThat(service.address()).isNotNull();
            ward.settings.put(
                    "MASTER_KEY_FILE",
                    ward.write("other.key", "w7Zt4Yw1nV7cRk2Lx9Jb3Hs6Fd0Gm5Pq").toString());

            assertBroken(ward.examined(), "key", Status.FAIL, List.of("another master key than these settings name"));
        }
    }

    @Test
    void a_port_that_somebody_took_from_a_service_that_runs_is_not_taken_for_its_own() throws Exception {
        try (Patchbay service = Patchbay.start(ward.settings);
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(service.address()).isNotNull();
            ward.settings.put("PORT", String.valueOf(taken.getLocalPort()));

            assertBroken(ward.examined(), "ports", Status.FAIL, List.of("PORT " + taken.getLocalPort()));
        }
    }

    @Test
    void settings_that_cannot_be_read_are_told_and_the_rest_is_looked_at() throws Exception {
        Path file = folder.resolve(".env");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        ward.settings.put("SPOTIFY_REDIRECT_URI", "https://music.example.org/platforms/spotify/callback");

        DoctorCommand.Told told = DoctorCommand.run(file, ward.settings, List.of());

        assertThat(told.exitCode()).isEqualTo(78);
        assertThat(told.text()).contains("FAIL  settings     " + file + " cannot be read", "ok    database");
        assertThat(DoctorCommand.run(folder.resolve("none"), ward.settings, List.of("--json"))
                        .exitCode())
                .isZero();
    }

    @Test
    void what_costs_nothing_is_looked_at_before_a_start_and_warned_of_once() throws Exception {
        Path spool = Files.createDirectory(folder.resolve("waiting"));
        Files.writeString(spool.resolve("0000000000000000001-x.grant"), "x");
        ward.settings.put("SPOOL_FOLDER", spool.toString());
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        var log = Logs.context().getLogger(StartUp.class);
        log.addAppender(said);
        try (Patchbay service = Patchbay.start(ward.settings)) {
            assertThat(service.address()).isNotNull();
        } finally {
            log.detachAppender(said);
        }

        assertThat(said.list)
                .filteredOn(event -> event.getFormattedMessage().contains(spool.toString()))
                .singleElement()
                .satisfies(event -> assertThat(event.getLevel()).isEqualTo(Level.WARN));
    }

    @Test
    void nothing_is_made_where_nothing_is_yet() throws Exception {
        Path empty = folder.resolve("empty");
        ward.settings.put("DATABASE_URL", "jdbc:h2:file:" + empty.resolve("patchbay"));
        ward.settings.put("SPOOL_FOLDER", empty.resolve("spool").toString());

        assertThat(troubles(ward.examined())).isEmpty();
        assertThat(empty).doesNotExist();
    }

    @Test
    void programs_read_what_people_read() {
        Findings found = ward.examined();

        assertThat(Findings.ofJson(found.json())).contains(found);
        assertThat(Findings.ofJson("{}")).isEmpty();
    }

    private static void assertBroken(Findings found, String check, Status status, List<String> words) {
        assertThat(found.all())
                .filteredOn(one -> one.status() == status && one.check().equals(check))
                .as(found.text())
                .anySatisfy(one -> assertThat(one.what() + " -> " + one.todo()).contains(words));
        assertThat(troubles(found)).as(found.text()).allMatch(one -> one.check().equals(check));
        assertThat(found.exitCode()).isEqualTo(status == Status.FAIL ? 1 : 0);
    }

    private static List<Finding> troubles(Findings found) {
        return found.all().stream()
                .filter(one -> one.status() == Status.FAIL || one.status() == Status.WARN)
                .toList();
    }

    private static List<String> checks(Findings found, Status status) {
        return found.all().stream()
                .filter(one -> one.status() == status)
                .map(Finding::check)
                .toList();
    }
}
