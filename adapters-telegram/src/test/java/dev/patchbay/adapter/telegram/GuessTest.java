package dev.patchbay.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuessTest {
    private static final String CODE = "abcdefghij_klmnopqrst-uvwxyzABCDEFGHIJ01234";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/start " + CODE,
                "/START@my_music_bot   " + CODE,
                "/start in-" + CODE,
                "/start anything_" + CODE,
                "10",
                "99",
                "https://music.example/platforms/spotify/callback?code=x&state=" + CODE,
                "http://127.0.0.1:8080/platforms/spotify/callback?error=access_denied&state=" + CODE
            })
    void what_could_be_good_once_is_a_guess(String text) {
        assertThat(isGuess(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/start",
                "/start hello",
                "/start " + CODE + CODE,
                "/login " + CODE,
                "/start@another_bot " + CODE,
                "9",
                "100",
                "05",
                "42 songs",
                "https://music.example/?state=" + CODE,
                "hello"
            })
    void anything_else_is_none(String text) {
        assertThat(isGuess(text)).isFalse();
    }

    private static boolean isGuess(String text) {
        return Guess.is(text, Command.in(text, "my_music_bot"));
    }
}
