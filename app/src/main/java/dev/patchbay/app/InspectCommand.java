package dev.patchbay.app;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.port.account.Merges;
import dev.patchbay.port.connection.Upkeep.Summary;
import dev.patchbay.usecase.operator.Inspect;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code ./patchbay inspect [account]}: how things are, in plain words and without a secret. */
public final class InspectCommand {
    /** What {@link Operator} knows it by. */
    static final String WORD = "inspect";

    private static final String USAGE = "usage: ./patchbay inspect [account id, as in mmp_…]";

    public static void main(String[] args) {
        System.out.print(Main.orExit(() -> run(Operator.values(), List.of(args))));
    }

    /** What there is to see. @throws StartRefused when it cannot be shown, with what to do */
    static String run(Map<String, String> values, List<String> args) {
        return Operator.run(
                values, Stream.concat(Stream.of(WORD), args.stream()).toList());
    }

    static Function<ApplicationContext, String> command(List<String> args) {
        Optional<AccountId> account = args.isEmpty() ? Optional.empty() : AccountId.parse(args.getFirst());
        if (args.size() > 1 || (args.size() == 1 && account.isEmpty())) {
            throw new StartRefused(List.of(USAGE));
        }
        return context -> {
            Inspect inspect = context.getBean(Inspect.class);
            if (account.isEmpty()) {
                return overview(inspect.apps());
            }
            return inspect.person(account.get())
                    .map(InspectCommand::person)
                    .orElseGet(() -> ended(context.getBean(Merges.class), account.get()));
        };
    }

    private static String ended(Merges merges, AccountId account) {
        return merges.mergedInto(account)
                .map(into -> "%s ended: it became part of %s%n".formatted(account, into))
                .orElseThrow(() -> new StartRefused(List.of("there is no account " + account)));
    }

    private static String overview(List<Inspect.App> apps) {
        if (apps.isEmpty()) {
            return "No connections yet.\n";
        }
        var text = new StringBuilder();
        for (Inspect.App app : apps) {
            Summary all = app.summary();
            text.append("%s, app %s: %s%n"
                            .formatted(all.app().provider(), all.app().clientId(), fares(app.condition())))
                    .append("  connections: %d active, %d waiting, %d ended, %d out of the way%n"
                            .formatted(all.active(), all.waiting(), all.ended(), all.quarantined()));
            if (app.notListed() > 0) {
                text.append("  not on the app's list of users at the platform: %d%n".formatted(app.notListed()));
            }
            line(text, "first access token ends", all.soonestExpiry());
            line(text, "first consent ends", all.soonestConsentEnd());
            line(text, "last renewed", all.lastSuccess());
            line(text, "longest overdue since", all.longestDue());
        }
        return text.toString();
    }

    private static String fares(AppCondition condition) {
        return switch (condition) {
            case AppCondition.Fine() -> "fine";
            case AppCondition.Blocked(var cause, var since, var retryAt) ->
                "blocked since " + since + " (" + code(cause) + "), next try " + retryAt;
            case AppCondition.CoolingDown(var cause, var since, var until) ->
                "pauses until " + until + " (" + code(cause) + ")";
            case AppCondition.Doubted(var since, var retryAt) ->
                "its refusals are doubted since " + since + ", next try " + retryAt;
        };
    }

    private static String person(Inspect.Person person) {
        var text = new StringBuilder();
        text.append("%s, %s, since %s%n"
                .formatted(
                        person.account().id(),
                        person.account().displayName(),
                        person.account().createdAt()));
        person.methods()
                .forEach(method -> text.append("  signs in with %s, linked %s, last used %s%n"
                        .formatted(method.identity().provider(), method.linkedAt(), method.lastUsedAt())));
        person.sessions()
                .forEach(session -> text.append("  session by %s since %s until %s: %s%n"
                        .formatted(session.via(), session.startedAt(), session.expiresAt(), session.device())));
        person.connections().forEach(one -> connection(text, one));
        return text.toString();
    }

    private static void connection(StringBuilder text, Inspect.Standing one) {
        var connection = one.connection();
        var clocks = connection.clocks();
        text.append("  %s as %s, app %s: %s%s%n"
                .formatted(
                        connection.platform(),
                        connection.who().name().orElse(connection.who().id()),
                        connection.app().clientId(),
                        one.verdict().state().code(),
                        one.verdict()
                                .cause()
                                .map(cause -> " (" + code(cause) + ")")
                                .orElse("")));
        line(text, "  since", one.verdict().since());
        line(text, "  next try", one.verdict().retryAt());
        line(text, "  access token ends", clocks.accessEnds());
        line(text, "  consent ends", clocks.reauthorizeBy());
        line(text, "  last renewed", connection.lastRefreshedAt());
        text.append("    version %d, connection %s%n".formatted(connection.version(), connection.id()));
    }

    private static void line(StringBuilder text, String what, Optional<Instant> time) {
        time.ifPresent(at -> text.append("  %s: %s%n".formatted(what, at)));
    }

    private static String code(Cause cause) {
        return cause.code();
    }

    private InspectCommand() {}
}
