package dev.patchbay.adapter.web.page;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The files that the pages load, by the path below {@code /assets/}. A closed list: no path can lead anywhere else. */
@Singleton
final class Assets {
    private static final String CSS = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String SVG = "image/svg+xml";

    private final Map<String, BundledFile> files;

    Assets() {
        String swagger = "META-INF/resources/webjars/swagger-ui/" + swaggerVersion() + "/";
        files = Map.ofEntries(
                Map.entry("page.css", BundledFile.at("web/page.css", CSS)),
                Map.entry("page.js", BundledFile.at("web/page.js", SCRIPT)),
                Map.entry("methods.js", BundledFile.at("web/methods.js", SCRIPT)),
                Map.entry("own-app.js", BundledFile.at("web/own-app.js", SCRIPT)),
                Map.entry("seats.js", BundledFile.at("web/seats.js", SCRIPT)),
                Map.entry("chat.js", BundledFile.at("web/chat.js", SCRIPT)),
                Map.entry("chat-sign-in.js", BundledFile.at("web/chat-sign-in.js", SCRIPT)),
                Map.entry("tools.js", BundledFile.at("web/tools.js", SCRIPT)),
                Map.entry("icon.svg", BundledFile.at("web/icon.svg", SVG)),
                Map.entry("docs/docs.css", BundledFile.at("web/docs.css", CSS)),
                Map.entry("docs/docs.js", BundledFile.at("web/docs.js", SCRIPT)),
                Map.entry("docs/swagger-ui.css", BundledFile.at(swagger + "swagger-ui.css", CSS)),
                Map.entry("docs/swagger-ui-bundle.js", BundledFile.at(swagger + "swagger-ui-bundle.js", SCRIPT)));
    }

    Optional<BundledFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The jar says its own version, so that an update is one number in the pom. */
    private static String swaggerVersion() {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(
                    BundledFile.at("META-INF/maven/org.webjars/swagger-ui/pom.properties", "text/plain")
                            .text()));
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
