package dev.patchbay.adapter.web.session;

import static java.util.Map.entry;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Map.Entry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person will recognise in their list of sessions: "Firefox on Linux", "curl". Coarse on purpose; display only. */
public final class Device {
    /** Order matters: most browsers name their ancestors too. */
    private static final List<Entry<String, String>> BROWSERS = List.of(
            entry("Edg", "Edge"),
            entry("OPR/", "Opera"),
            entry("SamsungBrowser", "Samsung Internet"),
            entry("Firefox", "Firefox"),
            entry("FxiOS", "Firefox"),
            entry("CriOS", "Chrome"),
            entry("Chrome", "Chrome"),
            entry("Safari", "Safari"));

    private static final List<Entry<String, String>> SYSTEMS = List.of(
            entry("Android", "Android"),
            entry("iPhone", "iPhone"),
            entry("iPad", "iPad"),
            entry("Windows", "Windows"),
            entry("Mac OS X", "macOS"),
            entry("CrOS", "ChromeOS"),
            entry("Linux", "Linux"));

    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,39}");

    private Device() {}

    public static String of(HttpRequest<?> request) {
        String agent = request.getHeaders().get(HttpHeaders.USER_AGENT);
        return agent == null ? "Unknown device" : of(agent);
    }

    static String of(String agent) {
        String browser = first(BROWSERS, agent);
        String system = first(SYSTEMS, agent);
        if (!browser.isEmpty()) {
            return system.isEmpty() ? browser : browser + " on " + system;
        }
        Matcher product = PRODUCT.matcher(agent);
        return product.lookingAt() ? product.group() : "Unknown device";
    }

    private static String first(List<Entry<String, String>> marks, String agent) {
        return marks.stream()
                .filter(mark -> agent.contains(mark.getKey()))
                .map(Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
