package dev.patchbay.port.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.vault.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GivenSettingsTest {
    private static final URI FALLBACK = URI.create("https://fallback.example");

    @Test
    void what_is_given_is_read_as_it_is() {
        Settings given = GivenSettings.strict(
                Map.of("A_TEXT", " as it is ", "A_SECRET", "psst", "A_URL", "http://127.0.0.1:1/a", "A_NUMBER", "90"));

        assertThat(given.text("A_TEXT")).contains(" as it is ");
        assertThat(given.secret("A_SECRET")).contains(Secret.of("psst"));
        assertThat(given.url("A_URL", FALLBACK)).hasToString("http://127.0.0.1:1/a");
        assertThat(given.number("A_NUMBER", 7, 1, 90)).isEqualTo(90);
    }

    @Test
    void what_is_blank_or_not_given_is_absent_and_no_problem() {
        for (Map<String, String> none : List.of(Map.<String, String>of(), Map.of("IT", " "))) {
            Settings given = GivenSettings.strict(none);

            assertThat(given.text("IT")).isEmpty();
            assertThat(given.secret("IT")).isEmpty();
            assertThat(given.url("IT", FALLBACK)).isEqualTo(FALLBACK);
            assertThat(given.number("IT", 7, 1, 90)).isEqualTo(7);
        }
    }

    @Test
    void what_is_wrong_is_noted_in_order_and_the_fallback_taken() {
        GivenSettings given = GivenSettings.of(Map.of("URL", "not a URL", "PATH", "/a", "DAYS", "91", "YEARS", "two"));

        assertThat(given.url("URL", FALLBACK)).isEqualTo(FALLBACK);
        assertThat(given.url("PATH", FALLBACK)).isEqualTo(FALLBACK);
        assertThat(given.number("DAYS", 7, 1, 90)).isEqualTo(7);
        assertThat(given.number("YEARS", 1, 1, 2)).isEqualTo(1);
        given.problem("MINE", "is odd");
        assertThat(given.problems())
                .containsExactly(
                        "URL is not an absolute URL",
                        "PATH is not an absolute URL",
                        "DAYS is not a whole number from 1 to 90",
                        "YEARS is not a whole number from 1 to 2",
                        "MINE is odd");
    }

    @Test
    void strict_ones_fail_the_test_on_the_first_problem() {
        Settings given = GivenSettings.strict(Map.of("DAYS", "91"));

        assertThatThrownBy(() -> given.number("DAYS", 7, 1, 90))
                .isInstanceOf(AssertionError.class)
                .hasMessage("DAYS is not a whole number from 1 to 90");
    }
}
