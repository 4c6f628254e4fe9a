package dev.patchbay.domain.clientapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.PastedText.Refused;
import dev.patchbay.domain.clientapp.PastedText.Taken;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PastedTextTest {

    @Test
    void white_space_around_it_is_cut_off_whatever_kind_it_is() {
        assertThat(PastedText.read(" \t\u00A0\u2003abc-123\u3000\r\n")).isEqualTo(new Taken("abc-123"));
    }

    @Test
    void what_cannot_belong_to_it_is_refused_with_the_reason() {
        assertThat(why("")).contains("empty");
        assertThat(why(" \u00A0 ")).contains("empty");
        assertThat(why("ab\u200Bcd")).contains("invisible");
        assertThat(why("\uFEFFabcd")).contains("invisible");
        assertThat(why("ab\u0000cd")).contains("invisible");
        for (String quoted : List.of("\"abcd\"", "'abcd'", "`abcd`", "“abcd”", "„abcd“", "«abcd»")) {
            assertThat(why(quoted)).contains("quotation marks");
        }
        assertThat(why("ab cd")).contains("space");
        assertThat(why("ab\ncd")).contains("line break");
        assertThat(why("äbcd")).contains("no client id or secret has");
        assertThat(why("x".repeat(256))).contains("255");
    }

    @Test
    void the_longest_is_taken() {
        assertThat(PastedText.read("x".repeat(255))).isInstanceOf(Taken.class);
    }

    @Test
    void neither_answer_prints_what_was_pasted() {
        assertThat(PastedText.read("hush-hush")).hasToString("taken");
        assertThat(PastedText.read("hush hush").toString()).doesNotContain("hush");
    }

    @Test
    void looks_tell_a_client_id_only_where_the_platform_says_how_it_looks() {
        AppTerms shapely = new AppTerms(OptionalInt.empty(), Optional.of(Pattern.compile("[0-9]+\\.apps")));

        assertThat(shapely.looksLikeClientId("12.apps")).contains(true);
        assertThat(shapely.looksLikeClientId("secret")).contains(false);
        assertThat(AppTerms.ofSeats(5).looksLikeClientId("12.apps")).isEmpty();
    }

    private static String why(String pasted) {
        return PastedText.read(pasted) instanceof Refused(var why) ? why : "taken";
    }
}
