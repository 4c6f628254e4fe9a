package dev.patchbay.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.vault.SealedSecret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatValuesTest {

    @ParameterizedTest
    @ValueSource(longs = {0, -1, -1001234567890L, (1L << 52) + 1, Long.MIN_VALUE, Long.MAX_VALUE})
    void what_is_no_person_is_no_chat_user(long value) {
        assertThat(ChatUser.of(value)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new ChatUser(value));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1L << 31, 1L << 52})
    void a_chat_user_has_up_to_52_bits(long value) {
        assertThat(ChatUser.of(value)).contains(new ChatUser(value));
    }

    @Test
    void a_number_to_be_matched_has_two_digits() {
        assertThat(MatchNumber.parse("10")).contains(10);
        assertThat(MatchNumber.parse("99")).contains(99);
        for (String other : List.of("", "9", "09", "100", "4 2", "٤٢", "4.2", "-42")) {
            assertThat(MatchNumber.parse(other)).as(other).isEmpty();
        }
    }

    @Test
    void a_bot_has_a_positive_id() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BotId(0));
        assertThat(new BotId(7)).hasToString("7");
    }

    @ParameterizedTest
    @CsvSource({"en,EN", "de,DE", "de-AT,DE", "DE_ch,DE", "fr,EN", "'',EN", "-,EN", "deu,EN"})
    void a_language_that_is_not_spoken_here_is_english(String code, Language language) {
        assertThat(Language.of(code)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 100, -10})
    void the_number_of_a_link_has_two_digits(int number) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ChatLink.Claim(AccountId.of(new UUID(1, 2)), number));
    }

    @Test
    void a_code_that_cannot_be_ours_is_none() {
        assertThat(ChatCode.parse("x")).isEmpty();
        assertThat(ChatCode.parse("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM-_01"))
                .isPresent();
        assertThat(ChatCode.parse("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM-_01\n"))
                .isEmpty();
    }

    @Test
    void a_key_is_neither_empty_nor_long_and_tries_are_counted_from_0() {
        assertThat(message("k".repeat(200), 0).key()).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> message("", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> message("k".repeat(201), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> message("k", -1));
    }

    @Test
    void bodies_of_two_messages_never_share_a_place() {
        assertThat(Outgoing.bodyPlace(new UUID(0, 1))).isNotEqualTo(Outgoing.bodyPlace(new UUID(0, 2)));
    }

    private static Outgoing message(String key, int tries) {
        return new Outgoing(
                new UUID(0, 1),
                new ChatUser(1),
                Optional.of(key),
                new SealedSecret(new byte[] {1}),
                true,
                tries,
                Instant.EPOCH,
                Instant.EPOCH.plus(Outgoing.LIFE));
    }
}
