package dev.patchbay.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Reply;
import dev.patchbay.sandbox.web.Request;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookTest {
    private static final String SECRET = "a-webhook_secret";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final Bot bot = new Bot(sandbox);
    private final Receiver receiver = new Receiver();
    private final TelegramUser ann = sandbox.telegram().user("ann");
    private final TelegramUser bob = sandbox.telegram().user("bob");

    @AfterEach
    void close() {
        receiver.close();
        bot.close();
        sandbox.close();
    }

    private void set() {
        assertThat(bot.call("setWebhook", "url", receiver.url().toString(), "secret_token", SECRET)
                        .description())
                .isEqualTo("Webhook was set");
    }

    private void awaitNothingPending() throws InterruptedException {
        for (int i = 0; i < 500 && sandbox.telegram().deliveries().pending() > 0; i++) {
            Thread.sleep(10);
        }
        assertThat(sandbox.telegram().deliveries().pending()).isZero();
    }

    @Test
    void updates_are_posted_with_the_secret_and_then_done() throws Exception {
        set();
        long update = ann.start().getAsLong();

        Request request = receiver.await(1).getFirst();
        awaitNothingPending();

        assertThat(request.header("X-Telegram-Bot-Api-Secret-Token")).contains(SECRET);
        assertThat(request.header("Content-Type")).contains("application/json");
        assertThat(Json.read(request.body())).containsEntry("update_id", update).containsKey("message");
        assertThat(sandbox.telegram().ledger().deliveriesOf(update))
                .singleElement()
                .satisfies(delivered -> assertThat(delivered.status()).isEqualTo(200))
                .satisfies(delivered -> assertThat(delivered.way()).isEqualTo(BotLedger.Way.WEBHOOK));
    }

    @Test
    void a_refused_update_comes_again_until_it_is_accepted() throws Exception {
        AtomicInteger left = new AtomicInteger(3);
        receiver.answers(update -> Reply.text(left.getAndDecrement() > 0 ? 503 : 200, ""));
        set();
        long first = ann.start().getAsLong();
        long second = ann.write("after it").getAsLong();

        receiver.await(5);

        assertThat(receiver.ids()).containsExactly(first, first, first, first, second);
        assertThat(bot.call("getWebhookInfo").object())
                .containsEntry("last_error_message", "Wrong response from the webhook: 503")
                .containsEntry("url", receiver.url().toString())
                .containsEntry("max_connections", 40L)
                .containsKey("last_error_date");
        assertThat(sandbox.telegram().ledger().deliveriesOf(first))
                .extracting(BotLedger.Delivered::status)
                .containsExactly(503, 503, 503, 200);
    }

    @Test
    void one_chat_waits_for_its_own_updates_only() throws Exception {
        CountDownLatch bobCame = new CountDownLatch(1);
        receiver.answers(update -> {
            boolean ofAnn = update.toString().contains("Lindqvist");
            try {
                if (ofAnn && !bobCame.await(5, TimeUnit.SECONDS)) {
                    return Reply.text(500, "");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (!ofAnn) {
                bobCame.countDown();
            }
            return Reply.text(200, "");
        });
        set();
        long first = ann.start().getAsLong();
        long second = ann.write("two").getAsLong();
        long bobs = bob.start().getAsLong();

        receiver.await(3);

        assertThat(receiver.ids())
                .containsExactlyInAnyOrder(first, bobs, second)
                .endsWith(second);
    }

    @Test
    void pending_updates_are_counted_delivered_later_or_dropped() throws Exception {
        ann.start();
        assertThat(bot.call("getWebhookInfo").object())
                .containsEntry("url", "")
                .containsEntry("pending_update_count", 1L);
        bot.call("setWebhook", "url", receiver.url().toString(), "drop_pending_updates", true);
        long later = ann.write("later").getAsLong();
        receiver.await(1);
        assertThat(receiver.ids()).containsExactly(later);

        bot.call("deleteWebhook");
        long kept = ann.write("kept").getAsLong();
        set();
        receiver.await(2);
        assertThat(receiver.ids()).containsExactly(later, kept);
    }

    @Test
    void a_method_in_the_answer_is_carried_out() throws Exception {
        receiver.answers(update -> Reply.json(
                200, Json.object("method", "sendMessage", "chat_id", ann.id(), "text", "said in the answer")));
        set();
        long update = ann.start().getAsLong();

        ann.awaitFromBot("said in the answer", Duration.ofSeconds(5));

        assertThat(sandbox.telegram().ledger().deliveriesOf(update))
                .extracting(BotLedger.Delivered::method)
                .containsExactly("sendmessage");
        assertThat(sandbox.telegram().ledger().timesSent(ann.id(), "said in the answer"))
                .isEqualTo(1);
    }

    @Test
    void what_telegram_does_not_take_as_a_webhook_is_refused() {
        assertThat(bot.call("setWebhook", "url", "http://example.com/hook").description())
                .isEqualTo("Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
        assertThat(bot.call("setWebhook", "url", "https://example.com:9999/hook")
                        .description())
                .isEqualTo("Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        assertThat(bot.call("setWebhook", "url", "not a url").status()).isEqualTo(400);
        assertThat(bot.call("setWebhook", "url", receiver.url().toString(), "secret_token", "no spaces")
                        .description())
                .isEqualTo("Bad Request: secret token contains unallowed characters");
        assertThat(bot.call("setWebhook", "url", receiver.url().toString(), "secret_token", "x".repeat(257))
                        .description())
                .isEqualTo("Bad Request: secret token is too long");
        set();
        assertThat(bot.call("setWebhook", "url", receiver.url().toString(), "secret_token", SECRET)
                        .description())
                .isEqualTo("Webhook is already set");
    }

    @Test
    void deliveries_can_be_repeated_reversed_and_sent_to_several_at_once() throws Exception {
        Deliveries deliveries = sandbox.telegram().deliveries();
        set();
        deliveries.repeatEach(5);
        long first = ann.start().getAsLong();
        receiver.await(5);
        deliveries.calm();
        assertThat(receiver.ids()).containsExactly(first, first, first, first, first);

        deliveries.hold();
        long second = ann.write("two").getAsLong();
        long third = ann.write("three").getAsLong();
        deliveries.releaseReversed();
        receiver.await(7);
        assertThat(receiver.ids()).endsWith(third, second);

        try (Receiver other = new Receiver()) {
            other.answers(update -> Reply.text(503, ""));
            assertThat(deliveries.postAgain(first, List.of(receiver.url(), other.url(), receiver.url())))
                    .containsExactly(200, 503, 200);
            assertThat(other.await(1).getFirst().header("X-Telegram-Bot-Api-Secret-Token"))
                    .contains(SECRET);
        }
    }

    @Test
    void a_webhook_that_is_not_there_is_told_of() throws Exception {
        receiver.close();
        set();
        long update = ann.start().getAsLong();

        for (int i = 0;
                i < 500 && sandbox.telegram().ledger().deliveriesOf(update).size() < 2;
                i++) {
            Thread.sleep(10);
        }

        assertThat(bot.call("getWebhookInfo").object())
                .containsEntry("last_error_message", "Connection refused")
                .containsEntry("pending_update_count", 1L);
        assertThat(sandbox.telegram().ledger().deliveriesOf(update).getFirst().status())
                .isZero();
    }
}
