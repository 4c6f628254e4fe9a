package dev.patchbay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerRulesTest {

    private static final Map<String, String> GOOD = Map.of(
            "version", "11.4.5-MariaDB-log",
            "wsrep_on", "OFF",
            "read_only", "OFF",
            "log_bin", "ON",
            "binlog_format", "MIXED",
            "sync_binlog", "1",
            "innodb_flush_log_at_trx_commit", "1",
            "default_storage_engine", "InnoDB");

    @Test
    void a_server_as_it_should_be_is_fine() {
        assertThat(ServerRules.refusals(GOOD)).isEmpty();
        assertThat(ServerRules.warnings(GOOD)).isEmpty();
    }

    @Test
    void servers_that_are_new_enough_are_fine() {
        for (String version : List.of(
                "10.6.0-MariaDB",
                "10.11.14-MariaDB-0+deb12u2",
                "12.0.1-MariaDB",
                "5.5.5-10.6.18-MariaDB",
                "8.0.19",
                "8.0.36-28",
                "8.4.0",
                "9.1.0")) {
            assertThat(ServerRules.refusals(with("version", version)))
                    .as(version)
                    .isEmpty();
        }
        Map<String, String> commented = with("version", "10.6.18");
        commented.put("version_comment", "mariadb.org binary distribution");
        assertThat(ServerRules.refusals(commented)).isEmpty();
    }

    @Test
    void servers_that_are_too_old_or_something_else_are_refused() {
        for (String version :
                List.of("10.5.29-MariaDB", "5.5.5-10.4.1-MariaDB", "8.0.18", "5.7.44-log", "8.0.11-TiDB-v7.5.1")) {
            assertThat(ServerRules.refusals(with("version", version)))
                    .as(version)
                    .singleElement()
                    .asString()
                    .contains("or later is needed");
        }
        assertThat(ServerRules.refusals(with("version", "SomethingElse 3"))).hasSize(1);
        assertThat(ServerRules.refusals(Map.of())).hasSize(1);
    }

    @Test
    void what_breaks_a_promise_is_refused_and_what_to_do_is_said() {
        refuses("wsrep_on", "ON", "Galera");
        refuses("read_only", "ON", "connect to the primary");
        refuses("read_only", "NO_LOCK_NO_ADMIN", "connect to the primary");
        refuses("super_read_only", "1", "connect to the primary");
        refuses("innodb_read_only", "ON", "connect to the primary");
        refuses("binlog_format", "STATEMENT", "ROW or MIXED");
        refuses("innodb_flush_log_at_trx_commit", "0", "set it to 1");
        refuses("innodb_flush_log_at_trx_commit", "2", "set it to 1");
        refuses("default_storage_engine", "Aria", "set it to InnoDB");
    }

    @Test
    void a_group_with_several_primaries_is_refused_and_one_with_a_single_primary_is_not() {
        Map<String, String> group = with("group_replication_group_name", "a group");
        group.put("group_replication_single_primary_mode", "ON");
        assertThat(ServerRules.refusals(group)).isEmpty();

        group.put("group_replication_single_primary_mode", "OFF");
        assertThat(ServerRules.refusals(group)).singleElement().asString().contains("single_primary_mode=ON");

        group.put("group_replication_group_name", "");
        assertThat(ServerRules.refusals(group)).as("no group").isEmpty();
    }

    @Test
    void a_format_of_a_log_that_is_not_written_does_not_matter() {
        Map<String, String> noLog = with("log_bin", "OFF");
        noLog.put("binlog_format", "STATEMENT");
        noLog.put("sync_binlog", "0");

        assertThat(ServerRules.refusals(noLog)).isEmpty();
        assertThat(ServerRules.warnings(noLog)).isEmpty();
    }

    @Test
    void a_log_that_is_not_synced_is_a_warning() {
        assertThat(ServerRules.refusals(with("sync_binlog", "0"))).isEmpty();
        assertThat(ServerRules.warnings(with("sync_binlog", "0")))
                .singleElement()
                .asString()
                .contains("sync_binlog=0");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        Map<String, String> bad = with("read_only", "ON");
        bad.put("wsrep_on", "ON");
        bad.put("version", "5.7.44");

        assertThat(ServerRules.refusals(bad)).hasSize(3);
    }

    @Test
    void every_variable_that_is_judged_is_asked_for() {
        assertThat(ServerRules.VARIABLES).containsAll(GOOD.keySet());
    }

    private static void refuses(String name, String value, String advice) {
        assertThat(ServerRules.refusals(with(name, value)))
                .as(name)
                .singleElement()
                .asString()
                .contains(advice);
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> all = new HashMap<>(GOOD);
        all.put(name, value);
        return all;
    }
}
