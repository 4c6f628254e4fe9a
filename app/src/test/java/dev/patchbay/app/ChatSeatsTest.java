package dev.patchbay.app;

import static dev.patchbay.app.ChatWorld.PATIENCE;
import static dev.patchbay.app.ChatWorld.said;
import static dev.patchbay.sandbox.SandboxOptions.SPOTIFY_OWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.telegram.TelegramUser;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an app's owner and their guest hear in their chats of a seat. */
class ChatSeatsTest {
    private static final String APP = "/platforms/spotify/app";
    private static final String SEAT = "/platforms/spotify/seat";

    private final ChatWorld chats = new ChatWorld("polling");
    private final TelegramUser ann = chats.user("ann");
    private final TelegramUser bob = chats.user("bob");

    @AfterEach
    void close() {
        chats.close();
    }

    @Test
    void the_owner_hears_who_came_and_the_guest_that_it_is_over() {
        Browser owner = chats.world().signIn(chats.address(), "ann");
        Browser guest = chats.world().signIn(chats.address(), "bob");
        chats.link(ann, owner);
        chats.link(bob, guest);
        Map<String, Object> offered = offer(owner);

        guest.post(SEAT, "{\"invitation\":\"" + offered.get("invitation") + "\"}");

        assertThat(said(ann, "took the seat in your Spotify app").text())
                .contains("Bob Okafor")
                .contains("Bob from work")
                .contains("User Management");
        assertThat(ann.link("Dashboard of Spotify"))
                .isEqualTo(chats.world().sandbox().spotify().dashboardUrl());

        connect(guest);
        String seat = APP + "/seats/" + offered.get("id") + "?confirm=true";
        assertThat(owner.delete(seat).data()).containsEntry("connectionEnded", true);

        said(bob, "in which you had a seat has ended it");
        assertThat(bob.chat().fromBot()).noneMatch(message -> message.text().contains("needs to be reconnected"));
        bob.press("Connect Spotify");
        said(bob, "Open Spotify with this button");
        assertThat(ann.chat().fromBot().stream()
                        .filter(message -> message.text().contains("seat")))
                .hasSize(1);
    }

    @Test
    void a_chat_whose_account_has_a_seat_keeps_that_account() {
        Browser owner = chats.world().signIn(chats.address(), "ann");
        bob.ask("/start", PATIENCE);
        offer(owner);
        // As if the account had been to the page.
        chats.change("UPDATE seat SET invitation_hash = NULL, offered_until = NULL, taken_at = offered_at,"
                + " holder_id = (SELECT account_id FROM chat)");

        assertThat(bob.ask("/account", PATIENCE).text()).contains("this chat has connections, apps, a seat");
        assertThat(bob.link("Open the page")).isNotNull();
    }

    private static Map<String, Object> offer(Browser owner) {
        owner.put(
                APP,
                "{\"clientId\":\"" + SPOTIFY_OWN_CLIENT.id() + "\",\"clientSecret\":\"" + SPOTIFY_OWN_CLIENT.secret()
                        + "\"}");
        return owner.post(APP + "/seats", "{\"label\":\"Bob from work\"}").data();
    }

    private void connect(Browser guest) {
        Object authUrl = guest.post("/platforms/spotify/connect", "{\"app\":\"seat\"}")
                .data()
                .get("authUrl");
        URI back = chats.world().sandbox().spotify().approve(URI.create(String.valueOf(authUrl)), "bob");
        assertThat(guest.follow(back)).hasParameter("connected", "spotify");
    }
}
