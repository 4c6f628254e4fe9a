package dev.patchbay.adapter.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.account.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlTest {
    private static final Words WORDS = Words.in(Language.EN);

    @Test
    void text_is_shown_and_never_obeyed() {
        assertThat(Html.text("<script>\"O'Hara\" & sons</script>").markup())
                .isEqualTo("&lt;script&gt;&quot;O&#39;Hara&quot; &amp; sons&lt;/script&gt;");
    }

    @Test
    void a_gap_is_filled_wherever_it_stands_and_its_piece_is_taken_literally() {
        Template template = new Template("<a href=\"{{to}}\">{{to}} {{name}}</a>");

        Html filled = template.fill(WORDS, Map.of("to", Html.text("/$1"), "name", Html.text("{{to}}\\")));

        assertThat(filled.markup()).isEqualTo("<a href=\"/$1\">/$1 {{to}}\\</a>");
    }

    @Test
    void words_come_from_the_language_and_are_text() {
        assertThat(new Template("<p>{{t:nav.sign-out}} {{name}}</p>")
                        .fill(WORDS, Map.of("name", Html.NONE))
                        .markup())
                .isEqualTo("<p>Sign out </p>");
        assertThatThrownBy(() -> new Template("{{t:no.such}}").fill(WORDS, Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no.such");
    }

    @Test
    void a_forgotten_gap_and_a_piece_too_many_are_noticed() {
        Template template = new Template("{{name}}");

        assertThatThrownBy(() -> template.fill(WORDS, Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> template.fill(WORDS, Map.of("name", Html.NONE, "other", Html.NONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other");
    }
}
