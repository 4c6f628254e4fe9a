package dev.patchbay.adapter.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The API's description as data, and as much of JSON Schema as it uses. */
final class ApiDocument {
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final Map<?, ?> root;

    private ApiDocument(Map<?, ?> root) {
        this.root = root;
    }

    static ApiDocument read() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        String text = BundledFile.at("web/openapi.yaml", "application/yaml").text();
        return new ApiDocument((Map<?, ?>) new Yaml(new SafeConstructor(options)).load(text));
    }

    Map<?, ?> root() {
        return root;
    }

    /** As {@code GET /platforms/{}/token}. */
    NavigableSet<String> routes() {
        NavigableSet<String> routes = new TreeSet<>();
        map(root.get("paths")).forEach((path, item) -> map(item).keySet().stream()
                .filter(METHODS::contains)
                .forEach(method -> routes.add(route(method.toString(), path.toString()))));
        return routes;
    }

    static String route(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^}]*}", "{}");
    }

    NavigableSet<String> enumOf(String schema) {
        NavigableSet<String> words = new TreeSet<>();
        ((List<?>) at("#/components/schemas/" + schema + "/enum")).forEach(word -> words.add(word.toString()));
        return words;
    }

    /** Every map in the document, with where it stands. */
    void walk(BiConsumer<String, Map<?, ?>> visitor) {
        walk("#", root, visitor);
    }

    private static void walk(String place, @Nullable Object node, BiConsumer<String, Map<?, ?>> visitor) {
        if (node instanceof Map<?, ?> map) {
            visitor.accept(place, map);
            map.forEach((key, value) -> walk(place + "/" + key, value, visitor));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> walk(place + "[]", value, visitor));
        }
    }

    /** @throws AssertionError when a reference leads nowhere */
    Object at(String reference) {
        Object node = root;
        for (String step : reference.substring(2).split("/", -1)) {
            node = map(node).get(step);
            if (node == null) {
                throw new AssertionError(reference + " leads nowhere");
            }
        }
        return node;
    }

    /** What is wrong with the value by the schema; empty when nothing is. */
    List<String> problems(Object schemaNode, @Nullable Object value) {
        List<String> problems = new ArrayList<>();
        check("$", map(schemaNode), value, problems);
        return problems;
    }

    private void check(String place, Map<?, ?> schema, @Nullable Object value, List<String> problems) {
        schema.forEach((keyword, rule) -> {
            switch (keyword.toString()) {
                case "$ref" -> check(place, map(at(rule.toString())), value, problems);
                case "type" -> expect(isType(rule, value), place + " is not " + rule, problems);
                case "const" -> expect(rule.equals(value), place + " is not " + rule, problems);
                case "enum" -> expect(((List<?>) rule).contains(value), place + " is not one of " + rule, problems);
                case "oneOf", "anyOf" -> {
                    boolean fits = ((List<?>) rule)
                            .stream().anyMatch(one -> problems(one, value).isEmpty());
                    expect(fits, place + " fits no alternative", problems);
                }
                default -> checkInside(place, keyword.toString(), rule, value, problems);
            }
        });
    }

    /** Keywords that say something of values of one type alone. Bounds that examples do not try are left out. */
    private void checkInside(String place, String keyword, Object rule, @Nullable Object value, List<String> problems) {
        if (value instanceof String text && keyword.equals("pattern")) {
            expect(Pattern.compile(rule.toString()).matcher(text).find(), place + " has another shape", problems);
        }
        if (value instanceof List<?> list && keyword.equals("items")) {
            list.forEach(item -> check(place + "[]", map(rule), item, problems));
        }
        if (value instanceof Map<?, ?> object && keyword.equals("required")) {
            ((List<?>) rule).forEach(name -> expect(object.containsKey(name), place + " lacks " + name, problems));
        }
        if (value instanceof Map<?, ?> object && keyword.equals("properties")) {
            object.forEach((name, part) -> {
                boolean known = map(rule).containsKey(name);
                expect(known, place + " has an undocumented " + name, problems);
                if (known) {
                    check(place + "." + name, map(map(rule).get(name)), part, problems);
                }
            });
        }
    }

    private static void expect(boolean met, String otherwise, List<String> problems) {
        if (!met) {
            problems.add(otherwise);
        }
    }

    private static boolean isType(Object types, @Nullable Object value) {
        return types instanceof List<?> several
                ? several.stream().anyMatch(one -> isType(one, value))
                : switch (types.toString()) {
                    case "object" -> value instanceof Map;
                    case "array" -> value instanceof List;
                    case "string" -> value instanceof String;
                    case "integer" -> value instanceof Integer;
                    case "boolean" -> value instanceof Boolean;
                    case "null" -> value == null;
                    default -> throw new AssertionError("no such type: " + types);
                };
    }

    static Map<?, ?> map(@Nullable Object node) {
        return (Map<?, ?>) Objects.requireNonNull(node);
    }
}
