package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.attempt.Refusal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plain words for the codes that a browser brings back in its address. Whatever else it brings is not shown. */
final class Notices {
    private static final Map<String, Refusal> REFUSALS =
            Arrays.stream(Refusal.values()).collect(Collectors.toUnmodifiableMap(Refusal::code, one -> one));
    private static final Map<String, Cause> CAUSES =
            Arrays.stream(Cause.values()).collect(Collectors.toUnmodifiableMap(Cause::code, one -> one));
    private static final Map<String, Code> CODES =
            Arrays.stream(Code.values()).collect(Collectors.toUnmodifiableMap(Code::word, one -> one));

    private Notices() {}

    /** @param names of the parties that are here */
    static Optional<Notice> of(Visit visit, Visitor visitor, Map<ProviderId, String> names) {
        Words words = visitor.words();
        if (visit.error().isPresent()) {
            return visit.error().map(code -> Notice.bad(error(code, words)));
        }
        Stream<Optional<Notice>> told = Stream.of(
                named(visit.connected(), names).map(name -> Notice.good(words.say("notice.connected", name))),
                named(visit.linked(), names).map(name -> Notice.good(words.say("notice.linked", name))),
                named(visit.kept(), names).map(name -> Notice.good(words.say("notice.kept", name))),
                named(visit.reconnect(), names)
                        .filter(name -> visitor.who().isEmpty())
                        .map(name -> Notice.bad(words.say("notice.reconnect", name))),
                Optional.of(Notice.bad(words.say("notice.signed-out"))).filter(_ -> visitor.wasSignedIn()));
        return told.flatMap(Optional::stream).findFirst();
    }

    private static String error(String code, Words words) {
        if (code.equals(Code.NOTHING_TO_REPLACE.word())) {
            return words.say("notice.nothing-to-replace");
        }
        if (REFUSALS.containsKey(code)) {
            return words.problem(code, REFUSALS.get(code).words());
        }
        if (CAUSES.containsKey(code)) {
            return words.cause(CAUSES.get(code));
        }
        return CODES.containsKey(code)
                ? words.problem(code, CODES.get(code).title() + ".")
                : words.say("notice.unknown-error");
    }

    private static Optional<String> named(Optional<String> id, Map<ProviderId, String> names) {
        return id.flatMap(ProviderId::parse).flatMap(known -> Optional.ofNullable(names.get(known)));
    }
}
