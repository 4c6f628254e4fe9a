package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.message.AppTrouble;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.RenewalOutcome.Kind;
import dev.patchbay.usecase.operator.Overview;
import dev.patchbay.usecase.operator.Overview.App;
import dev.patchbay.usecase.operator.Overview.Span;
import dev.patchbay.usecase.operator.Overview.Week;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What operators can read row by row. */
final class OperatorTables {
    private OperatorTables() {}

    static Html apps(Overview.Apps apps, Words words) {
        List<List<Html>> rows =
                apps.shown().stream().map(app -> app(app, words)).toList();
        Html table = Grid.of(
                "apps",
                words.say("operator.apps"),
                heads(words, "app", "state", "connections", "waiting", "reconnect", "people", "not-listed", "calls"),
                rows);
        return apps.leftOut() == 0
                ? table
                : new Html(table.markup()
                        + "<p class=\"quiet\">%s</p>"
                                .formatted(Html.text(words.count("operator.apps-left-out", apps.leftOut()))
                                        .markup()));
    }

    private static List<Html> app(App app, Words words) {
        String name = words.say(
                app.kind() == ClientApp.Kind.SHARED ? "operator.app-shared" : "operator.app-own", app.platformName());
        return List.of(
                Html.text(name),
                state(app, words),
                number(app.connections().all(), words),
                number(app.connections().waiting(), words),
                number(app.connections().ended(), words),
                app.seatLimit().isPresent()
                        ? Html.text(words.say(
                                "operator.of",
                                Figure.whole(app.seatsUsed(), words),
                                app.seatLimit().getAsInt()))
                        : number(app.seatsUsed(), words),
                number(app.notListed(), words),
                Html.text(
                        words.say("operator.of", app.calls().left(), app.calls().atOnce())));
    }

    /** In words, and coloured as connections are. */
    static Html state(App app, Words words) {
        String state = stateOf(app);
        String tone =
                switch (state) {
                    case "fine" -> "connected";
                    case "blocked", "missing" -> "app_blocked";
                    default -> "waiting";
                };
        return new Html("<span class=\"state %s\">%s</span>"
                .formatted(
                        tone,
                        Html.text(words.say("operator.app-state." + state)).markup()));
    }

    private static String stateOf(App app) {
        return app.configured() ? AppTrouble.stateOf(app.condition()) : "missing";
    }

    static Html weeks(List<Week> weeks, Words words) {
        List<List<Html>> rows = weeks.stream()
                .filter(week -> week.consents() > 0)
                .map(week -> List.of(TimeTag.day(words, week.from()), number(week.consents(), words)))
                .toList();
        return rows.isEmpty()
                ? Html.NONE
                : Grid.folded(
                        "consents-folded",
                        words.say("operator.as-table"),
                        Grid.of(
                                "consents-table",
                                words.say("operator.consents"),
                                heads(words, "week", "consents"),
                                rows));
    }

    static Html hours(List<Span> hours, Words words) {
        List<List<Html>> rows = hours.reversed().stream()
                .filter(hour -> hour.all() > 0)
                .map(hour -> row(TimeTag.moment(words, hour.from()), hour.kinds(), words))
                .toList();
        return rows.isEmpty()
                ? Html.NONE
                : Grid.folded(
                        "renewals-folded",
                        words.say("operator.as-table"),
                        Grid.of("renewals-table", words.say("operator.renewals"), kindHeads(words, "hour"), rows));
    }

    static Html platforms(List<Overview.Platform> platforms, Words words) {
        List<List<Html>> rows = platforms.stream()
                .filter(platform -> !platform.lastDay().isEmpty())
                .map(platform -> row(Html.text(platform.name()), platform.lastDay(), words))
                .toList();
        return rows.isEmpty()
                ? Html.NONE
                : new Html("<h3>%s</h3>%s"
                        .formatted(
                                Html.text(words.say("operator.platforms")).markup(),
                                Grid.of(
                                                "platforms",
                                                words.say("operator.platforms"),
                                                kindHeads(words, "platform"),
                                                rows)
                                        .markup()));
    }

    private static List<Html> row(Html name, Map<Kind, Long> kinds, Words words) {
        List<Html> cells = new ArrayList<>(List.of(name));
        for (Kind kind : Kind.values()) {
            cells.add(number(kinds.getOrDefault(kind, 0L), words));
        }
        return cells;
    }

    private static List<String> kindHeads(Words words, String first) {
        return Stream.concat(
                        Stream.of(words.say("operator.col." + first)),
                        Arrays.stream(Kind.values()).map(kind -> words.say("operator.kind." + kind.word())))
                .toList();
    }

    static Html quarantine(Overview overview, Words words) {
        var latest = overview.quarantine().latest();
        if (latest.isEmpty()) {
            return Html.NONE;
        }
        List<List<Html>> rows = latest.stream()
                .map(aside -> List.of(
                        new Html("<code>"
                                + Html.text(aside.connection().toString()).markup() + "</code>"),
                        Html.text(name(overview, aside.platform().value())),
                        Html.text(words.cause(aside.cause())),
                        TimeTag.moment(words, aside.since())))
                .toList();
        return new Html("""
            <section aria-labelledby="quarantine-title">
            <h2 id="quarantine-title">%s</h2>
            %s
            %s</section>\
            """.formatted(
                Html.text(words.say("operator.quarantined")).markup(),
                shown(latest.size(), overview.quarantine().connections(), words).markup(),
                Grid.of(
                                "quarantined",
                                words.say("operator.quarantined"),
                                heads(words, "connection", "platform", "cause", "since"),
                                rows)
                        .markup()));
    }

    /** Nothing when all are. */
    private static Html shown(int some, long all, Words words) {
        return some == all
                ? Html.NONE
                : new Html("<p>%s</p>"
                        .formatted(Html.text(words.say("operator.quarantined-shown", some, Figure.whole(all, words)))
                                .markup()));
    }

    private static String name(Overview overview, String platform) {
        return overview.platforms().stream()
                .filter(one -> one.id().value().equals(platform))
                .map(Overview.Platform::name)
                .findFirst()
                .orElse(platform);
    }

    private static List<String> heads(Words words, String... columns) {
        return Arrays.stream(columns)
                .map(column -> words.say("operator.col." + column))
                .toList();
    }

    private static Html number(long number, Words words) {
        return Html.text(Figure.whole(number, words));
    }
}
