package dev.patchbay.benchmarks;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings that every benchmark starts a service with. */
final class Settings {
    private static final String DATABASE = "DATABASE_URL";

    /**
     * On an embedded database in that folder; {@code DATABASE_URL} and its companions in the environment point it at MySQL or MariaDB
     * instead.
     */
    static Map<String, String> in(Path folder) {
        String port = System.getenv().getOrDefault("PORT", "8180");
        Map<String, String> settings = new HashMap<>();
        settings.put("PORT", port);
        settings.put("PATCHBAY_BASE_URL", "http://127.0.0.1:" + port);
        settings.put("MANAGEMENT_PORT", "0");
        settings.put("DRAIN_SECONDS", "0");
        settings.put("SPOOL_FOLDER", folder.resolve("spool").toString());
        settings.put(DATABASE, "jdbc:h2:file:" + folder.resolve("patchbay"));
        settings.put("ENCRYPTION_KEY", "q8Zt4Yw1nV7cRk2Lx9Jb3Hs6Fd0Gm5Pe");
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("DATABASE_")) {
                settings.put(name, value);
            }
        });
        return settings;
    }

    /** As {@link #in}, on a database of its own beside the one that the environment names; it is made when it is not there. */
    static Map<String, String> in(Path folder, String name) {
        Map<String, String> settings = in(folder.resolve(name));
        String given = System.getenv(DATABASE);
        if (given != null) {
            int end = given.indexOf('?');
            String base = end < 0 ? given : given.substring(0, end);
            String options = end < 0 ? "?" : given.substring(end) + "&";
            settings.put(DATABASE, base + "_" + name + options + "createDatabaseIfNotExist=true");
        }
        return settings;
    }

    private Settings() {}
}
