package dev.patchbay.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.party.Fault;
import dev.patchbay.sandbox.party.Hold;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MisbehaviourTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final SandboxTelegram telegram = sandbox.telegram();
    private final Bot bot = new Bot(sandbox);
    private final TelegramUser ann = telegram.user("ann");

    @BeforeEach
    void start() {
        ann.start();
    }

    @AfterEach
    void close() {
        bot.close();
        sandbox.close();
    }

    @Test
    void too_many_requests_says_when_to_come_back_and_sends_nothing() {
        telegram.script(
                Fault.Kind.TOO_MANY_REQUESTS.lasting(Duration.ofSeconds(7)).at(Endpoint.BOT_SEND));

        assertThat(bot.call("getMe").status()).as("another endpoint").isEqualTo(200);
        Bot.Said said = bot.say(ann.id(), "Hello");

        assertThat(said.status()).isEqualTo(429);
        assertThat(said.json()).containsEntry("parameters", Map.of("retry_after", 7L));
        assertThat(said.http().headers().firstValue("Retry-After")).contains("7");
        assertThat(ann.chat().fromBot()).isEmpty();
        assertThat(bot.say(ann.id(), "Hello").status()).isEqualTo(200);
    }

    @Test
    void a_lost_answer_does_not_unsend_the_message() {
        telegram.script(Fault.Kind.ANSWER_DROPPED.at(Endpoint.BOT_SEND));

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> bot.say(ann.id(), "Hello"));
        bot.say(ann.id(), "Hello");

        assertThat(telegram.ledger().timesSent(ann.id(), "Hello")).isEqualTo(2);
        assertThat(ann.chat()).hasToString("ann: /start\nbot: Hello\nbot: Hello");
    }

    @Test
    void a_page_of_html_may_come_from_in_between() {
        telegram.script(Fault.Kind.BAD_GATEWAY);

        Bot.Said said = bot.say(ann.id(), "Hello");

        assertThat(said.status()).isEqualTo(502);
        assertThat(said.http().body()).startsWith("<html>");
        assertThat(ann.chat().fromBot()).isEmpty();
    }

    @Test
    void a_call_can_hang_and_another_be_held() throws Exception {
        telegram.script(Fault.Kind.HANG.at(Endpoint.BOT_CALL));
        CompletableFuture<Integer> hanging =
                CompletableFuture.supplyAsync(() -> bot.call("getMe").status());
        assertThat(hanging.completeOnTimeout(0, 200, TimeUnit.MILLISECONDS).get())
                .isZero();

        Hold hold = telegram.hold(Endpoint.BOT_SEND);
        CompletableFuture<Integer> held =
                CompletableFuture.supplyAsync(() -> bot.say(ann.id(), "Held").status());
        hold.awaitProcessed(Duration.ofSeconds(5));
        assertThat(ann.chat().fromBot()).hasSize(1);
        assertThat(held).isNotDone();
        hold.release();
        assertThat(held.get(5, TimeUnit.SECONDS)).isEqualTo(200);
    }

    @Test
    void a_poll_can_meet_a_conflict() {
        telegram.script(Fault.Kind.POLL_CONFLICT);

        assertThat(bot.call("getMe").status()).isEqualTo(200);
        assertThat(bot.call("getUpdates").status()).isEqualTo(409);
        assertThat(bot.call("getUpdates").list()).hasSize(1);
    }

    @Test
    void a_good_token_can_be_refused_for_a_while() {
        telegram.always(Fault.Kind.INVALID_TOKEN.at(Endpoint.BOT_CALL, Endpoint.BOT_SEND));

        assertThat(bot.call("getMe").status()).isEqualTo(401);
        assertThat(bot.say(ann.id(), "Hello").status()).isEqualTo(401);
        telegram.wellAgain();
        assertThat(bot.call("getMe").status()).isEqualTo(200);
    }

    @Test
    void calls_are_counted_by_endpoint_and_refusals_are_in_the_ledger() {
        bot.say(ann.id(), "Hello");
        bot.say(12345, "Nobody");
        bot.updates(0, 0);

        assertThat(sandbox.ledger().calls("telegram", Endpoint.BOT_SEND)).isEqualTo(2);
        assertThat(sandbox.ledger().calls("telegram", Endpoint.BOT_UPDATES)).isEqualTo(1);
        assertThat(telegram.ledger().calls("sendMessage"))
                .extracting(BotLedger.Call::status)
                .containsExactly(200, 400);
        assertThat(telegram.ledger().sendsTo(ann.id())).hasSize(1);
    }
}
