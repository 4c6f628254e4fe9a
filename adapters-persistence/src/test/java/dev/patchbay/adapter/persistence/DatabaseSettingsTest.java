package dev.patchbay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.settings.GivenSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {

    @Test
    void without_settings_everything_is_kept_in_an_embedded_database_in_the_data_folder() {
        GivenSettings settings = GivenSettings.of(Map.of());

        DatabaseSettings read = DatabaseSettings.read(settings);

        assertThat(settings.problems()).isEmpty();
        assertThat(read.isEmbedded()).isTrue();
        assertThat(read.url().reveal())
                .isEqualTo("jdbc:h2:async:./data/patchbay;MODE=MySQL;DATABASE_TO_LOWER=TRUE;"
                        + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=5000");
        assertThat(read.user()).isEqualTo("sa");
        assertThat(read.password()).isEmpty();
    }

    @Test
    void all_settings_become_the_properties_of_the_pool() {
        DatabaseSettings read = DatabaseSettings.read(GivenSettings.of(Map.of(
                "DATABASE_URL", "jdbc:mysql://db:3306/patchbay?sslMode=VERIFY_IDENTITY&socketTimeout=5000",
                "DATABASE_USER", "patchbay",
                "DATABASE_PASSWORD", "not for the log")));

        assertThat(read.micronautProperties())
                .containsEntry("datasources.default.username", "patchbay")
                .containsEntry("datasources.default.password", "not for the log")
                .containsEntry("datasources.default.driver-class-name", "com.mysql.cj.jdbc.Driver")
                .containsEntry("datasources.default.connection-timeout", 2_000)
                .containsEntry("datasources.default.max-lifetime", 300_000)
                .containsEntry("datasources.default.transaction-isolation", "TRANSACTION_READ_COMMITTED")
                .containsEntry(
                        "datasources.default.url",
                        "jdbc:mysql://db:3306/patchbay?sslMode=VERIFY_IDENTITY&socketTimeout=5000"
                                + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
                                + "&useServerPrepStmts=true&cachePrepStmts=true&prepStmtCacheSize=250"
                                + "&prepStmtCacheSqlLimit=4096&useAffectedRows=false&connectTimeout=2000"
                                + "&tcpKeepAlive=true&sessionVariables=innodb_lock_wait_timeout=5");
        assertThat(read.toString()).doesNotContain("not for the log").doesNotContain("jdbc:");
    }

    @Test
    void a_mariadb_url_goes_by_the_same_driver() {
        DatabaseSettings read = DatabaseSettings.read(
                GivenSettings.of(Map.of("DATABASE_URL", "jdbc:mariadb://db/patchbay", "DATABASE_USER", "p")));

        assertThat(read.url().reveal()).startsWith("jdbc:mysql://db/patchbay?connectionTimeZone=UTC&");
        assertThat(read.isEmbedded()).isFalse();
    }

    @Test
    void user_and_password_may_stand_in_the_url() {
        GivenSettings settings =
                GivenSettings.of(Map.of("DATABASE_URL", "jdbc:mysql://db/patchbay?user=ann&password=hidden"));

        DatabaseSettings read = DatabaseSettings.read(settings);

        assertThat(settings.problems()).isEmpty();
        assertThat(read.user()).isEqualTo("ann");
        assertThat(read.password()).contains(Secret.of("hidden"));
    }

    @Test
    void a_database_in_memory_lives_as_long_as_the_process() {
        assertThat(DatabaseSettings.read(GivenSettings.of(Map.of("DATABASE_URL", "jdbc:h2:mem:demo")))
                        .url()
                        .reveal())
                .endsWith(";DB_CLOSE_DELAY=-1");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:/var/lib/x, jdbc:h2:async:/var/lib/x",
        "jdbc:h2:/var/lib/x, jdbc:h2:async:/var/lib/x",
        "jdbc:h2:~/x, jdbc:h2:async:~/x",
        "jdbc:h2:C:/x, jdbc:h2:async:C:/x",
        "JDBC:H2:FILE:x, jdbc:h2:async:x",
        "jdbc:h2:async:./x, jdbc:h2:async:./x",
        "jdbc:h2:nioMapped:./x, jdbc:h2:nioMapped:./x"
    })
    void files_are_opened_so_that_an_interrupted_thread_does_not_close_them(String given, String opened) {
        assertThat(DatabaseSettings.read(GivenSettings.of(Map.of("DATABASE_URL", given)))
                        .url()
                        .reveal())
                .startsWith(opened + ";");
    }

    @Test
    void what_the_operator_says_as_we_would_is_accepted_in_any_case() {
        GivenSettings settings = GivenSettings.of(Map.of("DATABASE_URL", "jdbc:h2:./data/x;mode=mysql;write_delay=0"));

        assertThat(DatabaseSettings.read(settings).url().reveal())
                .startsWith("jdbc:h2:async:./data/x;mode=mysql;write_delay=0;DATABASE_TO_LOWER=TRUE;")
                .doesNotContain("MODE=", "WRITE_DELAY=");
        assertThat(settings.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:./data/x;WRITE_DELAY=500",
                "jdbc:h2:./data/x;write_delay=1",
                "jdbc:h2:./data/x;AUTO_SERVER=TRUE",
                "jdbc:h2:tcp://localhost/x",
                "jdbc:h2:./data/x;MODE=Oracle",
                "jdbc:h2:./data/x;DATABASE_TO_LOWER=FALSE",
                "jdbc:mysql://db/x?user=a&connectionTimeZone=SERVER",
                "jdbc:mysql://db/x?user=a&useAffectedRows=true",
                "jdbc:mysql://db/x?user=a&forceConnectionTimeZoneToSession=false",
                "jdbc:postgresql://db/x",
                "no address at all"
            })
    void what_would_break_a_promise_is_a_problem_of_the_url(String url) {
        GivenSettings settings = GivenSettings.of(Map.of("DATABASE_URL", url));

        DatabaseSettings.read(settings);

        assertThat(settings.problems()).singleElement().asString().startsWith("DATABASE_URL ");
    }

    @Test
    void a_server_needs_a_user() {
        GivenSettings settings = GivenSettings.of(Map.of("DATABASE_URL", "jdbc:mysql://db/patchbay"));

        DatabaseSettings.read(settings);

        assertThat(settings.problems()).containsExactly("DATABASE_USER is needed with MariaDB and MySQL");
    }
}
