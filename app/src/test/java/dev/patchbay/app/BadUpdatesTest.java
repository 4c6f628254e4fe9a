package dev.patchbay.app;

import static dev.patchbay.app.ChatWorld.PATIENCE;
import static dev.patchbay.app.ChatWorld.SECRET_HEADER;
import static dev.patchbay.app.ChatWorld.WEBHOOK_SECRET;
import static dev.patchbay.app.ChatWorld.said;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.patchbay.sandbox.telegram.ChatMessage;
import dev.patchbay.sandbox.telegram.TelegramGroup;
import dev.patchbay.sandbox.telegram.TelegramUser;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What nobody sends who means well, and what Telegram sends that we have no use for: no effect, and no stack trace. */
@Isolated("listens to every logger of the JVM")
class BadUpdatesTest {
    private static final String ODD_NAME = "\u202eأحمد \ud83e\udd84<b>&amp;\u0000\u2066x";

    private final List<ILoggingEvent> alarms = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getThrowableProxy() != null || event.getLevel().isGreaterOrEqual(Level.ERROR)) {
                alarms.add(event);
            }
        }
    };
    private final ChatWorld chats = new ChatWorld("webhook");
    private final TelegramUser ann = chats.user("ann");
    private final TelegramUser bob = chats.user("bob");
    private int updates = 7000;

    @BeforeEach
    void listen() {
        listener.setContext(Logs.context());
        listener.start();
        root().addAppender(listener);
    }

    @AfterEach
    void close() {
        root().detachAppender(listener);
        chats.close();
    }

    private static Logger root() {
        return Logs.root();
    }

    @Test
    void updates_that_are_none_of_ours_or_make_no_sense_are_taken_and_do_nothing() throws Exception {
        String from = "\"from\":{\"id\":" + ann.id() + ",\"is_bot\":false,\"first_name\":\"Ann\"}";
        String here = "\"chat\":{\"id\":" + ann.id() + ",\"type\":\"private\"}";
        String message = "{\"message_id\":1,\"date\":1,\"text\":\"/start\"," + from + "," + here + "}";
        for (String content : List.of(
                "\"x\":1",
                "\"message\":null",
                "\"message\":{}",
                "\"message\":[" + message + "]",
                "\"message\":\"/start\"",
                "\"message\":{\"message_id\":\"one\",\"date\":1,\"text\":\"/start\"," + from + "," + here + "}",
                "\"message\":{\"message_id\":1,\"date\":1,\"text\":{\"a\":\"/start\"}," + from + "," + here + "}",
                "\"message\":{\"message_id\":1,\"date\":1,\"text\":\"/start\"," + here + "}",
                "\"message\":{\"message_id\":1,\"date\":1,\"text\":\"/start\"," + from + "}",
                "\"message\":{\"message_id\":1,\"date\":1,\"text\":\"/start\"," + from
                        + ",\"chat\":{\"id\":7,\"type\":\"private\"}}",
                "\"message\":{\"message_id\":1,\"date\":1,\"text\":\"/start\",\"from\":{\"id\":-5,\"is_bot\":false,"
                        + "\"first_name\":\"x\"},\"chat\":{\"id\":-5,\"type\":\"private\"}}",
                "\"message\":{\"message_id\":1,\"date\":1,\"text\":\"/start\",\"from\":{\"id\":99999999999999999999,"
                        + "\"is_bot\":false,\"first_name\":\"x\"}," + here + "}",
                "\"edited_message\":" + message,
                "\"channel_post\":" + message,
                "\"edited_channel_post\":" + message,
                "\"business_message\":" + message,
                "\"inline_query\":{\"id\":\"1\"," + from + ",\"query\":\"/start\",\"offset\":\"\"}",
                "\"poll_answer\":{\"poll_id\":\"1\",\"user\":{\"id\":" + ann.id() + "},\"option_ids\":[0]}",
                "\"callback_query\":{\"id\":\"1\",\"data\":\"s:\"}",
                "\"callback_query\":{\"id\":1,\"data\":2,\"from\":3}",
                "\"my_chat_member\":{" + from + "," + here + ",\"date\":1}",
                "\"nested\":" + "[".repeat(900) + "]".repeat(900))) {
            assertThat(post("{\"update_id\":" + ++updates + "," + content + "}"))
                    .as(content)
                    .isEqualTo(200);
        }
        for (String body :
                List.of("{}", "[]", "null", "1", "\"x\"", "{", "\u0000", "{\"update_id\":\"7\"}", "[".repeat(50_000))) {
            assertThat(post(body)).as(body.substring(0, 1)).isEqualTo(200);
        }

        assertThat(chats.world().sandbox().telegram().ledger().sends()).isEmpty();
        assertThat(chats.count("account")).isZero();
        assertThat(ann.ask("/start", PATIENCE).text()).contains("Hello");
        assertThat(alarms).isEmpty();
    }

    @Test
    void whatever_people_write_is_answered_in_words() {
        for (String text : List.of(
                "x".repeat(4096),
                "\ud83e\udd84".repeat(2048),
                "/start " + "x".repeat(4000),
                "/start ../../etc/passwd",
                "/start " + "-".repeat(64),
                "/login " + "'\"<&>".repeat(200),
                "/setname " + "\u202e".repeat(200),
                "/what@ever",
                "/",
                "<b>{0}</b> '{1}' %s",
                "\u0633\u0644\u0627\u0645",
                "https://music.example/callback?code=%zz&state=%00")) {
            assertThat(ann.ask(text, PATIENCE).text())
                    .as(text.substring(0, Math.min(30, text.length())))
                    .isNotBlank();
        }
        assertThat(ann.ask("/setname \u0623\u062d\u0645\u062f \ud83e\udd84 <b>&amp;", PATIENCE)
                        .text())
                .contains("\u0623\u062d\u0645\u062f \ud83e\udd84 <b>&amp;");
        assertThat(alarms).isEmpty();
    }

    @Test
    void a_first_name_of_any_kind_becomes_a_display_name() throws Exception {
        String update = """
            {"update_id":%d,"message":{"message_id":1,"date":1,"text":"/start","chat":{"id":%d,"type":"private"},\
            "from":{"id":%d,"is_bot":false,"first_name":"%s"}}}\
            """.formatted(++updates, ann.id(), ann.id(), ODD_NAME.replace("\u0000", "\\u0000"));
        assertThat(post(update)).isEqualTo(200);

        // Nobody is written to who did not press START, so only the account tells.
        assertThat(chats.count("account WHERE display_name LIKE 'أحمد%<b>&amp;%'"))
                .isEqualTo(1);
        assertThat(alarms).isEmpty();
    }

    @Test
    void buttons_do_what_they_say_for_whoever_presses_them_and_for_nobody_else() {
        URI end = new Browser(chats.address())
                .follow(chats.world().sandbox().spotify().approve(ChatWorld.authorization(ann), "ann"));
        ann.open(end);
        said(ann, "Spotify is connected as");
        ann.ask("/disconnect", PATIENCE);
        ann.press("Disconnect Spotify");
        ChatMessage asked = said(ann, "Its tokens are deleted here at once");
        bob.ask("/start", PATIENCE);
        TelegramGroup group = chats.world().sandbox().telegram().group("Friends", bob);

        // Somebody else's button, in the chat it is in, in one's own, and in a group; and data that no button of ours
        // has.
        bob.pressData(ann, asked.id(), "x:spotify").awaitAnswer(PATIENCE);
        bob.pressData(bob, asked.id(), "x:spotify").awaitAnswer(PATIENCE);
        bob.pressData(group, asked.id(), "x:spotify").awaitAnswer(PATIENCE);
        for (String data : List.of("x:", "x:nowhere", "x:spotify:" + ann.id(), "q:1", "\u202e", "x".repeat(64))) {
            bob.pressData(bob, asked.id(), data).awaitAnswer(PATIENCE);
        }
        assertThat(ann.ask("/status", PATIENCE).text()).contains("✅ connected");

        // An old button, once more.
        ann.press("Yes, disconnect");
        said(ann, "its tokens are deleted here");
        ann.pressData(ann, asked.id(), "x:spotify").awaitAnswer(PATIENCE);
        said(ann, "There is nothing to disconnect");
        assertThat(ann.ask("/status", PATIENCE).text()).contains("Nothing is connected yet");
        assertThat(alarms).isEmpty();
    }

    @Test
    void what_is_changed_or_published_later_is_not_heard() {
        ann.ask("/start", PATIENCE);
        long written = ann.chat().messages().getFirst().id();
        int before = ann.chat().fromBot().size();

        ann.edit(written, "/setname Changed");
        chats.world().sandbox().telegram().channel("News").publish("/setname@patchbay_sandbox_bot Published");

        assertThat(ann.ask("/setname", PATIENCE).text())
                .contains("You are called")
                .doesNotContain("Changed");
        assertThat(ann.chat().fromBot()).hasSize(before + 1);
        assertThat(alarms).isEmpty();
    }

    private int post(String body) throws Exception {
        return chats.post("/telegram/webhook", body, SECRET_HEADER, WEBHOOK_SECRET)
                .statusCode();
    }
}
