package dev.patchbay.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.telegram.BotAnswer.Why;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.GuardedHttp;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

class BotApiTest {
    private static final String TOKEN = "42:AAHcanaryCanaryCanaryCanary";

    private final GuardedHttp http = new GuardedHttp(Clock.systemUTC());

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void a_call_is_one_post_with_the_token_in_its_path() {
        try (BotServer server = new BotServer(200, "{\"ok\":true,\"result\":{\"id\":42}}")) {
            BotAnswer answer = api(server.address())
                    .call(BotCall.of(SendMessage.builder().chatId(5L).text("hi").build()));

            assertThat(answer).isInstanceOfSatisfying(BotAnswer.Ok.class, ok -> {
                assertThat(ok.result().path("id").asInt()).isEqualTo(42);
                assertThat(ok).hasToString("Ok");
            });
            assertThat(server.asked())
                    .containsExactly("POST /bot" + TOKEN
                            + "/sendMessage {\"chat_id\":5,\"text\":\"hi\",\"method\":\"sendMessage\"}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|Unauthorized|UNAUTHORIZED",
                "404|Not Found|UNAUTHORIZED",
                "403|Forbidden: bot was blocked by the user|BLOCKED",
                "403|Forbidden: something new|BLOCKED",
                "403|Forbidden: user is deactivated|GONE",
                "409|Conflict: terminated by other getUpdates request|CONFLICT",
                "400|Bad Request: message is not modified: specified new message content|NOT_MODIFIED",
                "400|Bad Request: query is too old and response timeout expired|TOO_OLD",
                "400|Bad Request: message can't be deleted for everyone|TOO_OLD",
                "400|Bad Request: message to delete not found|NOT_FOUND",
                "400|Bad Request: can't parse entities|BAD_REQUEST",
            })
    void a_refusal_has_a_reason(int code, String description, Why why) {
        String body = "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + description + "\"}";
        assertThat(answerTo(code, body)).isEqualTo(new BotAnswer.Refused(code, why));
    }

    @Test
    void too_many_requests_say_for_how_long() {
        assertThat(answerTo(429, "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":17}}"))
                .isEqualTo(new BotAnswer.Throttled(Duration.ofSeconds(17)));
        assertThat(answerTo(429, "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":2000000000}}"))
                .isEqualTo(new BotAnswer.Throttled(Duration.ofDays(1)));
    }

    @Test
    void a_group_that_moved_says_where() {
        assertThat(answerTo(400, "{\"ok\":false,\"error_code\":400,\"parameters\":{\"migrate_to_chat_id\":-1007}}"))
                .isEqualTo(new BotAnswer.Migrated(-1007));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Bad Gateway</html>", "", "[]", "{}", "{\"ok\":1}", "{\"ok\":true}", "{\"ok\":tr"})
    void what_is_no_answer_leaves_open_whether_it_was_done(String body) {
        assertThat(answerTo(200, body)).isEqualTo(new BotAnswer.Unavailable(true));
        assertThat(answerTo(502, body)).isEqualTo(new BotAnswer.Unavailable(true));
    }

    @Test
    void without_a_connection_nothing_was_done() {
        URI nobody;
        try (BotServer server = new BotServer(200, "")) {
            nobody = server.address();
        }
        assertThat(api(nobody).call(BotCall.of(new GetMe()))).isEqualTo(new BotAnswer.Unavailable(false));
    }

    @Test
    void an_answer_may_be_as_large_as_the_call_says_and_no_larger() {
        String body = "{\"ok\":true,\"result\":\"" + "x".repeat(300_000) + "\"}";
        try (BotServer server = new BotServer(200, body)) {
            BotCall call = BotCall.of(new GetMe());
            assertThat(api(server.address()).call(call)).isEqualTo(new BotAnswer.Unavailable(true));
            assertThat(api(server.address()).call(call, Duration.ofSeconds(10), 400_000))
                    .isInstanceOf(BotAnswer.Ok.class);
        }
    }

    @Test
    void a_call_that_was_kept_is_the_same_call() {
        BotCall call =
                BotCall.of(SendMessage.builder().chatId(5L).text("s3cret text").build());

        assertThat(BotCall.parse(call.body())).contains(call);
        assertThat(call).hasToString("sendMessage");
        assertThat(BotCall.parse(Secret.of("{\"method\":\"../x\"}"))).isEmpty();
        assertThat(BotCall.parse(Secret.of("no JSON"))).isEmpty();
    }

    private BotAnswer answerTo(int status, String body) {
        try (BotServer server = new BotServer(status, body)) {
            return api(server.address()).call(BotCall.of(new GetMe()));
        }
    }

    private BotApi api(URI address) {
        return new BotApi(http, address, Secret.of(TOKEN));
    }
}
