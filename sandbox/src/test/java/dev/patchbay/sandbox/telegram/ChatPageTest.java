package dev.patchbay.sandbox.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.sandbox.party.Sha256;
import dev.patchbay.sandbox.web.Parameters;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatPageTest {
    private static final String HOSTILE = "\"><script>alert('x')</script>&amp;";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final Bot bot = new Bot(sandbox);
    private final TelegramUser ann = sandbox.telegram().user("ann");
    private final HttpClient browser = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        browser.shutdownNow();
        bot.close();
        sandbox.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(HttpRequest.newBuilder(sandbox.home().resolve(path)), headers);
    }

    private HttpResponse<String> act(Map<String, String> form, String... headers) throws Exception {
        return send(
                HttpRequest.newBuilder(sandbox.home().resolve("/telegram/act"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Parameters.encode(form))),
                headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) throws Exception {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return browser.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
    }

    @Test
    void somebody_at_a_browser_chats_as_a_pretend_user() throws Exception {
        assertThat(get("/telegram?as=ann").body()).contains("Ann Lindqvist", "Press START", "@patchbay_sandbox_bot");
        assertThat(act(Map.of("as", "ann", "what", "start")).statusCode()).isEqualTo(302);
        bot.call(
                "sendMessage",
                "chat_id",
                ann.id(),
                "text",
                "<b>Hello</b> & <a href=\"https://example.com/?a=1\">more</a>",
                "parse_mode",
                "HTML",
                "reply_markup",
                Map.of(
                        "inline_keyboard",
                        List.of(List.of(
                                Map.of("text", "Log in", "url", "https://example.com/login"),
                                Map.of("text", "Later", "callback_data", "later")))));

        String chat = get("/telegram/chat?as=ann").body();
        assertThat(chat)
                .contains("<b>Hello</b> &amp; <a", "href=\"https://example.com/?a=1\">more</a>")
                .contains("href=\"https://example.com/login\">Log in", ">Later</button>");
        assertThat(get("/telegram/chat?as=bob").body()).doesNotContain("Hello");

        long message = ann.chat().lastFromBot().orElseThrow().id();
        act(Map.of("as", "ann", "what", "press", "message", Long.toString(message), "button", "1"));
        assertThat(bot.updates(-1, 0).toString()).contains("callback_query", "data=later");
        act(Map.of("as", "ann", "what", "block"));
        assertThat(bot.say(ann.id(), "Hello?").status()).isEqualTo(403);
        act(Map.of("as", "ann", "what", "unblock"));
        act(Map.of("as", "ann", "what", "write", "text", "/help me"));
        assertThat(ann.chat().toString()).endsWith("ann: /help me");
    }

    @Test
    void the_answer_to_a_press_and_the_menu_of_commands_are_shown() throws Exception {
        bot.call("setMyCommands", "commands", List.of(Map.of("command", "status", "description", "How it stands")));
        ann.start();
        bot.call(
                "sendMessage",
                "chat_id",
                ann.id(),
                "text",
                "Well?",
                "reply_markup",
                Map.of("inline_keyboard", List.of(List.of(Map.of("text", "Yes", "callback_data", "yes")))));
        long message = ann.chat().lastFromBot().orElseThrow().id();
        act(Map.of("as", "ann", "what", "press", "message", Long.toString(message), "button", "0"));
        Map<?, ?> query = (Map<?, ?>) bot.updates(-1, 0).getFirst().getOrDefault("callback_query", Map.of());
        bot.call("answerCallbackQuery", "callback_query_id", query.get("id"), "text", "Noted it");

        String chat = "";
        for (int i = 0; i < 200 && !chat.contains("Noted it"); i++) {
            chat = get("/telegram/chat?as=ann").body();
            Thread.sleep(10);
        }
        assertThat(chat).contains("Noted it", "How it stands", ">/status</button>");
    }

    @Test
    void a_link_to_the_bot_has_a_page_with_start() throws Exception {
        String path = sandbox.telegram().linkUrl().getPath() + "/patchbay_sandbox_bot?start=";
        HttpResponse<String> page = get(path + "abc-1", "Cookie", "sandbox_telegram=bob");

        assertThat(page.body()).contains(">START</button>", "value=\"abc-1\"", "value=\"bob\" required checked");
        act(Map.of("as", "bob", "what", "open", "start", "abc-1"));
        assertThat(sandbox.telegram().user("bob").chat()).hasToString("bob: /start abc-1");
        assertThat(get(path + "no%20spaces").statusCode()).isEqualTo(400);
        assertThat(get("/t.me/another_bot?start=abc").statusCode()).isEqualTo(404);
    }

    @Test
    void links_to_the_bot_in_a_chat_stay_in_the_sandbox() throws Exception {
        ann.start();
        bot.say(ann.id(), "plain");
        bot.call(
                "sendMessage",
                "chat_id",
                ann.id(),
                "text",
                "<a href=\"https://t.me/patchbay_sandbox_bot?start=x\">here</a>",
                "parse_mode",
                "HTML");

        assertThat(get("/telegram/chat?as=ann").body()).contains("href=\"/t.me/patchbay_sandbox_bot?start=x\"");
    }

    @Test
    void what_people_and_bots_write_is_shown_as_text() throws Exception {
        Map<String, String> newcomer = new LinkedHashMap<>(Map.of("what", "join", "name", HOSTILE, "language", "de"));
        String who =
                get(act(newcomer).headers().firstValue("Location").orElse("")).body();
        assertThat(who).contains("&lt;script&gt;alert").doesNotContain("<script>alert");

        ann.write(HOSTILE);
        bot.say(ann.id(), HOSTILE);
        assertThat(get("/telegram/chat?as=ann").body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void the_page_runs_its_own_script_only() throws Exception {
        HttpResponse<String> page = get("/telegram");
        String body = page.body();
        String script = body.substring(body.indexOf("<script>") + 8, body.indexOf("</script>"));
        String hash = Base64.getEncoder().encodeToString(Sha256.of(script));

        assertThat(script.getBytes(UTF_8)).isNotEmpty();
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'none'", "script-src 'sha256-" + hash + "'", "frame-ancestors 'none'")
                .doesNotContain("script-src 'unsafe"));
    }

    @Test
    void acts_from_foreign_pages_and_nonsense_are_refused() throws Exception {
        assertThat(act(Map.of("as", "ann", "what", "start"), "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(act(Map.of("as", "ann", "what", "dance")).statusCode()).isEqualTo(400);
        assertThat(act(Map.of("as", "ann", "what", "write", "text", " ")).statusCode())
                .isEqualTo(400);
        assertThat(act(Map.of("as", "ann", "what", "press", "message", "1", "button", "7"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(ann.chat().messages()).isEmpty();
    }

    @Test
    void misbehaviour_can_be_ordered_on_the_sandboxs_page() throws Exception {
        assertThat(get("/").body()).contains("/control/telegram", "Chat with @patchbay_sandbox_bot", "poll-conflict");
        ann.start();
        order(Map.of("fault", "too-many-requests", "seconds", "3", "endpoint", "bot_send"));
        assertThat(bot.say(ann.id(), "Hello").status()).isEqualTo(429);

        order(Map.of("limits", "on"));
        bot.say(ann.id(), "one");
        assertThat(bot.say(ann.id(), "two").status()).isEqualTo(429);
        order(Map.of("limits", "off"));
        assertThat(bot.say(ann.id(), "two").status()).isEqualTo(200);

        order(Map.of("deliveries", "hold"));
        assertThat(bot.updates(0, 0)).isEmpty();
        order(Map.of("deliveries", "reversed"));
        assertThat(bot.updates(0, 0)).hasSize(1);
        String ledger = get("/control/ledger").body();
        assertThat(ledger).contains("sendmessage", "\"way\":\"POLL\"").doesNotContain("\"two\"");
    }

    private void order(Map<String, String> form) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(sandbox.home().resolve("/control/telegram"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Parameters.encode(form))));
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
