package dev.patchbay.app;

import static dev.patchbay.app.ChatWorld.PATIENCE;
import static dev.patchbay.app.ChatWorld.SECRET_HEADER;
import static dev.patchbay.app.ChatWorld.WEBHOOK_SECRET;
import static dev.patchbay.app.ChatWorld.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.telegram.TelegramUser;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody who is not Telegram posts updates (T13), and Telegram posts large ones. */
class ForgedUpdatesTest {
    private static final String PATH = "/telegram/webhook";
    private static final int MEBIBYTE = 1 << 20;

    private final ChatWorld chats = new ChatWorld("webhook");
    private final TelegramUser ann = chats.user("ann");
    private int updates = 7000;

    @AfterEach
    void close() {
        chats.close();
    }

    @Test
    void without_the_secret_in_its_one_header_every_update_meets_the_same_refusal_and_has_no_effect() throws Exception {
        for (String[] headers : List.of(
                new String[] {},
                new String[] {SECRET_HEADER, ""},
                new String[] {SECRET_HEADER, "guess"},
                new String[] {SECRET_HEADER, WEBHOOK_SECRET + "x"},
                new String[] {SECRET_HEADER, WEBHOOK_SECRET.substring(1)},
                new String[] {SECRET_HEADER, WEBHOOK_SECRET.toUpperCase(Locale.ROOT)},
                new String[] {SECRET_HEADER, WEBHOOK_SECRET + "," + WEBHOOK_SECRET},
                new String[] {SECRET_HEADER, "guess", SECRET_HEADER, WEBHOOK_SECRET},
                new String[] {SECRET_HEADER, WEBHOOK_SECRET, SECRET_HEADER, "guess"},
                new String[] {"X-Telegram-Secret-Token", WEBHOOK_SECRET},
                new String[] {"Authorization", "Bearer " + WEBHOOK_SECRET},
                new String[] {"Cookie", SECRET_HEADER + "=" + WEBHOOK_SECRET})) {
            isRefused(chats.post(PATH, renaming("Mallory"), headers));
            isRefused(chats.post(PATH, "", headers));
            isRefused(chats.post(PATH, "no JSON", headers));
            isRefused(chats.post(PATH, renaming("Mallory", MEBIBYTE - 1000), headers));
            isRefused(chats.post(PATH, renaming("Mallory", 2 * MEBIBYTE), headers));
        }
        isRefused(chats.post(PATH + "?secret_token=" + WEBHOOK_SECRET, renaming("Mallory")));
        isRefused(chats.post(PATH + "?" + SECRET_HEADER + "=" + WEBHOOK_SECRET, renaming("Mallory")));

        hadNoEffect();
    }

    @Test
    void no_other_way_of_writing_the_path_leads_around_the_guard() throws Exception {
        for (String path : List.of(
                PATH + "/",
                PATH + "//",
                "/" + PATH,
                "/telegram//webhook",
                "/telegram/%77ebhook",
                "/telegram%2fwebhook",
                PATH + ";a=b",
                "/telegram/./webhook",
                "/x/.." + PATH,
                PATH.toUpperCase(Locale.ROOT))) {
            assertThat(chats.post(path, renaming("Mallory")).statusCode())
                    .as(path)
                    .isBetween(400, 499);
        }

        hadNoEffect();
    }

    @Test
    void an_update_of_up_to_a_mebibyte_is_taken_from_telegram() throws Exception {
        ann.ask("/start", PATIENCE);
        int[] lengths = {65_537, 70_000, 200_000, 600_000, MEBIBYTE};
        for (int length : lengths) {
            String name = "Ann of " + length;

            assertThat(postedByTelegram(renaming(name, length))).as(name).isEqualTo(200);

            said(ann, name);
        }
        assertThat(postedByTelegram(renaming("Too large", MEBIBYTE + 1))).isEqualTo(413);
        assertThat(postedByTelegram(renaming("Too large", 3 * MEBIBYTE))).isEqualTo(413);
        assertThat(chats.postInChunks(PATH, renaming("In chunks", 300_000), SECRET_HEADER, WEBHOOK_SECRET)
                        .statusCode())
                .isEqualTo(200);
        said(ann, "In chunks");
        assertThat(ann.ask("/setname", PATIENCE).text()).contains("In chunks");
    }

    @Test
    void nothing_else_takes_more_than_64_kibibytes() throws Exception {
        String body = "{\"a\":\"" + "x".repeat(65_536) + "\"}";
        assertThat(chats.post("/auth/google/login", body).statusCode()).isEqualTo(413);
        assertThat(chats.post("/auth/google/login", body, SECRET_HEADER, WEBHOOK_SECRET)
                        .body())
                .contains("\"code\":\"body_too_large\"");
        HttpResponse<String> ofUnsaidLength = chats.postInChunks("/auth/google/login", body);
        assertThat(ofUnsaidLength.statusCode()).isEqualTo(413);
        assertThat(ofUnsaidLength.body()).contains("\"code\":\"body_too_large\"");
    }

    private int postedByTelegram(String update) throws Exception {
        return chats.post(PATH, update, SECRET_HEADER, WEBHOOK_SECRET).statusCode();
    }

    private static void isRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    private void hadNoEffect() {
        assertThat(chats.count("chat_update")).isZero();
        assertThat(chats.count("chat")).isZero();
        assertThat(chats.count("account")).isZero();
        assertThat(chats.world().sandbox().telegram().ledger().sends()).isEmpty();
    }

    private String renaming(String name) {
        String id = String.valueOf(ann.id());
        return """
            {"update_id":%d,"message":{"message_id":1,"date":1,"text":"/setname %s",\
            "from":{"id":%s,"is_bot":false,"first_name":"Ann"},"chat":{"id":%s,"type":"private"}}}\
            """.formatted(++updates, name, id, id);
    }

    /** The same, and exactly so many bytes. */
    private String renaming(String name, int bytes) {
        String update = renaming(name);
        String padding = ",\"padding\":\"";
        String open = update.substring(0, update.length() - 1) + padding;
        return open + "x".repeat(bytes - open.length() - 2) + "\"}";
    }
}
