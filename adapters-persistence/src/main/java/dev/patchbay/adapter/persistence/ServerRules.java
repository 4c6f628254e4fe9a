package dev.patchbay.adapter.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which settings of a MariaDB or MySQL server break which of our promises. */
final class ServerRules {

    static final List<String> VARIABLES = List.of(
            "version",
            "version_comment",
            "wsrep_on",
            "group_replication_group_name",
            "group_replication_single_primary_mode",
            "read_only",
            "super_read_only",
            "innodb_read_only",
            "log_bin",
            "binlog_format",
            "sync_binlog",
            "innodb_flush_log_at_trx_commit",
            "default_storage_engine");

    private static final Pattern VERSION = Pattern.compile("^(?:5\\.5\\.5-)?(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})");

    /** With 3 MariaDB syncs more often than with 1. */
    private static final Set<String> DURABLE = Set.of("1", "3");

    private ServerRules() {}

    /** One line for each thing that must be changed before the service may start. Unknown variables are fine. */
    static List<String> refusals(Map<String, String> variables) {
        List<String> all = new ArrayList<>(version(variables));
        if (isOn(variables, "wsrep_on")) {
            all.add("the database is a Galera cluster, which can lose acknowledged writes and apply two renewals of one"
                    + " connection; use a single server, or replication with one primary");
        }
        if (!given(variables, "group_replication_group_name").isEmpty()
                && isOff(variables, "group_replication_single_primary_mode")) {
            all.add("the database is a replication group with several primaries;"
                    + " set group_replication_single_primary_mode=ON");
        }
        if (isOn(variables, "read_only") || isOn(variables, "super_read_only") || isOn(variables, "innodb_read_only")) {
            all.add("the database server is read-only; connect to the primary");
        }
        if (isOn(variables, "log_bin") && given(variables, "binlog_format").equals("statement")) {
            all.add("the database has binlog_format=STATEMENT, which refuses READ COMMITTED; set it to ROW or MIXED");
        }
        String flush = given(variables, "innodb_flush_log_at_trx_commit");
        if (!flush.isEmpty() && !DURABLE.contains(flush)) {
            all.add("the database has innodb_flush_log_at_trx_commit=" + flush
                    + ", which loses acknowledged writes in a crash; set it to 1");
        }
        String engine = given(variables, "default_storage_engine");
        if (!engine.isEmpty() && !engine.equals("innodb")) {
            all.add("the database has default_storage_engine=" + engine
                    + ", which has no transactions we can rely on; set it to InnoDB");
        }
        return all;
    }

    static List<String> warnings(Map<String, String> variables) {
        String sync = given(variables, "sync_binlog");
        return isOn(variables, "log_bin") && !sync.isEmpty() && !sync.equals("1")
                ? List.of("the database has sync_binlog=" + sync + ": when the machine loses power, acknowledged writes"
                        + " can be lost; set it to 1")
                : List.of();
    }

    private static List<String> version(Map<String, String> variables) {
        String version = given(variables, "version");
        boolean mariaDb = (version + given(variables, "version_comment")).contains("mariadb");
        Matcher numbers = VERSION.matcher(version);
        if (!numbers.find()) {
            return List.of("the database server says it is version '" + version
                    + "', which is no version of MariaDB or MySQL; use one of them");
        }
        long number = Long.parseLong(numbers.group(1)) * 1_000_000
                + Long.parseLong(numbers.group(2)) * 1_000
                + Long.parseLong(numbers.group(3));
        if (number >= (mariaDb ? 10_006_000 : 8_000_019)) {
            return List.of();
        }
        return List.of("the database server is version " + version + "; " + (mariaDb ? "MariaDB 10.6" : "MySQL 8.0.19")
                + " or later is needed");
    }

    private static boolean isOn(Map<String, String> variables, String name) {
        String value = given(variables, name);
        return !value.isEmpty() && !isOff(variables, name);
    }

    private static boolean isOff(Map<String, String> variables, String name) {
        return Set.of("off", "0").contains(given(variables, name));
    }

    private static String given(Map<String, String> variables, String name) {
        return variables.getOrDefault(name, "").toLowerCase(Locale.ROOT);
    }
}
