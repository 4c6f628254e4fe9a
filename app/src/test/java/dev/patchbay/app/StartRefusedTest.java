package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that is set up wrongly does not start, and says everything that is wrong at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartRefusedTest {
    /** Settings without which one is not looked at. */
    private static final Map<String, Map<String, String>> COMPANY = Map.of(
            "VAULT_ADDR", Map.of("TRANSIT_KEY", "patchbay", "VAULT_TOKEN", "hvs.token", "ENCRYPTION_KEY", ""),
            "DATABASE_USER", Map.of("DATABASE_URL", "jdbc:mysql://127.0.0.1/x"),
            "ACME_EAB_KEY_ID", Map.of("DOMAIN", "music.example", "ACME_EMAIL", "op@music.example"),
            "OIDC_GOOGLE_CLIENT_ID",
                    Map.of("OIDC_GOOGLE_ISSUER", "https://id.example", "OIDC_GOOGLE_CLIENT_SECRET", "secret"),
            "OIDC_SPOTIFY_CLIENT_ID",
                    Map.of("OIDC_SPOTIFY_ISSUER", "https://id.example", "OIDC_SPOTIFY_CLIENT_SECRET", "secret"));

    @TempDir
    Path folder;

    private World world;

    @BeforeAll
    void open() {
        world = World.usual();
    }

    @AfterAll
    void close() {
        world.close();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', textBlock = """
        ENCRYPTION_KEY          | short
        ENCRYPTION_KEY          | 00000000000000000000000000000000
        ENCRYPTION_KEY          | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        ENCRYPTION_KEY          | AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
        MASTER_KEY_FILE         | /does/not/exist
        JWT_SECRET              | secret
        JWT_SECRET              | changeme-changeme-changeme-changeme
        JWT_SECRET              | your-256-bit-secret-your-256-bit-secret
        JWT_ALGORITHM           | none
        JWT_ALGORITHM           | HS256
        JWT_ALGORITHM           | RS256
        JWT_EXPIRATION_DAYS     | 0
        JWT_EXPIRATION_DAYS     | many
        PATCHBAY_BASE_URL       | http://music.example.org
        PATCHBAY_BASE_URL       | music.example.org
        PATCHBAY_BASE_URL       | https://music.example.org/path
        PATCHBAY_BASE_URL       | https://user:pass@music.example.org
        FRONTEND_URL            | http://app.example.org
        FRONTEND_URL            | javascript:alert(1)
        PORT                    | 99999
        PORT                    | eighty
        MANAGEMENT_PORT         | -1
        DOMAIN                  | *.music.example
        DOMAIN                  | music.example
        CERTBOT_EMAIL           | op@music.example
        TLS_KEY_FILE            | /does/not/exist
        HTTPS_PORT              | 0
        ACME_DIRECTORY_URL      | http://ca.example.org/directory
        DATABASE_URL            | jdbc:postgresql://127.0.0.1/patchbay
        DATABASE_URL            | mysql://127.0.0.1/patchbay
        DATABASE_URL            | jdbc:h2:file:./x;WRITE_DELAY=500
        GOOGLE_ISSUER           | http://accounts.google.com
        GOOGLE_ISSUER           | ftp://127.0.0.1
        MICROSOFT_AUTHORITY     | https://login.microsoftonline.com/contoso.example
        OIDC_HOME_ISSUER        | http://id.example.org
        OIDC_MY_HOME_ISSUER     | https://id.example.org
        OIDC_GOOGLE_CLIENT_ID   | a name that another sign-in has
        OIDC_SPOTIFY_CLIENT_ID  | a name that a platform has
        GOOGLE_CLIENT_SECRET    | ''
        GOOGLE_CLIENT_ID        | ''
        SPOTIFY_CLIENT_SECRET   | ''
        SPOTIFY_ACCOUNTS_URL    | http://spotify.example.org
        SPOTIFY_API_URL         | not a url
        SPOTIFY_REDIRECT_URI    | http://music.example.org/callback
        SPOTIFY_CALLS_PER_SECOND | 0
        FRONTEND_ORIGINS        | *
        FRONTEND_ORIGINS        | null
        FRONTEND_ORIGINS        | http://app.example.org
        FRONTEND_ORIGINS        | https://app.example.org/path
        FRONTEND_ORIGINS        | https://*.example.org
        TRUSTED_PROXIES         | 0.0.0.0/0
        TRUSTED_PROXIES         | ::/0
        TRUSTED_PROXIES         | *
        TRUSTED_PROXIES         | proxy.example.org
        FORWARDED_HEADER        | X-Real-IP
        BIND_ADDRESS            | music.example.org
        MANAGEMENT_ADDRESS      | *
        LIMITS                  | maybe
        LIMIT_REFUSED           | -1
        MAX_CONNECTIONS         | 0
        MAX_EVENT_STREAMS       | -1
        MAX_CONNECTIONS_PER_ADDRESS | unlimited
        REQUEST_HEAD_SECONDS    | 0
        REQUEST_BODY_SECONDS    | 86400
        IDLE_SECONDS            | 0
        DRAIN_SECONDS           | -1
        DATABASE_URL            | jdbc:h2:tcp://127.0.0.1/x
        DATABASE_URL            | jdbc:h2:file:./x;AUTO_SERVER=TRUE
        DATABASE_URL            | jdbc:h2:file:./x;INIT=RUNSCRIPT FROM x
        DATABASE_URL            | jdbc:mysql://127.0.0.1/x?user=x&allowLoadLocalInfile=true
        DATABASE_URL            | jdbc:mysql://127.0.0.1/x?user=x&autoDeserialize=true
        DATABASE_URL            | jdbc:mysql://127.0.0.1/x?user=x&useAffectedRows=true
        DATABASE_USER           | ''
        TRANSIT_KEY             | patchbay
        NEXT_ENCRYPTION_KEY     | changeme
        VAULT_ADDR              | http://vault.example.org
        TELEGRAM_BOT_TOKEN      | token
        BOT_USERNAME            | some_bot
        TELEGRAM_API_URL        | http://telegram.example.org
        TELEGRAM_MODE           | webhook
        TELEGRAM_WEBHOOK_SECRET | short
        GOOGLE_REDIRECT_URI     | http://music.example.org/callback
        ACME_SELF_CHECK         | sometimes
        ACME_EAB_KEY_ID         | id
        JWT_SECRET              | thisIsMySuperSecretKeyThatNobodyKnows1234
        JWT_SECRET              | 0123456789012345678901234567890123456789
        JWT_EXPIRATION_DAYS     | 3650
        """)
    void a_bad_setting_is_named(String name, String value) {
        Map<String, String> settings = world.settings(folder);
        settings.put(name, value);
        COMPANY.getOrDefault(name, Map.of()).forEach(settings::put);

        StartRefused refused = catchThrowableOfType(StartRefused.class, () -> Patchbay.start(settings));

        assertThat(refused).isNotNull();
        assertThat(refused.lines()).anySatisfy(line -> assertThat(line).contains(name));
    }

    @Test
    void a_missing_master_key_refuses_and_names_both_ways_to_give_one() {
        Map<String, String> settings = world.settings(folder);
        settings.remove("ENCRYPTION_KEY");

        assertThatThrownBy(() -> Patchbay.start(settings))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("ENCRYPTION_KEY")
                .hasMessageContaining("MASTER_KEY_FILE");
    }

    @Test
    void all_problems_are_told_at_once_and_nothing_is_written() {
        Path untouched = folder.resolve("untouched");
        Map<String, String> settings = world.settings(untouched);
        settings.put("ENCRYPTION_KEY", "short");
        settings.put("PORT", "eighty");
        settings.put("GOOGLE_ISSUER", "http://accounts.google.com");
        settings.put("JWT_SECRET", "secret");
        settings.remove("SPOTIFY_CLIENT_SECRET");

        StartRefused refused = catchThrowableOfType(StartRefused.class, () -> Patchbay.start(settings));

        assertThat(String.join("\n", refused.lines()))
                .contains("ENCRYPTION_KEY", "PORT", "GOOGLE_ISSUER", "JWT_SECRET", "SPOTIFY_CLIENT_SECRET")
                .doesNotContain("short\n");
        assertThat(untouched).doesNotExist();
    }

    @Test
    void a_misspelled_name_is_answered_with_the_one_that_was_meant() {
        Map<String, String> settings = world.settings(folder);
        settings.put("SPOTIFY_CLIENT_SECRT", settings.remove("SPOTIFY_CLIENT_SECRET"));
        Set<String> inFile = Set.of("SPOTIFY_CLIENT_SECRT");

        assertThatThrownBy(() -> Patchbay.start(settings, inFile))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("did you mean SPOTIFY_CLIENT_SECRET?");
    }

    @Test
    void the_wrong_master_key_refuses_and_leaves_the_database_as_it_was() {
        Map<String, String> settings = world.settings(folder);
        String token;
        Browser ann;
        try (Patchbay service = Patchbay.start(settings)) {
            ann = world.connected(service.baseUrl(), "ann");
            token = ann.accessToken();
        }
        Map<String, String> wrong = new HashMap<>(settings);
        wrong.put("ENCRYPTION_KEY", "w7Zt4Yw1nV7cRk2Lx9Jb3Hs6Fd0Gm5Pq");

        assertThatThrownBy(() -> Patchbay.start(wrong))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("ENCRYPTION_KEY");

        try (Patchbay service = Patchbay.start(settings)) {
            assertThat(ann.at(service.baseUrl()).accessToken()).isEqualTo(token);
        }
    }

    @Test
    void a_database_that_is_away_refuses_in_plain_words() {
        Map<String, String> settings = world.settings("jdbc:mysql://127.0.0.1:" + World.freePort() + "/patchbay");
        settings.put("DATABASE_WAIT_SECONDS", "1");
        settings.put("DATABASE_USER", "patchbay");

        StartRefused refused = catchThrowableOfType(StartRefused.class, () -> Patchbay.start(settings));

        assertThat(refused.lines()).singleElement().asString().contains("DATABASE_URL");
    }

    @Test
    void a_port_that_is_taken_refuses_in_plain_words() throws Exception {
        Map<String, String> settings = world.settings(folder);
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            settings.put("PORT", String.valueOf(taken.getLocalPort()));

            assertThatThrownBy(() -> Patchbay.start(settings))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("PORT " + taken.getLocalPort());
        }
    }
}
