package dev.patchbay.app.settings;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Settings by name from a map: the environment, over what {@code .env} says. Safe for many threads. */
public final class EnvironmentSettings implements Settings {
    private static final int MAX_SECRET_FILE = 64 * 1024;

    /** What is shorter is in every text. */
    private static final int SHORTEST_SECRET = 4;

    private static final Pattern NAMED_LIKE_A_SECRET =
            Pattern.compile("(KEY|SECRET|TOKEN|PASSWORD|HMAC|CREDENTIAL)(S|_ID)?$");

    private final Map<String, String> values;
    private final Set<String> asked = Collections.synchronizedSet(new TreeSet<>());
    private final Set<String> secrets = Collections.synchronizedSet(new TreeSet<>());
    private final Set<SettingProblem> problems = Collections.synchronizedSet(new LinkedHashSet<>());

    public EnvironmentSettings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    @Override
    public Optional<String> text(String name) {
        asked.add(name);
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    @Override
    public Optional<Secret> secret(String name) {
        secrets.add(name);
        Optional<String> direct = text(name);
        Optional<String> file = text(name + "_FILE");
        if (direct.isPresent() && file.isPresent()) {
            problem(name, "is set, and so is " + name + "_FILE; keep one of them");
        }
        return direct.or(() -> file.flatMap(path -> read(name + "_FILE", path))).map(Secret::of);
    }

    private Optional<String> read(String name, String path) {
        try {
            Path file = Path.of(path);
            if (Files.size(file) > MAX_SECRET_FILE) {
                problem(name, "names a file of more than 64 KiB, which cannot be a secret");
                return Optional.empty();
            }
            String text = Files.readString(file).strip();
            if (text.isEmpty()) {
                problem(name, "names an empty file");
                return Optional.empty();
            }
            return Optional.of(text);
        } catch (IOException | RuntimeException e) {
            problem(name, "names a file that cannot be read as text");
            return Optional.empty();
        }
    }

    @Override
    public URI url(String name, URI fallback) {
        return text(name).flatMap(text -> parseUrl(name, text)).orElse(fallback);
    }

    private Optional<URI> parseUrl(String name, String text) {
        try {
            URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getQuery() != null
                    || uri.getFragment() != null) {
                problem(
                        name,
                        "must be an absolute URL without user, query or fragment, such as https://music.example.org");
                return Optional.empty();
            }
            if ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isLoopback(uri.getHost()))) {
                return Optional.of(uri);
            }
            problem(name, "must be https; plain http is for loopback addresses only (127.0.0.1, [::1], localhost)");
        } catch (URISyntaxException e) {
            problem(name, "is not a URL");
        }
        return Optional.empty();
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    @Override
    public int number(String name, int fallback, int min, int max) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, together with numbers out of bounds.
        }
        problem(name, "must be a whole number from " + min + " to " + max);
        return fallback;
    }

    @Override
    public SortedSet<String> namesBeginningWith(String prefix) {
        // To be told of is not to be asked for: a name that nobody reads is still a spelling mistake.
        return values.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(prefix) && !entry.getValue().isBlank())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void problem(String name, String what) {
        problems.add(new SettingProblem(name, what));
    }

    /** What was found wrong so far, with a hint where a name that is set looks like one that is missing. */
    public List<SettingProblem> problems() {
        synchronized (problems) {
            return problems.stream().map(this::withHint).toList();
        }
    }

    private SettingProblem withHint(SettingProblem problem) {
        boolean isSet = values.containsKey(problem.name());
        Optional<String> near = isSet ? Optional.empty() : Similarity.nearest(problem.name(), unasked());
        return near.map(found -> new SettingProblem(
                        problem.name(),
                        problem.what() + "; " + found + " is set, did you mean " + problem.name() + "?"))
                .orElse(problem);
    }

    /**
     * Names in the given file that nobody asked for but that look like one somebody did: spelling mistakes, most likely.
     * Asked after all modules have read theirs.
     */
    public List<SettingProblem> misspelled(Set<String> namesInFile) {
        List<SettingProblem> found = new ArrayList<>();
        for (String name : new TreeSet<>(namesInFile)) {
            if (!asked.contains(name)) {
                Similarity.nearest(name, asked)
                        .ifPresent(meant ->
                                found.add(new SettingProblem(name, "is not a setting; did you mean " + meant + "?")));
            }
        }
        return found;
    }

    /**
     * The settings that somebody asked for and that are set, for people to read: of secrets, and of whatever is named like one, only that they
     * are set. By name.
     */
    public Map<String, String> shown() {
        Map<String, String> shown = new TreeMap<>();
        synchronized (asked) {
            for (String name : asked) {
                String value = values.get(name);
                if (value != null) {
                    boolean hidden = secrets.contains(name)
                            || NAMED_LIKE_A_SECRET.matcher(name).find();
                    shown.put(name, hidden ? "set, not shown" : value.strip());
                }
            }
        }
        return shown;
    }

    /** The text without the value of any secret that is set, wherever it came from. */
    public String withoutSecrets(String text) {
        String clean = text;
        for (String name : List.copyOf(secrets)) {
            for (String value :
                    List.of(Optional.ofNullable(values.get(name)).orElse("").strip(), fileOf(name))) {
                if (value.length() >= SHORTEST_SECRET) {
                    clean = clean.replace(value, "redacted");
                }
            }
        }
        return clean;
    }

    private String fileOf(String name) {
        return Optional.ofNullable(values.get(name + "_FILE"))
                .flatMap(path -> read(name + "_FILE", path))
                .orElse("");
    }

    private Set<String> unasked() {
        Set<String> names = new TreeSet<>(values.keySet());
        names.removeAll(asked);
        return names;
    }
}
