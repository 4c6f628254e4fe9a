package dev.patchbay.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.sandbox.SteeredClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollingTest {
    private final SteeredClock clock = new SteeredClock();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withClock(clock));
    private final Bot bot = new Bot(sandbox);
    private final TelegramUser ann = sandbox.telegram().user("ann");

    @AfterEach
    void close() {
        bot.close();
        sandbox.close();
    }

    private static List<Long> ids(List<Map<String, Object>> updates) {
        return updates.stream().map(update -> (Long) update.get("update_id")).toList();
    }

    @Test
    void updates_come_until_an_offset_confirms_them() {
        long first = ann.start().getAsLong();
        long second = ann.write("hello").getAsLong();

        assertThat(ids(bot.updates(0, 0))).containsExactly(first, second);
        assertThat(ids(bot.updates(0, 0))).as("not confirmed").containsExactly(first, second);
        assertThat(ids(bot.updates(second, 0))).containsExactly(second);
        assertThat(ids(bot.updates(second + 1, 0))).isEmpty();
        assertThat(ids(bot.updates(0, 0))).isEmpty();
        assertThat(sandbox.telegram().ledger().deliveriesOf(first)).hasSize(2);
        assertThat(sandbox.telegram().ledger().deliveriesOf(second)).hasSize(3);
    }

    @Test
    void a_limit_and_a_negative_offset_choose() {
        ann.start();
        long second = ann.write("two").getAsLong();
        long third = ann.write("three").getAsLong();

        assertThat(bot.call("getUpdates", "limit", 2).list()).hasSize(2);
        assertThat(ids(bot.updates(-1, 0))).containsExactly(third);
        assertThat(ids(bot.updates(0, 0))).as("the rest is forgotten").doesNotContain(second);
    }

    @Test
    void an_offset_from_elsewhere_confirms_nothing() {
        long update = ann.start().getAsLong();

        assertThat(ids(bot.updates(update + 1_000_000, 0))).containsExactly(update);
    }

    @Test
    void a_long_poll_ends_with_the_first_update() throws Exception {
        CompletableFuture<List<Map<String, Object>>> poll = CompletableFuture.supplyAsync(() -> bot.updates(0, 20));
        assertThat(poll.completeOnTimeout(List.of(), 200, TimeUnit.MILLISECONDS).get())
                .isEmpty();

        CompletableFuture<List<Map<String, Object>>> next = CompletableFuture.supplyAsync(() -> bot.updates(0, 20));
        long update = ann.start().getAsLong();

        assertThat(ids(next.get(5, TimeUnit.SECONDS))).containsExactly(update);
    }

    @Test
    void a_long_poll_without_updates_ends_empty() {
        long start = System.nanoTime();

        assertThat(bot.updates(0, 1)).isEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(950));
    }

    @Test
    void a_second_poller_ends_the_first() throws Exception {
        CompletableFuture<Bot.Said> first = CompletableFuture.supplyAsync(() -> bot.call("getUpdates", "timeout", 20));
        CompletableFuture<Bot.Said> second;
        do {
            second = CompletableFuture.supplyAsync(() -> bot.call("getUpdates", "timeout", 1));
            second.get(5, TimeUnit.SECONDS);
        } while (!first.isDone());

        assertThat(first.get().status()).isEqualTo(409);
        assertThat(first.get().description())
                .isEqualTo("Conflict: terminated by other getUpdates request; make sure that only one bot instance is"
                        + " running");
        assertThat(second.get().status()).isEqualTo(200);
    }

    @Test
    void there_is_no_polling_beside_a_webhook() throws Exception {
        bot.call("setWebhook", "url", "http://127.0.0.1:1/hook");

        assertThat(bot.call("getUpdates").status()).isEqualTo(409);
        assertThat(bot.call("getUpdates").description()).startsWith("Conflict: can't use getUpdates method while");
        assertThat(bot.call("deleteWebhook").description()).isEqualTo("Webhook was deleted");
        assertThat(bot.call("getUpdates").status()).isEqualTo(200);
    }

    @Test
    void a_new_webhook_ends_the_poll_that_waits() throws Exception {
        CompletableFuture<Bot.Said> poll = CompletableFuture.supplyAsync(() -> bot.call("getUpdates", "timeout", 20));
        while (!poll.isDone()) {
            bot.call("setWebhook", "url", "http://127.0.0.1:1/hook");
            bot.call("deleteWebhook");
        }

        assertThat(poll.get().status()).isEqualTo(409);
    }

    @Test
    void only_wanted_kinds_come_and_the_choice_lasts() {
        ann.start();
        bot.call("getUpdates", "allowed_updates", List.of("my_chat_member"));
        ann.write("unheard");
        long blocked = ann.block().getAsLong();

        assertThat(ids(bot.call("getUpdates").list())).contains(blocked).hasSize(2);
        bot.call("getUpdates", "allowed_updates", List.of());
        ann.unblock();
        ann.write("heard");
        assertThat(bot.call("getUpdates").list()).hasSize(4).last().asString().contains("heard");
    }

    @Test
    void updates_are_kept_for_a_day() {
        ann.start();
        clock.advance(Duration.ofHours(23));
        long later = ann.write("later").getAsLong();
        clock.advance(Duration.ofHours(1));

        assertThat(ids(bot.updates(0, 0))).containsExactly(later);
    }

    @Test
    void updates_can_be_repeated_held_and_reversed() {
        Deliveries deliveries = sandbox.telegram().deliveries();
        deliveries.repeatEach(3);
        long first = ann.start().getAsLong();
        bot.updates(0, 0);
        assertThat(ids(bot.updates(first + 1, 0))).containsExactly(first, first);
        deliveries.calm();

        deliveries.hold();
        long second = ann.write("two").getAsLong();
        long third = ann.write("three").getAsLong();
        assertThat(bot.updates(0, 0)).isEmpty();
        deliveries.releaseReversed();
        assertThat(ids(bot.updates(0, 0))).containsExactly(third, second);

        bot.updates(third + 1, 0);
        deliveries.pollAgain(first);
        assertThat(ids(bot.updates(third + 1, 0))).containsExactly(first);
        assertThat(bot.updates(third + 1, 0)).isEmpty();
    }
}
