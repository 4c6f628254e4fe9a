package dev.patchbay.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {

    @Test
    void order_and_repetition_never_matter() {
        assertThat(Scopes.parse("b a b  a")).isEqualTo(Scopes.of("a", "b"));
        assertThat(Scopes.of("b", "a")).hasToString("a b");
    }

    @Test
    void every_kind_of_white_space_separates_scopes() {
        assertThat(Scopes.parse(" a\tb\nc\r\n ").names()).containsExactly("a", "b", "c");
        assertThat(Scopes.parse("")).isEqualTo(Scopes.NONE);
        assertThat(Scopes.parse(" \n ")).isEqualTo(Scopes.NONE);
    }

    @Test
    void what_is_no_scope_token_is_left_out_of_what_a_provider_said() {
        assertThat(Scopes.parse("a b\"c d\\e ümlaut f\u0000 " + "x".repeat(201)).names())
                .containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\"", "a\\", "ä", "a\n", "\u007f", "\u0000"})
    void a_scope_is_a_token_of_rfc_6749(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Scope(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "#", "[", "]", "~", "user-read-email", "https://www.googleapis.com/auth/youtube"})
    void urls_and_punctuation_are_tokens(String text) {
        assertThat(new Scope(text)).hasToString(text);
    }

    @Test
    void fewer_scopes_do_not_contain_more() {
        assertThat(Scopes.of("a", "b").containsAll(Scopes.of("a"))).isTrue();
        assertThat(Scopes.of("a").containsAll(Scopes.of("a", "b"))).isFalse();
        assertThat(Scopes.of("a").containsAll(Scopes.NONE)).isTrue();
    }

    @Test
    void scopes_do_not_change_with_the_set_they_were_made_from() {
        var values = new TreeSet<Scope>();
        var scopes = new Scopes(values);
        values.add(new Scope("later"));

        assertThat(scopes.isEmpty()).isTrue();
    }
}
