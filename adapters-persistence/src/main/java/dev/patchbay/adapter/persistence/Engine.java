package dev.patchbay.adapter.persistence;

import static java.util.Map.entry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A database we speak to: its driver, and what its URL must say so that our promises hold. */
enum Engine {
    H2("org.h2.Driver") {
        @Override
        JdbcUrl parse(String url) {
            // H2's usual files are closed for good, and the database with them, when a thread is interrupted while it
            // reads or writes. These are not. (http://www.h2database.com/html/advanced.html#file_system)
            return JdbcUrl.h2(FILE.matcher(url).replaceFirst(H2_FILE));
        }

        @Override
        JdbcUrl complete(JdbcUrl url) {
            JdbcUrl whole = url.withMissing(ordered(
                    entry("MODE", "MySQL"),
                    entry("DATABASE_TO_LOWER", "TRUE"),
                    entry("CASE_INSENSITIVE_IDENTIFIERS", "TRUE"),
                    // Without it a commit that was acknowledged is lost when the process dies at once.
                    entry("WRITE_DELAY", "0"),
                    entry("DB_CLOSE_ON_EXIT", "FALSE"),
                    entry("LOCK_TIMEOUT", "5000")));
            return url.startsWith("jdbc:h2:mem:") ? whole.withMissing(Map.of("DB_CLOSE_DELAY", "-1")) : whole;
        }

        @Override
        List<String> objections(JdbcUrl url) {
            List<String> all = new ArrayList<>();
            if (url.startsWith("jdbc:h2:tcp:") || url.startsWith("jdbc:h2:ssl:") || isOn(url, "AUTO_SERVER")) {
                all.add("shares an embedded database between processes; use MariaDB or MySQL for that");
            }
            if (url.option("INIT").isPresent()) {
                all.add("must not have INIT, which runs statements that are not ours at every connect");
            }
            require(all, url, "WRITE_DELAY", "0", "so that no acknowledged write is lost in a crash");
            require(all, url, "MODE", "MySQL", "the dialect that our statements are written in");
            require(all, url, "DATABASE_TO_LOWER", "TRUE", "or our tables are not found");
            require(all, url, "CASE_INSENSITIVE_IDENTIFIERS", "TRUE", "or our tables are not found");
            return all;
        }
    },

    /** MariaDB too: one driver for both. */
    MYSQL("com.mysql.cj.jdbc.Driver") {
        @Override
        JdbcUrl parse(String url) {
            return JdbcUrl.mysql(url.replaceFirst("^(?i)jdbc:mariadb:", "jdbc:mysql:"));
        }

        @Override
        JdbcUrl complete(JdbcUrl url) {
            return url.withMissing(ordered(
                    entry("connectionTimeZone", "UTC"),
                    entry("forceConnectionTimeZoneToSession", "true"),
                    entry("useServerPrepStmts", "true"),
                    entry("cachePrepStmts", "true"),
                    entry("prepStmtCacheSize", "250"),
                    entry("prepStmtCacheSqlLimit", "4096"),
                    // Our compare-and-swap counts the rows that an UPDATE found, also when it leaves them as they were.
                    entry("useAffectedRows", "false"),
                    entry("connectTimeout", "2000"),
                    entry("socketTimeout", "15000"),
                    entry("tcpKeepAlive", "true"),
                    entry("sessionVariables", "innodb_lock_wait_timeout=5")));
        }

        @Override
        List<String> objections(JdbcUrl url) {
            List<String> all = new ArrayList<>();
            for (String open : OPEN_DOORS) {
                require(
                        all,
                        url,
                        open,
                        "false",
                        "or whoever answers for the database reads or runs things in this process");
            }
            require(all, url, "connectionTimeZone", "UTC", "the zone in which all times are kept");
            require(all, url, "forceConnectionTimeZoneToSession", "true", "so that the server's clock is read in UTC");
            require(all, url, "useAffectedRows", "false", "so that a write knows which rows it found");
            return all;
        }
    };

    /** The beginning of an H2 URL that names a file, with or without saying so. */
    private static final Pattern FILE =
            Pattern.compile("^jdbc:h2:(?:file:|(?=[./~\\\\]|[a-z]:[/\\\\]))", Pattern.CASE_INSENSITIVE);

    /** What the driver does for a server that asks for it, and ours never does. */
    private static final List<String> OPEN_DOORS =
            List.of("allowLoadLocalInfile", "allowUrlInLocalInfile", "autoDeserialize", "allowMultiQueries");

    private static final String H2_FILE = "jdbc:h2:async:";

    private final String driver;

    Engine(String driver) {
        this.driver = driver;
    }

    String driver() {
        return driver;
    }

    abstract JdbcUrl parse(String url);

    /** With the options that must be there and are not. */
    abstract JdbcUrl complete(JdbcUrl url);

    /** What the operator asked for and we cannot do, in words that follow the setting's name. */
    abstract List<String> objections(JdbcUrl url);

    /** The file that a complete URL of H2 names, without its ending; empty when it names none. */
    static Optional<Path> fileIn(String url) {
        String base = JdbcUrl.h2(url).base();
        return Optional.of(base)
                .filter(named -> named.startsWith(H2_FILE))
                .map(named -> named.substring(H2_FILE.length()).replaceFirst("^~", System.getProperty("user.home")))
                .map(Path::of);
    }

    private static boolean isOn(JdbcUrl url, String option) {
        return url.option(option).filter("TRUE"::equalsIgnoreCase).isPresent();
    }

    private static void require(List<String> objections, JdbcUrl url, String option, String value, String why) {
        if (url.option(option).filter(given -> !given.equalsIgnoreCase(value)).isPresent()) {
            objections.add("must say " + option + "=" + value + " or leave it out: " + why);
        }
    }

    @SafeVarargs
    private static Map<String, String> ordered(Map.Entry<String, String>... entries) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : entries) {
            all.put(entry.getKey(), entry.getValue());
        }
        return all;
    }
}
