package dev.patchbay.domain.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "../etc", "a b", "a.b", "\u00fc", "a\r\nb"})
    void what_no_authority_would_ask_for_is_no_token(String asked) {
        assertThat(ChallengeToken.read(asked)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new ChallengeToken(asked));
    }

    @Test
    void a_token_is_base64url() {
        assertThat(ChallengeToken.read("aZ0_-")).contains(new ChallengeToken("aZ0_-"));
        assertThat(ChallengeToken.read("a".repeat(255))).isPresent();
        assertThat(ChallengeToken.read("a".repeat(256))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "\u00fc"})
    void a_key_authorization_is_printable(String odd) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Challenge(new ChallengeToken("t"), odd, Instant.EPOCH));
    }
}
