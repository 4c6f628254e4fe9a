package dev.patchbay.adapter.persistence;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which tables there are, in an order in which each comes after those that it refers to. */
final class OurTables {

    /** Which migrations ran; written by these, and kept as a version in backups. */
    static final String HISTORY = "flyway_schema_history";

    private OurTables() {}

    /** Without the history of migrations. */
    static List<String> of(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        String schema = Statements.isH2(connection) ? connection.getSchema() : null;
        Set<String> names = new TreeSet<>();
        try (ResultSet tables = data.getTables(connection.getCatalog(), schema, "%", null)) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (tables.getString("TABLE_TYPE").endsWith("TABLE") && !name.equals(HISTORY)) {
                    names.add(name);
                }
            }
        }
        Map<String, Set<String>> needs = new TreeMap<>();
        for (String name : names) {
            Set<String> parents = new TreeSet<>();
            try (ResultSet keys = data.getImportedKeys(connection.getCatalog(), schema, name)) {
                while (keys.next()) {
                    parents.add(keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
                }
            }
            parents.remove(name);
            needs.put(name, parents);
        }
        return ordered(needs);
    }

    private static List<String> ordered(Map<String, Set<String>> needs) {
        Set<String> done = new LinkedHashSet<>();
        while (done.size() < needs.size()) {
            List<String> next = new ArrayList<>();
            needs.forEach((name, parents) -> {
                if (!done.contains(name) && done.containsAll(parents)) {
                    next.add(name);
                }
            });
            if (next.isEmpty()) {
                throw new IllegalStateException("tables refer to one another in a circle");
            }
            done.addAll(next);
        }
        return List.copyOf(done);
    }
}
