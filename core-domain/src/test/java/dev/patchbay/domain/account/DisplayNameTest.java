package dev.patchbay.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"A", "Ann", "Ann Smith", "李小龍", "Zoë", "O'Neill <3", "\uD83C\uDFB8 Ann", "a\u0301", "=1+1"})
    void what_people_are_called_is_kept_as_it_is(String name) {
        assertThat(DisplayName.parse(name)).map(DisplayName::value).contains(name);
    }

    @Test
    void white_space_around_a_typed_name_is_dropped() {
        assertThat(DisplayName.parse(" \t Ann \u3000")).contains(new DisplayName("Ann"));
        assertThat(DisplayName.parse("\u00A0\u202FAnn\u2007")).contains(new DisplayName("Ann"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00A0",
                "\u2007 \u202F",
                "\u3000",
                "A\u0000",
                "A\nB",
                "A\rB",
                "A\u0007",
                "A\u001B[31m",
                "A\u007F",
                "A\u0085B",
                "A\u200BB",
                "A\u202EB",
                "A\u2066B",
                "A\u2028B",
                "A\u2029B",
                "\uFEFFA",
                "A\uD800",
                "\uDC00A",
                "A\uDB40\uDC01"
            })
    void what_hides_or_breaks_a_line_is_no_name(String name) {
        assertThat(DisplayName.parse(name)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new DisplayName(name));
    }

    @Test
    void a_name_has_80_characters_at_most() {
        assertThat(DisplayName.parse("x".repeat(80))).isPresent();
        assertThat(DisplayName.parse("x".repeat(81))).isEmpty();
    }

    @Test
    void something_can_be_made_of_whatever_a_provider_gave() {
        assertThat(from("Ann")).isEqualTo("Ann");
        assertThat(from(" A\u202En\nn\u0000 ")).isEqualTo("Ann");
        assertThat(from("\u00A0Ann\u00A0")).isEqualTo("Ann");
        assertThat(from("\uD800Ann\uDC00")).isEqualTo("Ann");
        assertThat(from("x".repeat(10_000))).hasSize(40);
        assertThat(from("\uD83C\uDFB8".repeat(500)).codePoints()).hasSize(40).containsOnly(0x1F3B8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u0000\u0001", "\u202E\u200B", "\u00A0", "\uD800", "\n\r\n"})
    void when_nothing_is_left_of_a_providers_name_it_is_a_listener(String name) {
        assertThat(from(name)).isEqualTo("Listener");
    }

    @Test
    void no_name_at_all_is_a_listener_too() {
        assertThat(DisplayName.from(Optional.empty()).value()).isEqualTo("Listener");
    }

    private static String from(String outside) {
        return DisplayName.from(Optional.of(outside)).value();
    }
}
