package dev.patchbay.adapter.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.usecase.attempt.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
    private static final Map<String, String> ENGLISH = Words.read(Language.EN);
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    /** What the API says in English itself has other languages only. */
    private static final List<String> OF_THE_API = List.of("cause.", "problem.", "said: ", "invitation.promise.");

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_has_every_key_with_the_same_places(Language language) {
        Map<String, String> lines = Words.read(language);

        assertThat(ours(lines)).isEqualTo(ours(ENGLISH));
        ours(lines).forEach(key -> assertThat(places(lines.getOrDefault(key, "")))
                .as(key)
                .isEqualTo(places(ENGLISH.getOrDefault(key, ""))));
        assertThat(lines.values()).allSatisfy(line -> assertThat(line).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, names = "EN", mode = EnumSource.Mode.EXCLUDE)
    void every_code_of_the_api_has_words_in_every_other_language(Language language) {
        Stream<String> codes = Stream.of(
                        Arrays.stream(Cause.values()).map(cause -> "cause." + cause.code()),
                        Arrays.stream(Refusal.values()).map(refusal -> "problem." + refusal.code()),
                        Arrays.stream(Code.values()).map(code -> "problem." + code.word()))
                .flatMap(keys -> keys);

        assertThat(Words.read(language)).containsKeys(codes.distinct().toArray(String[]::new));
    }

    @Test
    void places_are_filled_and_one_is_not_said_like_many() {
        Words words = Words.in(Language.EN);

        assertThat(words.say("notice.connected", "Spotify")).isEqualTo("Spotify is connected.");
        assertThat(words.count("clock.in-days", 1)).isEqualTo("tomorrow");
        assertThat(words.count("clock.in-days", 23)).isEqualTo("in 23 days");
    }

    @Test
    void what_nobody_translated_is_said_as_it_is() {
        Words german = Words.in(Language.DE);

        assertThat(german.said("See your private playlists.")).isEqualTo("Deine privaten Playlists sehen.");
        assertThat(german.said("A sentence of a plug-in.")).isEqualTo("A sentence of a plug-in.");
        assertThat(german.cause(Cause.GRANT_DEAD)).startsWith("Die Plattform nimmt diese Verbindung nicht mehr an");
        assertThat(Words.in(Language.EN).cause(Cause.GRANT_DEAD)).isEqualTo(Cause.GRANT_DEAD.words());
    }

    private static Set<String> ours(Map<String, String> lines) {
        return lines.keySet().stream()
                .filter(key -> OF_THE_API.stream().noneMatch(key::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> places(String line) {
        return PLACE.matcher(line).results().map(place -> place.group()).collect(Collectors.toCollection(TreeSet::new));
    }
}
