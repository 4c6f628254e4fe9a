package dev.patchbay.app.doctor;

import dev.patchbay.app.doctor.Finding.Status;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was found, in the order in which it is told; may be empty. */
public record Findings(List<Finding> all) {
    private static final int WIDTH = 12;
    private static final JsonMapper JSON = JsonMapper.createDefault();

    public Findings {
        all = List.copyOf(all);
    }

    /** 0 when nothing failed, else 1. Warnings fail nothing. */
    public int exitCode() {
        return worst() == Status.FAIL ? 1 : 0;
    }

    private Status worst() {
        return has(Status.FAIL) ? Status.FAIL : has(Status.WARN) ? Status.WARN : Status.OK;
    }

    private boolean has(Status status) {
        return all.stream().anyMatch(one -> one.status() == status);
    }

    /** For people: a line for each, what to do below it, and how many there are of each kind. */
    public String text() {
        var text = new StringBuilder();
        for (Finding one : all) {
            text.append(line(mark(one.status()), one.check(), one.what()));
            if (!one.todo().isEmpty()) {
                text.append(line("", "", "-> " + one.todo()));
            }
        }
        return text.append("\n%d failed, %d to look at, %d good, %d not looked at\n"
                        .formatted(count(Status.FAIL), count(Status.WARN), count(Status.OK), count(Status.SKIPPED)))
                .toString();
    }

    private static String line(String mark, String check, String words) {
        // What outside parties say may have anything in it.
        return ("%-5s %-" + WIDTH + "s %s\n").formatted(mark, check, words.replaceAll("\\p{Cntrl}", " "));
    }

    private static String mark(Status status) {
        return switch (status) {
            case OK -> "ok";
            case WARN -> "warn";
            case FAIL -> "FAIL";
            case SKIPPED -> "-";
        };
    }

    private long count(Status status) {
        return all.stream().filter(one -> one.status() == status).count();
    }

    /** For programs: {@code {"outcome":"ok|warn|fail","findings":[{"check","status","what","todo"}]}}, in one line. */
    public String json() {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("outcome", word(worst()));
        whole.put("findings", all.stream().map(Findings::object).toList());
        try {
            return JSON.writeValueAsString(whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> object(Finding one) {
        Map<String, String> object = new LinkedHashMap<>();
        object.put("check", one.check());
        object.put("status", word(one.status()));
        object.put("what", one.what());
        object.put("todo", one.todo());
        return object;
    }

    private static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** What {@link #json} wrote; empty when it is something else, as another version may say. */
    public static Optional<Findings> ofJson(String json) {
        try {
            if (!(JSON.readValue(json, Object.class) instanceof Map<?, ?> whole)
                    || !(whole.get("findings") instanceof List<?> list)) {
                return Optional.empty();
            }
            List<Finding> all = new ArrayList<>();
            for (Object one : list) {
                if (one instanceof Map<?, ?> object) {
                    all.add(new Finding(
                            text(object, "check"),
                            Status.valueOf(text(object, "status").toUpperCase(Locale.ROOT)),
                            text(object, "what"),
                            text(object, "todo")));
                }
            }
            return Optional.of(new Findings(all));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(Map<?, ?> object, String name) {
        return String.valueOf(object.get(name));
    }

    /** For a log: only what somebody should look at. */
    public List<String> troubles() {
        return all.stream()
                .filter(one -> one.status() == Status.WARN || one.status() == Status.FAIL)
                .map(one -> one.check() + ": " + one.what() + "; " + one.todo())
                .collect(Collectors.toList());
    }
}
