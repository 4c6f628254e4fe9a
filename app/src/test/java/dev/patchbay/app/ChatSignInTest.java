package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.telegram.ChatMessage;
import dev.patchbay.sandbox.telegram.TelegramUser;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in on the web by a chat, and what somebody who wants to be signed in as another tries. */
class ChatSignInTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String SESSION = "/auth/chat/session";

    @TempDir
    Path folder;

    private final World world = World.usual();
    private final TelegramUser ann = world.sandbox().telegram().user("ann");
    private Patchbay service;

    @BeforeEach
    void start() {
        Map<String, String> settings = world.settings(folder);
        settings.putAll(SandboxSettings.ofTelegram(world.sandbox()));
        settings.put("TELEGRAM_MODE", "polling");
        service = Patchbay.start(settings);
    }

    @AfterEach
    void close() {
        service.close();
        world.close();
    }

    @Test
    void the_account_of_the_chat_is_the_one_on_the_web_and_the_chat_can_end_that() {
        ann.ask("/start", PATIENCE);
        Browser browser = new Browser(service.baseUrl());
        Map<String, Object> begun = begin(browser);
        assertThat(browser.post(SESSION, state(begun)).status()).isEqualTo(202);

        ann.open(link(begun));
        assertThat(said("send me the two-digit number").text())
                .contains(service.baseUrl().toString())
                .contains(ann.firstName())
                .doesNotContain(" " + begun.get("number"));
        ann.write(String.valueOf(begun.get("number")));
        said("You are signed in with");

        assertThat(browser.post(SESSION, state(begun)).status()).isEqualTo(200);
        ann.ask("/setname Ann of the web", PATIENCE);
        assertThat(browser.get("/user/profile").data()).containsEntry("displayName", "Ann of the web");

        ann.press("Sign out everywhere");
        said("1 sessions have ended");
        assertThat(browser.get("/user/profile").status()).isEqualTo(401);
        assertThat(ann.ask("/status", PATIENCE).text()).contains("Nothing is connected yet");
    }

    @Test
    void whoever_sends_somebody_a_link_is_not_signed_in_without_the_number() {
        ann.ask("/start", PATIENCE);
        Browser attacker = new Browser(service.baseUrl());
        Map<String, Object> ignored = begin(attacker);
        ann.open(link(ignored));
        long asked = said("send me the two-digit number").id();
        assertThat(attacker.post(SESSION, state(ignored)).status()).isEqualTo(202);

        // The next link takes the place of the one before: a number is for one of them only.
        Map<String, Object> guessed = begin(attacker);
        ann.open(link(guessed));
        ann.await(message -> message.isFromBot() && message.id() > asked, PATIENCE);
        assertThat(attacker.post(SESSION, state(ignored)).code()).isEqualTo("chat_sign_in_ended");
        int number = Integer.parseInt(String.valueOf(guessed.get("number")));
        ann.write(String.valueOf(number == 99 ? 10 : number + 1));
        said("That is not the number");
        ann.write(String.valueOf(number));
        said("I did not understand");

        assertThat(attacker.post(SESSION, state(guessed)).code()).isEqualTo("chat_number_wrong");
        assertThat(attacker.post(SESSION, state(guessed)).code()).isEqualTo("chat_sign_in_ended");
        assertThat(attacker.cookie("session")).isEmpty();
        assertThat(attacker.get("/user/profile").status()).isEqualTo(401);
    }

    @Test
    void the_link_alone_and_the_state_alone_are_worth_nothing() {
        Browser browser = new Browser(service.baseUrl());
        Map<String, Object> begun = begin(browser);
        TelegramUser eve = world.sandbox().telegram().user("eve");
        ann.open(link(begun));
        said("send me the two-digit number");

        eve.open(link(begun));
        eve.awaitFromBot("This link was used already", PATIENCE);
        eve.write(String.valueOf(begun.get("number")));
        eve.awaitFromBot("I did not understand", PATIENCE);
        ann.write(String.valueOf(begun.get("number")));
        said("You are signed in with");

        Browser thief = new Browser(service.baseUrl());
        assertThat(thief.post(SESSION, state(begun)).code()).isEqualTo("chat_sign_in_ended");
        String inTheLink = link(begun).getQuery().replaceAll(".*start=in-", "");
        assertThat(thief.post(SESSION, "{\"state\":\"" + inTheLink + "\"}").code())
                .isEqualTo("chat_sign_in_ended");
        assertThat(thief.cookie("session")).isEmpty();
        assertThat(browser.post(SESSION, state(begun)).status()).isEqualTo(200);
    }

    @Test
    void however_often_it_is_asked_at_once_one_session_begins() throws Exception {
        Browser browser = new Browser(service.baseUrl());
        Map<String, Object> begun = begin(browser);
        ann.open(link(begun));
        said("send me the two-digit number");
        ann.write(String.valueOf(begun.get("number")));
        said("You are signed in with");

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> ask = () -> browser.post(SESSION, state(begun)).status();
            for (Future<Integer> one : threads.invokeAll(Collections.nCopies(20, ask))) {
                statuses.add(one.get());
            }
        }

        assertThat(statuses).containsOnlyOnce(200).contains(410).containsOnly(200, 410);
        assertThat(browser.get("/user/sessions").list()).hasSize(1);
    }

    private static Map<String, Object> begin(Browser browser) {
        return browser.post("/auth/chat", "{}").data();
    }

    private static URI link(Map<String, Object> begun) {
        return URI.create(String.valueOf(begun.get("chatUrl")));
    }

    private static String state(Map<String, Object> begun) {
        return "{\"state\":\"" + begun.get("state") + "\"}";
    }

    private ChatMessage said(String words) {
        return ann.awaitFromBot(words, PATIENCE);
    }
}
