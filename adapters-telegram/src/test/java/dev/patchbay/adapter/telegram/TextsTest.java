package dev.patchbay.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.usecase.attempt.Refusal;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_has_every_text_and_no_other(Language language) {
        Set<String> needed = Stream.of(
                        Arrays.stream(Phrase.values()).map(Phrase::key),
                        Arrays.stream(Cause.values()).map(cause -> "cause." + cause.code()),
                        Arrays.stream(Refusal.values()).map(refusal -> "refusal." + refusal.code()))
                .flatMap(keys -> keys)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(new TreeSet<>(Texts.read(language).stringPropertyNames())).isEqualTo(needed);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_text_has_the_places_that_the_english_one_has(Language language) {
        var english = Texts.read(Language.EN);
        Texts.read(language).forEach((key, line) -> assertThat(places(String.valueOf(line)))
                .as(key.toString())
                .isEqualTo(places(english.getProperty(key.toString()))));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_text_is_blank_or_has_a_character_that_the_format_takes_for_its_own(Language language) {
        assertThat(Texts.read(language).values())
                .allSatisfy(line -> assertThat(line.toString()).isNotBlank().doesNotContain("'"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_stands_in_a_menu_or_on_a_button_has_no_markup_and_fits(Language language) {
        Arrays.stream(Phrase.values())
                .filter(phrase ->
                        phrase.name().startsWith("BUTTON_") || phrase.name().startsWith("COMMAND_"))
                .map(phrase -> Texts.in(language).label(phrase, "Spotify"))
                .forEach(label -> assertThat(label).doesNotContain("<", "&").hasSizeBetween(1, 64));
    }

    @Test
    void what_comes_from_outside_is_escaped() {
        Html said = Texts.in(Language.EN).say(Phrase.CONNECTED, Html.name("A&B"), Html.name("<b>\"x\"</b> {0} 'y'"));

        assertThat(said.markup())
                .isEqualTo("✅ \u2068A&amp;B\u2069 is connected as <b>\u2068&lt;b&gt;&quot;x&quot;&lt;/b&gt; {0}"
                        + " 'y'\u2069</b>.");
        assertThat(Html.text("x").linkingTo(URI.create("https://a/?b=1&c=2")).markup())
                .isEqualTo("<a href=\"https://a/?b=1&amp;c=2\">x</a>");
    }

    @Test
    void a_day_is_written_as_the_language_does() {
        Instant when = Instant.parse("2027-03-05T23:00:00Z");
        assertThat(Texts.in(Language.EN).day(when).markup()).contains("March").contains("2027");
        assertThat(Texts.in(Language.DE).day(when).markup()).isEqualTo("5. März 2027");
    }

    private static Set<String> places(String line) {
        return PLACE.matcher(line).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
