package dev.patchbay.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialMaskTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Request GET: /auth/google/callback?code=CANARY-1&state=CANARY_2 received",
                "uri=/auth/google/callback?iss=x&code=4%2FCANARY]",
                "Location: http://127.0.0.1/?handoff=CANARY",
                "Authorization: Bearer eyJhbGciOi.CANARY.sig",
                "authorization=Basic Q0FOQVJZCANARY==",
                "Cookie: __Host-session=CANARY; other=1",
                "cookie: patchbay_flow_0123456789abcdef=CANARY",
                "POST http://127.0.0.1:1/bot7120000001:AAHCANARY_-x/sendMessage",
                "X-Telegram-Bot-Api-Secret-Token: CANARY",
                "x-telegram-bot-api-secret-token=[CANARY]",
                "Location: https://t.me/my_bot?start=CANARYabcdefghijklmnopqrstuvwxyzABCDEFG0123",
                "grant_type=refresh_token&refresh_token=CANARY&client_secret=CANARY"
            })
    void a_credential_is_taken_out_by_its_shape(String line) {
        assertThat(CredentialMask.apply(line)).doesNotContain("CANARY").contains("redacted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patchbay serves http://127.0.0.1:8080",
                "see /start=here",
                "the return from spotify was refused: state_invalid"
            })
    void a_plain_line_stays_as_it_is(String line) {
        assertThat(CredentialMask.apply(line)).isEqualTo(line);
    }
}
