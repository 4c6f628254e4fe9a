package dev.patchbay.adapter.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void text_is_shown_and_never_obeyed() {
        assertThat(Html.text("<script>\"O'Hara\" & sons</script>").markup())
                .isEqualTo("&lt;script&gt;&quot;O&#39;Hara&quot; &amp; sons&lt;/script&gt;");
    }

    @Test
    void a_gap_is_filled_wherever_it_stands_and_its_piece_is_taken_literally() {
        Template template = new Template("<a href=\"{{to}}\">{{to}} {{name}}</a>");

        Html filled = template.fill(Map.of("to", Html.text("/$1"), "name", Html.text("{{to}}\\")));

        assertThat(filled.markup()).isEqualTo("<a href=\"/$1\">/$1 {{to}}\\</a>");
    }

    @Test
    void a_forgotten_gap_and_a_piece_too_many_are_noticed() {
        Template template = new Template("{{name}}");

        assertThatThrownBy(() -> template.fill(Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> template.fill(Map.of("name", Html.NONE, "other", Html.NONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other");
    }
}
