package dev.patchbay.app;

import static dev.patchbay.app.ChatWorld.PATIENCE;
import static dev.patchbay.app.ChatWorld.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.telegram.TelegramUser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ann is attacked, Bob attacks: what each brings, in which chat, and what comes of it (T11, T12). */
class ChatAttacksTest {
    private static final String NEVER_ISSUED = "This code was used already, has expired, or was not made here";

    private final ChatWorld chats = new ChatWorld("polling");
    private final TelegramUser ann = chats.user("ann");
    private final TelegramUser bob = chats.user("bob");

    @AfterEach
    void close() {
        chats.close();
    }

    @Test
    void a_login_link_that_somebody_else_consents_to_connects_nothing_to_anybody() {
        ann.ask("/start", PATIENCE);
        Browser victim = chats.world().signIn(chats.address(), "ann");

        URI consented = chats.world().sandbox().spotify().approve(ChatWorld.authorization(bob), "ann");
        URI end = victim.follow(consented);

        assertThat(end.toString()).doesNotContain(parameter(consented, "code")).doesNotContain("state=");
        assertThat(chats.count("handoff")).isEqualTo(1);
        assertThat(chats.count("handoff WHERE expires_at > DATEADD(MINUTE, 10, CURRENT_TIMESTAMP)"))
                .as("parked for longer than ten minutes")
                .isZero();
        nothingIsConnected(victim, consented);

        ann.open(end);
        said(ann, "begun in another chat");
        said(bob, "Somebody else brought back");
        bob.open(end);
        said(bob, NEVER_ISSUED);
        assertThat(chats.count("handoff")).isZero();
        nothingIsConnected(victim, consented);
    }

    @Test
    void a_victim_who_is_talked_into_passing_the_link_on_has_ten_minutes_to_think_again() {
        URI consented = chats.world().sandbox().spotify().approve(ChatWorld.authorization(bob), "ann");
        URI end = new Browser(chats.address()).follow(consented);

        chats.change("UPDATE handoff SET expires_at = CURRENT_TIMESTAMP");
        bob.open(end);

        said(bob, NEVER_ISSUED);
        assertThat(exchangesOf(consented)).isZero();
    }

    @Test
    void a_flood_of_guesses_hits_nothing_is_slowed_down_and_fills_nothing() {
        URI consented = chats.world().sandbox().spotify().approve(ChatWorld.authorization(ann), "ann");
        URI end = new Browser(chats.address()).follow(consented);
        chats.linkCode(chats.user("yusra"));
        int before = chats.count("chat_update WHERE done_at IS NOT NULL");

        int guesses = 200;
        for (int guess = 0; guess < guesses; guess++) {
            bob.write("/start " + (guess % 2 == 0 ? "" : "in-") + guess());
        }
        ChatWorld.await(() -> chats.count("chat_update WHERE done_at IS NOT NULL") >= before + guesses);

        assertThat(chats.count("chat WHERE tries = 5 AND user_id = " + bob.id()))
                .isEqualTo(1);
        assertThat(chats.count("handoff")).isEqualTo(1);
        assertThat(chats.count("chat_link")).isEqualTo(1);
        assertThat(exchangesOf(consented)).isZero();
        assertThat(chats.count("chat_outbox WHERE user_id = " + bob.id()))
                .as("waiting for the flooder")
                .isBetween(1, 31);
        assertThat(chats.count("chat_outbox WHERE name IS NOT NULL AND user_id = " + bob.id()))
                .as("the word that the rest is left out")
                .isEqualTo(1);
        said(bob, NEVER_ISSUED);
        said(bob, "Too many tries");
        ann.open(end);
        said(ann, "Spotify is connected as");
    }

    @Test
    void what_is_right_stays_good_while_it_is_one_try_too_many() {
        Browser web = chats.world().connected(chats.address(), "ann");
        URI end = new Browser(chats.address())
                .follow(chats.world().sandbox().spotify().approve(ChatWorld.authorization(bob), "bob"));
        TelegramUser yusra = chats.user("yusra").speaks("de");
        yusra.ask("/account", PATIENCE);
        String code = yusra.link("Seite öffnen").getFragment().substring("chat=".length());
        Object number =
                web.post("/chats/link", "{\"code\":\"" + code + "\"}").data().get("number");
        chats.change("UPDATE chat SET tries = 5, tried_at = CURRENT_TIMESTAMP");

        bob.open(end);
        said(bob, "Too many tries");
        yusra.write(String.valueOf(number));
        said(yusra, "Zu viele Versuche");
        assertThat(chats.count("handoff")).isEqualTo(1);
        assertThat(chats.count("chat_link WHERE account_id IS NOT NULL")).isEqualTo(1);

        chats.change("UPDATE chat SET tried_at = DATEADD(MINUTE, -1, CURRENT_TIMESTAMP)");
        bob.open(end);
        said(bob, "Spotify is connected as");
        yusra.write(String.valueOf(number));
        said(yusra, "gehört von jetzt an zu deinem Konto");
    }

    @Test
    void an_address_of_another_chat_is_not_used_up_by_whoever_pastes_too_much() {
        URI consented = chats.world().sandbox().spotify().approve(ChatWorld.authorization(ann), "ann");
        bob.ask("/start", PATIENCE);
        chats.change("UPDATE chat SET tries = 5, tried_at = CURRENT_TIMESTAMP WHERE user_id = " + bob.id());

        bob.write(consented.toString());
        said(bob, "Too many tries");

        ann.write(consented.toString());
        said(ann, "Spotify is connected as");
    }

    @Test
    void what_waits_for_a_proof_is_in_the_database_as_a_fingerprint_only() throws Exception {
        URI consented = chats.world().sandbox().spotify().approve(ChatWorld.authorization(ann), "ann");
        String handoff = parameter(new Browser(chats.address()).follow(consented), "start");
        String link = chats.linkCode(bob);
        String state = parameter(ChatWorld.authorization(chats.user("yusra")), "state");

        String dump = chats.dump().toLowerCase(Locale.ROOT);

        for (String secret : new String[] {handoff, link, state}) {
            assertThat(dump).contains(hex(MessageDigest.getInstance("SHA-256").digest(bytes(secret))));
        }
        for (String secret : new String[] {handoff, link, state, parameter(consented, "code")}) {
            assertThat(dump)
                    .doesNotContain(secret.toLowerCase(Locale.ROOT))
                    .doesNotContain(hex(bytes(secret)))
                    .doesNotContain(Base64.getEncoder()
                            .withoutPadding()
                            .encodeToString(bytes(secret))
                            .toLowerCase(Locale.ROOT));
        }
    }

    private void nothingIsConnected(Browser victim, URI consented) {
        assertThat(victim.get("/user/platforms").body()).doesNotContain("\"connected\":true");
        assertThat(bob.ask("/status", PATIENCE).text()).contains("Nothing is connected yet");
        assertThat(ann.ask("/status", PATIENCE).text()).contains("Nothing is connected yet");
        assertThat(chats.count("connection")).isZero();
        assertThat(exchangesOf(consented)).isZero();
    }

    private int exchangesOf(URI consented) {
        return chats.world().sandbox().ledger().exchangesOf(parameter(consented, "code"));
    }

    private static String parameter(URI address, String name) {
        return address.getQuery().replaceAll("(^|.*&)" + name + "=([^&]*).*", "$2");
    }

    private static String guess() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
