package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.usecase.attempt.Refusal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plain words for the codes that a browser brings back in its address. Whatever else it brings is not shown. */
final class Notices {
    private static final String UNKNOWN = "Something went wrong. Please try again.";

    private static final Map<String, String> WORDS = Stream.concat(
                    Stream.concat(
                            Stream.of(Map.entry(
                                    Code.NOTHING_TO_REPLACE.word(),
                                    "No other account is waiting any more, so nothing was changed.")),
                            Arrays.stream(Refusal.values()).map(refusal -> Map.entry(refusal.code(), refusal.words()))),
                    Stream.concat(
                            Arrays.stream(Cause.values()).map(cause -> Map.entry(cause.code(), cause.words())),
                            Arrays.stream(Code.values()).map(code -> Map.entry(code.word(), code.title() + "."))))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));

    private Notices() {}

    /** @param names of the parties that are here, by id */
    static Optional<Notice> of(Visit visit, Map<String, String> names) {
        if (visit.error().isPresent()) {
            return visit.error().map(code -> Notice.bad(WORDS.getOrDefault(code, UNKNOWN)));
        }
        Optional<Notice> connected = named(visit.connected(), names).map(name -> Notice.good(name + " is connected."));
        Optional<Notice> linked =
                named(visit.linked(), names).map(name -> Notice.good("You can now sign in with " + name + " too."));
        Optional<Notice> kept =
                named(visit.kept(), names).map(name -> Notice.good(name + " stays connected as it was."));
        Optional<Notice> reconnect = named(visit.reconnect(), names)
                .filter(name -> !visit.signedIn())
                .map(name -> Notice.bad("Please sign in to reconnect " + name + "."));
        return connected.or(() -> linked).or(() -> kept).or(() -> reconnect);
    }

    private static Optional<String> named(Optional<String> id, Map<String, String> names) {
        return id.flatMap(text -> Optional.ofNullable(names.get(text)));
    }
}
