package dev.patchbay.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.chat.BotId;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.port.GivenPresence;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.SeededSecrets;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollingTest {
    private static final TelegramSettings.Bot BOT =
            new TelegramSettings.Bot(new BotId(42), Secret.of("42:AAHcanaryCanaryCanaryCanary"), "my_music_bot");
    private static final String NOTHING = "{\"ok\":true,\"result\":[]}";

    private final SteppingClock clock = SteppingClock.atNow();
    private final InMemoryStore store = new InMemoryStore();
    private final GuardedHttp http = new GuardedHttp(clock);
    private final List<String> heard = new ArrayList<>();
    private final List<String> failing = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final AtomicInteger conflicts = new AtomicInteger();
    private final Deque<String> answers = new ArrayDeque<>();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void the_offset_is_behind_what_is_done() {
        answers.add(updates("7:one", "8:two"));
        try (BotServer server = server()) {
            polling(server).poll();
            assertThat(heard).containsExactly("one", "two");
            assertThat(offsets(server)).containsExactly(0, 9);
        }
    }

    @Test
    void what_could_not_be_answered_is_asked_for_again_though_later_ones_are_done() {
        answers.add(updates("7:one", "8:two"));
        answers.add(NOTHING);
        answers.add(updates("7:one", "8:two"));
        failing.add("one");
        try (BotServer server = server()) {
            polling(server).poll();
            assertThat(heard).doesNotContain("one");

            failing.clear();
            clock.advance(Inbox.CLAIM.plusSeconds(1));
            polling(server).poll();

            assertThat(heard).contains("one").doesNotHaveDuplicates();
            assertThat(offsets(server)).startsWith(0, 7, 7).endsWith(9);
        }
    }

    @Test
    void only_one_process_polls() {
        try (BotServer server = server()) {
            polling(server).poll();
            polling(server).poll();
            assertThat(server.asked()).hasSize(1);

            clock.advance(Duration.ofMinutes(1));
            polling(server).poll();
            assertThat(server.asked()).hasSize(2);
        }
    }

    @Test
    void somebody_else_who_gets_the_updates_is_not_fought_at_once() {
        answers.add("{\"ok\":false,\"error_code\":409,\"description\":\"Conflict\"}");
        try (BotServer server = server()) {
            polling(server).poll();
            assertThat(server.asked()).hasSize(1);
            assertThat(conflicts).hasValue(1);
            assertThat(pauses).hasSize(1);
        }
    }

    @Test
    void nonsense_is_asked_for_again_at_leisure() {
        answers.add("{\"ok\":true,\"result\":[{},{\"update_id\":\"x\"},[]]}");
        answers.add("{\"ok\":true,\"result\":{\"a\":1}}");
        try (BotServer server = server()) {
            Polling polling = polling(server);
            polling.poll();
            polling.poll();
            assertThat(server.asked()).hasSize(2);
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void nothing_begins_after_the_stop() {
        try (BotServer server = server()) {
            Polling polling = polling(server);
            polling.stop();
            polling.poll();
            assertThat(server.asked()).isEmpty();
        }
    }

    private BotServer server() {
        return new BotServer(200, asked -> answers.isEmpty() ? NOTHING : answers.removeFirst());
    }

    private Polling polling(BotServer server) {
        Listener listener = (incoming, again) -> {
            String text = incoming instanceof Incoming.Said said ? said.text() : incoming.toString();
            if (failing.contains(text)) {
                throw new StoreUnavailable("down", null);
            }
            heard.add(text);
            return Turn.nothing();
        };
        Inbox inbox = new Inbox(BOT, store.chatUpdates(), listener, turn -> {}, new SeededSecrets(), clock);
        return new Polling(
                BOT.id(),
                new BotApi(http, server.address(), BOT.token()),
                store.chatUpdates(),
                inbox,
                new Duty(store.botDuty(), BOT.id(), UUID.randomUUID(), GivenPresence.of("one"), clock),
                conflicts::incrementAndGet,
                new Inline(),
                pauses::add);
    }

    /** Each in a chat of its own. */
    private static String updates(String... said) {
        List<String> updates = new ArrayList<>();
        for (String one : said) {
            String[] parts = one.split(":", 2);
            updates.add("""
                {"update_id":%1$s,"message":{"message_id":1,"date":1,"text":"%2$s","chat":{"id":%1$s,"type":"private"},
                 "from":{"id":%1$s,"is_bot":false,"first_name":"A"}}}\
                """.formatted(parts[0], parts[1]));
        }
        return "{\"ok\":true,\"result\":[" + String.join(",", updates) + "]}";
    }

    private static List<Integer> offsets(BotServer server) {
        return server.asked().stream()
                .map(asked -> Integer.valueOf(asked.replaceAll(".*\"offset\":(\\d+).*", "$1")))
                .toList();
    }
}
