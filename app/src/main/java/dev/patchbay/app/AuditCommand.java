package dev.patchbay.app;

import dev.patchbay.domain.activity.AuditHead;
import dev.patchbay.usecase.audit.VerifyAudit;
import dev.patchbay.usecase.audit.VerifyAudit.Findings;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code ./patchbay audit verify}: whether somebody changed by hand what is noted of accounts. Ends with 1 when somebody did. */
public final class AuditCommand {
    /** What {@link Operator} knows it by. */
    static final String WORD = "audit";

    private static final int BROKEN = 1;
    private static final String SOUND_MARK = "sound\n";
    private static final String BROKEN_MARK = "broken\n";
    private static final String USAGE = "usage: ./patchbay audit verify [--json] [--expect <number:digest>]";

    public static void main(String[] args) {
        Outcome outcome = Main.orExit(() -> run(Operator.values(), List.of(args)));
        System.out.println(outcome.text());
        if (!outcome.sound()) {
            System.exit(BROKEN);
        }
    }

    /** What to print, and how to end. */
    record Outcome(boolean sound, String text) {}

    static Outcome run(Map<String, String> values, List<String> args) {
        String answer = Operator.run(
                values, Stream.concat(Stream.of(WORD), args.stream()).toList());
        return new Outcome(answer.startsWith(SOUND_MARK), answer.substring(answer.indexOf('\n') + 1));
    }

    static Function<ApplicationContext, String> command(List<String> args) {
        List<String> rest = new ArrayList<>(args);
        boolean json = rest.remove("--json");
        int at = rest.indexOf("--expect");
        Optional<AuditHead> expected = Optional.empty();
        if (at >= 0 && at + 1 < rest.size()) {
            expected = AuditHead.parse(rest.get(at + 1));
            rest.subList(at, at + 2).clear();
        }
        if (!rest.equals(List.of("verify")) || (at >= 0 && expected.isEmpty())) {
            throw new StartRefused(List.of(USAGE));
        }
        Optional<AuditHead> head = expected;
        return context -> {
            Findings findings = context.getBean(VerifyAudit.class).verify(head);
            String mark = findings.broken().isEmpty() ? SOUND_MARK : BROKEN_MARK;
            return mark + (json ? json(findings) : words(findings));
        };
    }

    private static String words(Findings found) {
        var text = new StringBuilder();
        found.broken()
                .ifPresentOrElse(
                        broken -> text.append("BROKEN%s%s: %s%n"
                                .formatted(
                                        broken.number()
                                                .map(number -> " at link " + number)
                                                .orElse(""),
                                        broken.row()
                                                .map(row -> ", event " + row)
                                                .orElse(""),
                                        broken.flaw().words())),
                        () -> text.append("sound%n".formatted()));
        text.append("  links that are sound: %d; events erased with their account: %d, from before the chain: %d%n"
                .formatted(found.links(), found.erased(), found.adopted()));
        text.append("  events that are chained within seconds by a running service: %d".formatted(found.waiting()));
        found.head().ifPresent(head -> text.append("%n  head %s".formatted(head)));
        return text.toString();
    }

    /** All of it is numbers, fixed words and hexadecimal digits, so there is nothing to be escaped. */
    private static String json(Findings found) {
        return String.format(
                Locale.ROOT,
                "{\"sound\":%b,\"links\":%d,\"erased\":%d,\"adopted\":%d,\"waiting\":%d,\"head\":%s,\"broken\":%s}",
                found.broken().isEmpty(),
                found.links(),
                found.erased(),
                found.adopted(),
                found.waiting(),
                found.head().map(head -> "\"" + head + "\"").orElse("null"),
                found.broken()
                        .map(broken -> "{\"flaw\":\"%s\",\"link\":%s,\"event\":%s}"
                                .formatted(
                                        broken.flaw().code(),
                                        broken.number().map(String::valueOf).orElse("null"),
                                        broken.row().map(String::valueOf).orElse("null")))
                        .orElse("null"));
    }

    private AuditCommand() {}
}
