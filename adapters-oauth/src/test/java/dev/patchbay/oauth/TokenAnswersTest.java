package dev.patchbay.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.TokenAnswer.AppRefused;
import dev.patchbay.domain.connection.TokenAnswer.GrantDead;
import dev.patchbay.domain.connection.TokenAnswer.Granted;
import dev.patchbay.domain.connection.TokenAnswer.Throttled;
import dev.patchbay.domain.connection.TokenAnswer.Unavailable;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.Secret;
import io.micronaut.security.oauth2.endpoint.token.response.TokenError;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenAnswersTest {
    private static TokenReply reply(int status, String body) {
        return new TokenAnswers(
                        Map.of("bad_verification_code", TokenError.INVALID_GRANT),
                        text -> text.mentions("premium")
                                ? Optional.of(Cause.APP_OWNER_NOT_PREMIUM)
                                : text.mentions("seat") ? Optional.of(Cause.NOT_ON_APP_LIST) : Optional.empty())
                .read(new HttpAnswer.Answered(
                        status,
                        new AnswerHeaders(HttpHeaders.of(Map.of(), (name, value) -> true)),
                        Optional.of(Duration.ofSeconds(9)),
                        new AnswerBody(body.getBytes(StandardCharsets.UTF_8))));
    }

    private static TokenAnswer read(int status, String body) {
        return reply(status, body).answer();
    }

    private static Granted granted(String more) {
        TokenAnswer answer = read(200, "{\"access_token\":\"a\"" + more + "}");
        assertThat(answer).isInstanceOf(Granted.class);
        return (Granted) answer;
    }

    @Test
    void a_full_answer_is_read() {
        TokenReply reply = reply(200, """
            {"access_token":"a","token_type":"bearer","expires_in":3600,"refresh_token":"r","scope":"b a",
             "id_token":"i","extra":[1]}\
            """);

        assertThat(reply.answer())
                .isEqualTo(new Granted(
                        "bearer",
                        Secret.of("a"),
                        Optional.of(Secret.of("r")),
                        Optional.of(Duration.ofHours(1)),
                        Optional.of(Scopes.of("a", "b"))));
        assertThat(reply.idToken()).contains(Secret.of("i"));
    }

    @Test
    void a_bare_answer_is_read_with_nothing_made_up() {
        assertThat(granted(""))
                .isEqualTo(new Granted("Bearer", Secret.of("a"), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \"", "7", "{}"})
    void a_refresh_token_that_is_none_is_absent(String value) {
        assertThat(granted(",\"refresh_token\":" + value).refreshToken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3600 | PT1H",
                "\"3600\" | PT1H",
                "3599.7 | PT59M59S",
                "1 | PT1S",
                "999999999999 | PT8760H",
                "1e999999999 | PT8760H"
            })
    void a_life_is_seconds_in_any_spelling_and_at_most_a_year(String value, Duration life) {
        assertThat(granted(",\"expires_in\":" + value).expiresIn()).contains(life);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "0", "-1", "\"\"", "\"soon\"", "true", "[3600]", "\"NaN\""})
    void a_life_that_is_none_is_absent(String value) {
        assertThat(granted(",\"expires_in\":" + value).expiresIn()).isEmpty();
    }

    @Test
    void no_scope_said_is_not_the_same_as_no_scopes_granted() {
        assertThat(granted("").scopes()).isEmpty();
        assertThat(granted(",\"scope\":null").scopes()).isEmpty();
        assertThat(granted(",\"scope\":\"\"").scopes()).contains(Scopes.NONE);
        assertThat(granted(",\"scope\":[\"b\",\"a\"]").scopes()).contains(Scopes.of("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403})
    void a_dead_grant_is_dead_whatever_the_status_below_500(int status) {
        assertThat(read(status, "{\"error\":\"invalid_grant\",\"error_description\":\"x\"}"))
                .isEqualTo(new GrantDead());
        assertThat(read(status, "{\"error\":\"bad_verification_code\"}")).isEqualTo(new GrantDead());
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_client", "unauthorized_client"})
    void a_refused_app_is_not_a_dead_grant(String error) {
        assertThat(read(400, "{\"error\":\"" + error + "\"}")).isEqualTo(new AppRefused(Cause.APP_REJECTED));
        assertThat(read(401, "{\"error\":\"" + error + "\"}")).isEqualTo(new AppRefused(Cause.APP_REJECTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invalid_request",
                "invalid_scope",
                "unsupported_grant_type",
                "server_error",
                "temporarily_unavailable",
                "INVALID_GRANT",
                "invalid_grant "
            })
    void a_complaint_about_anything_else_leaves_the_grant_alone(String error) {
        assertThat(read(400, "{\"error\":\"" + error + "\"}")).isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "500 | {\"error\":\"invalid_grant\"}",
                "503 | upstream connect error",
                "502 | <html>invalid_grant</html>",
                "400 | <html>invalid_grant</html>",
                "401 | ``",
                "302 | ``",
                "404 | {}",
                "400 | {\"error\":null}",
                "400 | {\"error\":{\"message\":\"invalid_grant\"}}",
                "200 | ``",
                "200 | <html></html>",
                "200 | []",
                "200 | {}",
                "200 | {\"access_token\":null}",
                "200 | {\"access_token\":\"\"}",
                "200 | {\"access_token\":7}",
                "200 | {\"access_token\":\"a\\nb\"}",
                "200 | {\"access_token\":\"a\"} {}",
                "200 | {\"access_token\":\"a\"",
                "204 | ``"
            })
    void nonsense_is_an_outage_with_the_time_to_come_back(int status, String body) {
        assertThat(read(status, body))
                .isInstanceOfSatisfying(Unavailable.class, answer -> assertThat(answer.retryAfter())
                        .contains(Duration.ofSeconds(9)));
    }

    @Test
    void json_that_is_too_deep_is_nonsense() {
        assertThat(read(200, "{\"access_token\":\"a\",\"x\":" + "[".repeat(40) + "]".repeat(40) + "}"))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void a_pause_is_told_from_a_quota_that_is_used_up() {
        Optional<Duration> time = Optional.of(Duration.ofSeconds(9));
        assertThat(read(429, "Too many requests")).isEqualTo(new Throttled(Cause.THROTTLED, time));
        assertThat(read(429, "{\"error\":\"invalid_grant\"}")).isEqualTo(new Throttled(Cause.THROTTLED, time));
        assertThat(read(429, "{\"error\":{\"reason\":\"QUOTA_EXCEEDED\"}}"))
                .isEqualTo(new Throttled(Cause.APP_QUOTA_EXCEEDED, time));
    }

    @Test
    void a_403_blocks_the_app_only_for_what_is_the_apps() {
        assertThat(read(403, "Active premium required")).isEqualTo(new AppRefused(Cause.APP_OWNER_NOT_PREMIUM));
        assertThat(read(403, "no seat")).isInstanceOf(Unavailable.class);
        assertThat(read(403, "<html>")).isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @EnumSource
    void no_answer_is_an_outage(HttpAnswer.Why why) {
        assertThat(new TokenAnswers(Map.of(), body -> Optional.empty())
                        .read(new HttpAnswer.NoAnswer(why))
                        .answer())
                .isEqualTo(new Unavailable(why.words(), Optional.empty(), why.maybeProcessed()));
    }
}
