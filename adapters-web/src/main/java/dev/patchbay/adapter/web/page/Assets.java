package dev.patchbay.adapter.web.page;

import dev.patchbay.domain.account.Language;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The files that the pages load, by the path below {@code /assets/}. A closed list: no path can lead anywhere else. */
@Singleton
final class Assets {
    private static final String CSS = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String SVG = "image/svg+xml";
    private static final String JSON = "application/json; charset=utf-8";

    private static final List<String> STYLES = List.of("docs", "page");
    private static final List<String> SCRIPTS = List.of(
            "account",
            "acts",
            "chat",
            "chat-sign-in",
            "connections",
            "dialog",
            "docs",
            "live",
            "merge",
            "operator",
            "own-app",
            "paste",
            "plain",
            "seats",
            "swap",
            "times",
            "tools",
            "welcome",
            "words");

    private final Map<String, BundledFile> files;

    Assets() {
        String swagger = "META-INF/resources/webjars/swagger-ui/" + swaggerVersion() + "/";
        Map<String, BundledFile> found = new HashMap<>();
        SCRIPTS.forEach(
                name -> found.put("script/" + name + ".js", BundledFile.at("web/script/" + name + ".js", SCRIPT)));
        STYLES.forEach(name -> found.put("style/" + name + ".css", BundledFile.at("web/style/" + name + ".css", CSS)));
        Arrays.stream(Language.values())
                .map(Language::code)
                .forEach(code ->
                        found.put("words/" + code + ".json", BundledFile.at("web/words/" + code + ".json", JSON)));
        found.put("icon.svg", BundledFile.at("web/icon.svg", SVG));
        found.put("docs/swagger-ui.css", BundledFile.at(swagger + "swagger-ui.css", CSS));
        found.put("docs/swagger-ui-bundle.js", BundledFile.at(swagger + "swagger-ui-bundle.js", SCRIPT));
        files = Map.copyOf(found);
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
