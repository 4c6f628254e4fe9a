package dev.patchbay.adapter.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.activity.Event;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivityWordsTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void every_kind_of_event_has_words_in_every_language(Language language) {
        assertThat(Words.read(language))
                .as("what happened is told on /account: add the words to web/words")
                .containsKeys(Arrays.stream(Event.Kind.values())
                        .map(ActivityPart::key)
                        .toArray(String[]::new));
    }
}
