package dev.patchbay.adapter.web.page;

import dev.patchbay.usecase.operator.Overview.Week;
import java.util.List;

/** When consents end: a bar for each of the coming weeks. */
final class ConsentChart {
    static final int TOP = 22;
    static final int BASE = 172;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 196;
    private static final double GAP = 4;
    private static final int LABEL_EVERY = 4;

    private ConsentChart() {}

    static Html draw(List<Week> weeks, Words words) {
        long largest = weeks.stream().mapToLong(Week::consents).max().orElse(0);
        long all = weeks.stream().mapToLong(Week::consents).sum();
        BarScale scale = new BarScale(largest, BASE - TOP);
        double step = (double) WIDTH / Math.max(1, weeks.size());
        Svg svg = new Svg(WIDTH, HEIGHT).line("axis", 0, BASE, WIDTH, BASE);
        for (int i = 0; i < weeks.size(); i++) {
            long consents = weeks.get(i).consents();
            double high = scale.height(consents);
            double middle = step * i + step / 2;
            if (high > 0) {
                svg.bar(
                        "consents",
                        "",
                        new Svg.Box(step * i + GAP / 2, BASE - high, step - GAP, high),
                        words.count(
                                "operator.week-consents",
                                consents,
                                words.day(weeks.get(i).from())));
                svg.text("middle", middle, BASE - high - 5, Figure.brief(consents, words));
            }
            if (i % LABEL_EVERY == 0) {
                svg.text(
                        i == 0 ? "start" : "middle",
                        i == 0 ? 0 : middle,
                        HEIGHT - 6,
                        i == 0 ? words.say("operator.now") : words.say("operator.in-weeks", i));
            }
        }
        return svg.named(words.count("operator.consents-chart", all, weeks.size()));
    }
}
