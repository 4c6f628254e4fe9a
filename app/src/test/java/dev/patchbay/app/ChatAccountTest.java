package dev.patchbay.app;

import static dev.patchbay.app.ChatWorld.PATIENCE;
import static dev.patchbay.app.ChatWorld.said;
import static dev.patchbay.app.ChatWorld.tap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.telegram.ChatMessage;
import dev.patchbay.sandbox.telegram.TelegramUser;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose account a chat speaks for: one of its own, or one from the web; and how it ends. */
class ChatAccountTest {
    private final ChatWorld chats = new ChatWorld("polling");
    private final TelegramUser ann = chats.user("ann");
    private final TelegramUser bob = chats.user("bob");

    @AfterEach
    void close() {
        chats.close();
    }

    @Test
    void whoever_leaves_for_good_is_asked_first_and_begins_anew_afterwards() {
        chats.connect(ann, "ann");
        ann.ask("/setname Somebody Else", PATIENCE);
        ann.ask("/account", PATIENCE);
        tap(ann, "Erase my account", "nobody can bring them back");
        tap(ann, "No, keep it", "✅ connected");

        tap(ann, "Yes, erase everything", "Everything here is erased");
        assertThat(ann.link("Access at Spotify")).hasHost("www.spotify.com");
        assertThat(ann.ask("/start", PATIENCE).text()).contains("Hello").doesNotContain("Somebody Else");
        assertThat(ann.ask("/status", PATIENCE).text()).contains("Nothing is connected yet");
    }

    @Test
    void whoever_is_right_is_not_taken_for_somebody_who_guesses() {
        long last = 0;
        for (int time = 0; time < 7; time++) {
            URI back = chats.approved(ann, "ann");
            long before = last;
            ann.open(back);
            last = ann.await(
                            message -> message.id() > before && message.text().contains("Spotify is connected as"),
                            PATIENCE)
                    .id();
        }
        assertThat(ann.chat().fromBot()).noneMatch(message -> message.text().contains("Too many tries"));
    }

    @Test
    void a_yes_from_long_ago_is_asked_again() {
        chats.connect(ann, "ann");
        ChatMessage asked = ann.ask("/account", PATIENCE);
        ann.pressData(ann, asked.id(), "z:1700000000");

        said(ann, "nobody can bring them back");
        assertThat(ann.ask("/status", PATIENCE).text()).contains("✅ connected");
    }

    @Test
    void what_somebody_began_is_worth_nothing_in_another_chat_and_both_are_told() {
        URI deepLink = chats.approved(ann, "bob");
        bob.ask("/start", PATIENCE);

        bob.open(deepLink);

        said(bob, "begun in another chat");
        said(ann, "Somebody else brought back");
        ann.open(deepLink);
        said(ann, "used already");
        assertThat(ann.ask("/status", PATIENCE).text()).contains("Nothing is connected yet");
        assertThat(bob.ask("/status", PATIENCE).text()).contains("Nothing is connected yet");
    }

    @Test
    void a_chat_is_linked_to_an_account_on_the_web_and_told_when_its_connection_breaks() {
        Browser web = chats.world().connected(chats.address(), "ann");
        String code = chats.linkCode(ann);

        Object number =
                web.post("/chats/link", "{\"code\":\"" + code + "\"}").data().get("number");
        assertThat(said(ann, "send me the two-digit number").text()).contains("Ann Lindqvist");
        ann.write(String.valueOf(number));
        said(ann, "used with your account from now on");
        assertThat(ann.ask("/status", PATIENCE).text()).contains("✅ connected");

        chats.world().sandbox().spotify().withdraw("ann");
        web.post("/platforms/spotify/refresh", "{}");
        said(ann, "Spotify needs to be reconnected. The platform no longer accepts");
        tap(ann, "Reconnect Spotify", "Open Spotify with this button");
    }

    @Test
    void a_number_that_is_wrong_links_nothing_and_ends_the_try() {
        Browser web = chats.world().connected(chats.address(), "ann");
        String code = chats.linkCode(bob);
        Object shown =
                web.post("/chats/link", "{\"code\":\"" + code + "\"}").data().get("number");
        int number = Integer.parseInt(String.valueOf(shown));

        bob.write(String.valueOf(number == 99 ? 10 : number + 1));
        said(bob, "That is not the number");
        bob.write(String.valueOf(number));
        said(bob, "I did not understand");
        assertThat(bob.ask("/status", PATIENCE).text()).contains("Nothing is connected yet");
    }
}
