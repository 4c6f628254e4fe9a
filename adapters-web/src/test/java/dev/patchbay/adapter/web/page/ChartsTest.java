package dev.patchbay.adapter.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.connection.RenewalOutcome.Kind;
import dev.patchbay.usecase.operator.Overview.Span;
import dev.patchbay.usecase.operator.Overview.Week;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is drawn is in proportion to what was counted. */
class ChartsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Words WORDS = Words.in(Language.EN);
    private static final Pattern BAR = Pattern.compile(
            "<rect class=\"bar (\\w+)\" x=\"([\\d.]+)\" y=\"([\\d.]+)\" width=\"([\\d.]+)\" height=\"([\\d.]+)\"");

    private record Bar(String style, double x, double y, double width, double height) {}

    @Test
    void bars_are_as_high_as_what_they_show_and_stand_on_the_axis() {
        List<Bar> bars = bars(ConsentChart.draw(weeks(10, 0, 5, 20), WORDS));

        assertThat(bars).hasSize(3);
        assertThat(bars.get(2).height()).isEqualTo(ConsentChart.BASE - ConsentChart.TOP);
        assertThat(bars.get(0).height()).isEqualTo(bars.get(2).height() / 2);
        assertThat(bars.get(1).height()).isEqualTo(bars.get(2).height() / 4);
        assertThat(bars).allSatisfy(bar -> assertThat(bar.y() + bar.height()).isEqualTo(ConsentChart.BASE));
    }

    @Test
    void beside_one_huge_bar_small_ones_can_still_be_seen() {
        List<Bar> bars = bars(ConsentChart.draw(weeks(1, 1_000_000, 1), WORDS));

        assertThat(bars.get(1).height()).isEqualTo(ConsentChart.BASE - ConsentChart.TOP);
        assertThat(bars.get(0).height()).isEqualTo(BarScale.LEAST);
        assertThat(ConsentChart.draw(weeks(1, 1_000_000, 1), WORDS).markup()).contains(">1M</text>");
    }

    @Test
    void without_anything_to_show_there_is_an_axis_and_words() {
        Html consents = ConsentChart.draw(weeks(new long[26]), WORDS);
        Html renewals = RenewalChart.draw(hours(new long[48]), WORDS);

        assertThat(bars(consents)).isEmpty();
        assertThat(bars(renewals)).isEmpty();
        assertThat(consents.markup())
                .contains("class=\"axis\"", "role=\"img\" aria-label=\"0 consents end within the next 26 weeks.\"");
        assertThat(renewals.markup()).contains("aria-label=\"0 renewals in the last 48 hours.\"");
        assertThat(ConsentChart.draw(List.of(), WORDS).markup())
                .contains("<svg")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void kinds_stand_on_one_another_the_good_ones_at_the_foot() {
        Html chart = RenewalChart.draw(
                List.of(new Span(NOW, Map.of(Kind.RENEWED, 60L, Kind.ENDED, 20L, Kind.UNANSWERED, 20L))), WORDS);
        List<Bar> bars = bars(chart);

        assertThat(bars).extracting(Bar::style).containsExactly("renewed", "ended", "unanswered");
        assertThat(bars.get(0).height()).isEqualTo(3 * bars.get(1).height());
        assertThat(bars.get(0).y() + bars.get(0).height()).isEqualTo(RenewalChart.BASE);
        assertThat(bars.get(1).y() + bars.get(1).height()).isEqualTo(bars.get(0).y());
        assertThat(bars.get(2).y() + bars.get(2).height()).isEqualTo(bars.get(1).y());
    }

    @Test
    void nothing_is_drawn_beyond_the_edge_however_uneven_it_is() {
        Span uneven = new Span(
                NOW,
                Map.of(
                        Kind.RENEWED,
                        100_000L,
                        Kind.ENDED,
                        1L,
                        Kind.HELD_BACK,
                        1L,
                        Kind.UNANSWERED,
                        1L,
                        Kind.SET_ASIDE,
                        1L));

        List<Bar> bars = bars(RenewalChart.draw(List.of(uneven), WORDS));

        assertThat(bars).hasSize(5).allSatisfy(bar -> {
            assertThat(bar.height()).isGreaterThanOrEqualTo(BarScale.LEAST);
            assertThat(bar.y()).isGreaterThanOrEqualTo(RenewalChart.TOP);
            assertThat(bar.x() + bar.width()).isLessThanOrEqualTo(640);
        });
    }

    @Test
    void kinds_are_told_apart_without_colours_and_named_in_a_legend() {
        Span hour = new Span(NOW, Map.of(Kind.RENEWED, 1234L, Kind.HELD_BACK, 1L));
        String chart = RenewalChart.draw(List.of(hour), WORDS).markup();

        assertThat(chart).contains("<title>Renewed: 1,234</title>", "<title>Held back: 1</title>");
        for (Kind kind : Kind.values()) {
            assertThat(chart).contains("<pattern id=\"fill-" + kind.word() + "\"");
        }
        assertThat(RenewalChart.legend(List.of(hour), WORDS).markup())
                .contains("Renewed <strong>1,234</strong>", "Held back <strong>1</strong>")
                .doesNotContain("Ended", "No answer");
    }

    @Test
    void the_words_are_those_of_the_reader() {
        String chart = ConsentChart.draw(weeks(12_000), Words.in(Language.DE)).markup();

        assertThat(chart).contains("12000 Zustimmungen enden in den nächsten 1 Wochen.");
    }

    private static List<Week> weeks(long... consents) {
        return IntStream.range(0, consents.length)
                .mapToObj(i -> new Week(NOW.plus(Duration.ofDays(7L * i)), consents[i]))
                .toList();
    }

    private static List<Span> hours(long... renewed) {
        return Arrays.stream(renewed)
                .mapToObj(count -> new Span(NOW, count == 0 ? Map.<Kind, Long>of() : Map.of(Kind.RENEWED, count)))
                .toList();
    }

    private static List<Bar> bars(Html chart) {
        return BAR.matcher(chart.markup())
                .results()
                .map(bar -> new Bar(
                        bar.group(1),
                        Double.parseDouble(bar.group(2)),
                        Double.parseDouble(bar.group(3)),
                        Double.parseDouble(bar.group(4)),
                        Double.parseDouble(bar.group(5))))
                .toList();
    }
}
