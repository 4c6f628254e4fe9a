package dev.patchbay.app;

import static dev.patchbay.app.ChatWorld.PATIENCE;
import static dev.patchbay.app.ChatWorld.said;
import static dev.patchbay.app.ChatWorld.tap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.sandbox.telegram.ChatMessage;
import dev.patchbay.sandbox.telegram.TelegramGroup;
import dev.patchbay.sandbox.telegram.TelegramUser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole service from a chat alone. */
class TelegramTest {
    @TempDir
    Path folder;

    private final World world = World.usual();
    private final TelegramUser ann = world.sandbox().telegram().user("ann");
    private final TelegramUser bob = world.sandbox().telegram().user("bob");
    private Patchbay service;

    @AfterEach
    void close() {
        if (service != null) {
            service.close();
        }
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "webhook"})
    void somebody_with_nothing_but_a_chat_connects_looks_and_leaves(String mode) {
        start(mode);

        assertThat(ann.ask("/start", PATIENCE).text()).contains("Hello").contains("/login");
        assertThat(connect(ann, "ann").text())
                .contains("Spotify is connected as")
                .contains("Ann Lindqvist");
        assertThat(ann.ask("/status", PATIENCE).text()).contains("✅ connected").contains("Your consent ends on");

        ann.ask("/disconnect", PATIENCE);
        tap(ann, "Disconnect Spotify", "Its tokens are deleted here at once");
        tap(ann, "No, keep it", "stays connected");
        tap(ann, "Yes, disconnect", "its tokens are deleted here");
        assertThat(ann.ask("/status", PATIENCE).text()).contains("Nothing is connected yet");
        assertThat(world.sandbox().telegram().commandsOfferedTo(ann)).contains("/login Connect a music platform");
        assertThat(world.sandbox().telegram().commandsOfferedTo(bob.speaks("de")))
                .contains("/login Eine Musikplattform verbinden");
    }

    @Test
    void the_address_of_a_page_that_did_not_load_does_too_and_only_in_the_chat_that_began() {
        start("polling");
        URI failed = world.sandbox().spotify().approve(ChatWorld.authorization(ann), "ann");
        ann.write(failed.toString());
        said(ann, "Spotify is connected as");

        URI another = world.sandbox().spotify().approve(ChatWorld.authorization(ann), "ann");
        bob.write(another.toString());
        said(bob, "begun in another chat");
    }

    @Test
    void no_consent_is_told_in_the_chat() {
        start("polling");
        String state = ChatWorld.authorization(ann).getQuery().replaceAll(".*state=([^&]*).*", "$1");
        URI back = service.baseUrl().resolve("/platforms/spotify/callback?error=access_denied&state=" + state);

        ann.open(new Browser(service.baseUrl()).follow(back));

        said(ann, "You did not give your consent");
    }

    @Test
    void a_secret_is_removed_and_refused() {
        start("polling");
        ann.write("my secret is 2f1e8c6b3a7f2d9e1c4f80b5c0bd4a55");

        said(ann, "looks like a secret");
        assertThat(ann.chat().visible()).noneMatch(message -> message.text().contains("2f1e8c6b"));
    }

    @Test
    void people_speak_german_and_names_are_theirs() {
        start("polling");
        TelegramUser yusra = world.sandbox().telegram().user("yusra").speaks("de-AT");

        assertThat(yusra.ask("/start", PATIENCE).text()).contains("Hallo").contains(yusra.firstName());
        assertThat(yusra.ask("/setname <b>Robin</b> & Co", PATIENCE).text()).contains("<b>Robin</b> & Co");
        yusra.ask("/language", PATIENCE);
        tap(yusra, "English", "I speak English");
        assertThat(yusra.ask("/what", PATIENCE).text()).contains("I did not understand");
    }

    @Test
    void a_group_gets_a_way_into_the_private_chat_and_nothing_else() {
        start("polling");
        TelegramGroup group = world.sandbox().telegram().group("Friends", ann);
        ann.writeIn(group, "/status@patchbay_sandbox_bot");

        ChatMessage said = group.await(ChatMessage::isFromBot, PATIENCE);
        assertThat(said.text()).contains("in private only");
        assertThat(said.buttons()).singleElement().satisfies(button -> assertThat(button.url())
                .endsWith("/patchbay_sandbox_bot"));
    }

    @Test
    void updates_that_come_twice_and_in_reverse_are_answered_once_each() {
        start("webhook");
        ann.ask("/start", PATIENCE);
        var deliveries = world.sandbox().telegram().deliveries();
        deliveries.repeatEach(3);
        deliveries.hold();
        ann.write("/setname One");
        bob.write("/setname Two");
        deliveries.releaseReversed();

        said(ann, "You are called");
        said(bob, "You are called");
        ann.ask("/help", PATIENCE);
        assertThat(ann.chat().fromBot().stream()
                        .filter(message -> message.text().contains("You are called")))
                .hasSize(1);
    }

    @Test
    void nobody_but_telegram_reaches_the_webhook() throws Exception {
        start("webhook");
        ann.ask("/start", PATIENCE);
        for (List<String> headers : List.of(
                List.<String>of(),
                List.of("X-Telegram-Bot-Api-Secret-Token", "guess"),
                List.of("X-Telegram-Bot-Api-Secret-Token", ""))) {
            assertThat(post("{\"update_id\":1,\"padding\":\"" + "x".repeat(1_000_000) + "\"}", headers))
                    .isIn(404, 413);
            assertThat(post("{\"update_id\":1}", headers)).isEqualTo(404);
        }
    }

    @Test
    void the_webhook_is_not_there_when_updates_are_asked_for() throws Exception {
        start("polling");
        assertThat(post("{\"update_id\":1}", List.of("X-Telegram-Bot-Api-Secret-Token", "guess")))
                .isEqualTo(404);
    }

    @Test
    void what_was_said_while_nobody_ran_is_answered_after_the_start() {
        start("polling");
        ann.ask("/start", PATIENCE);
        service.close();
        ann.write("/help");
        start("polling");

        said(ann, "What you can say");
    }

    @Test
    void a_bot_that_telegram_does_not_know_refuses_to_start_and_names_the_setting() {
        Map<String, String> settings = settings("polling");
        settings.put("TELEGRAM_BOT_TOKEN", "42:AAHwrongWrongWrongWrongWrong");
        assertThatThrownBy(() -> Patchbay.start(settings))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("TELEGRAM_BOT_TOKEN")
                .hasMessageNotContaining("AAHwrong");

        settings.putAll(settings("polling"));
        settings.put("BOT_USERNAME", "somebody_elses_bot");
        assertThatThrownBy(() -> Patchbay.start(settings))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("BOT_USERNAME");
    }

    @Test
    void while_telegram_is_away_everything_else_is_there() {
        Map<String, String> settings = settings("polling");
        settings.put("TELEGRAM_API_URL", "http://127.0.0.1:" + World.freePort());
        service = Patchbay.start(settings);

        assertThat(world.connected(service.baseUrl(), "ann").accessToken()).isNotBlank();
    }

    private void start(String mode) {
        service = Patchbay.start(settings(mode));
    }

    private Map<String, String> settings(String mode) {
        Map<String, String> settings = world.settings(folder);
        settings.putAll(SandboxSettings.ofTelegram(world.sandbox()));
        settings.put("TELEGRAM_MODE", mode);
        return settings;
    }

    private ChatMessage connect(TelegramUser user, String person) {
        return ChatWorld.connect(world, service.baseUrl(), user, person);
    }

    private int post(String body, List<String> headers) throws Exception {
        var request = HttpRequest.newBuilder(service.baseUrl().resolve("/telegram/webhook"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (!headers.isEmpty()) {
            request.header(headers.getFirst(), headers.getLast());
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
