package dev.patchbay.adapter.web.page;

import dev.patchbay.domain.connection.RenewalOutcome.Kind;
import dev.patchbay.usecase.operator.Overview.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How renewals ended: a bar for each of the last hours, the good ones at its foot. */
final class RenewalChart {
    static final int TOP = 22;
    static final int BASE = 172;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 196;
    private static final double GAP = 3;
    private static final int LABEL_EVERY = 12;

    /** Strokes in a square of 6 by 6, beside the colours. */
    private static final Map<Kind, String> STROKES = new EnumMap<>(Map.of(
            Kind.RENEWED, "",
            Kind.HELD_BACK, "M-1 7L7 -1M-1 1L1 -1M5 7L7 5",
            Kind.UNANSWERED, "M1 3H5",
            Kind.SET_ASIDE, "M3 0V6",
            Kind.ENDED, "M0 0L6 6M6 0L0 6"));

    private RenewalChart() {}

    static Html draw(List<Span> hours, Words words) {
        long largest = hours.stream().mapToLong(Span::all).max().orElse(0);
        long all = hours.stream().mapToLong(Span::all).sum();
        // What is too small to be seen is drawn a little higher; for that there is room above.
        BarScale scale = new BarScale(largest, BASE - TOP - BarScale.LEAST * Kind.values().length);
        double step = (double) WIDTH / Math.max(1, hours.size());
        Svg svg = new Svg(WIDTH, HEIGHT).line("axis", 0, BASE, WIDTH, BASE);
        STROKES.forEach((kind, strokes) -> svg.pattern(id(kind), "k " + kind.word(), strokes));
        for (int i = 0; i < hours.size(); i++) {
            stack(svg, hours.get(i), step * i + GAP / 2, step - GAP, scale, words);
            int ago = hours.size() - 1 - i;
            if (ago % LABEL_EVERY == 0) {
                svg.text(
                        ago == 0 ? "end" : "middle",
                        ago == 0 ? WIDTH : step * i + step / 2,
                        HEIGHT - 6,
                        ago == 0 ? words.say("operator.now") : words.say("operator.hours-ago", ago));
            }
        }
        if (largest > 0) {
            svg.text("start", 0, TOP - 8, words.say("operator.at-most", Figure.brief(largest, words)));
        }
        return svg.named(words.count("operator.renewals-chart", all, hours.size()));
    }

    private static void stack(Svg svg, Span hour, double x, double wide, BarScale scale, Words words) {
        double y = BASE;
        for (Kind kind : Kind.values()) {
            double high = scale.height(hour.of(kind));
            if (high > 0) {
                y -= high;
                svg.bar(kind.word(), id(kind), new Svg.Box(x, y, wide, high), title(hour, kind, words));
            }
        }
    }

    private static String title(Span hour, Kind kind, Words words) {
        return words.say("operator.kind." + kind.word()) + ": " + Figure.whole(hour.of(kind), words);
    }

    /** What the bars mean, with how many there are of each; those that there are none of are left out. */
    static Html legend(List<Span> hours, Words words) {
        StringBuilder items = new StringBuilder();
        for (Kind kind : Kind.values()) {
            long count = hours.stream().mapToLong(hour -> hour.of(kind)).sum();
            if (count > 0 || kind == Kind.RENEWED) {
                items.append("<li>%s %s <strong>%s</strong></li>"
                        .formatted(
                                swatch(kind).markup(),
                                Html.text(words.say("operator.kind." + kind.word()))
                                        .markup(),
                                Html.text(Figure.whole(count, words)).markup()));
            }
        }
        return new Html("<ul class=\"legend\">" + items + "</ul>");
    }

    private static Html swatch(Kind kind) {
        return new Svg(12, 12)
                .bar(kind.word(), id(kind), new Svg.Box(0, 0, 12, 12), "")
                .decorative();
    }

    private static String id(Kind kind) {
        return "fill-" + kind.word();
    }
}
