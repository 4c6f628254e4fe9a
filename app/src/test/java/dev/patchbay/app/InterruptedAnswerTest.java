package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.telegram.ChatMessage;
import dev.patchbay.sandbox.telegram.TelegramUser;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service died after it did what was asked for in a chat, and before that was noted: the note is taken away, and the message delivered again.
 */
class InterruptedAnswerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    private final World world = World.usual();
    private Patchbay service;

    @AfterEach
    void close() {
        service.close();
        world.close();
    }

    @Test
    void what_can_be_used_once_is_not_held_against_the_person_who_used_it_once() {
        TelegramUser ann = world.sandbox().telegram().user("ann");
        TelegramUser yusra = world.sandbox().telegram().user("yusra").speaks("de");
        start();
        ann.ask("/login spotify", PATIENCE);
        URI failed = world.sandbox().spotify().approve(ann.link("Open Spotify"), "ann");
        long pasted = ann.write(failed.toString()).orElseThrow();
        said(ann, "Spotify is connected as");
        long typed = yusra.write("42").orElseThrow();
        said(yusra, "nicht verstanden");
        service.close();
        forgetThatItWasDone(pasted);
        forgetThatItWasDone(typed);
        start();
        // What its last poll left at Telegram is ended by the next, which has come when somebody is answered.
        ann.ask("/help", PATIENCE);
        world.sandbox().telegram().deliveries().pollAgain(pasted);
        world.sandbox().telegram().deliveries().pollAgain(typed);

        assertThat(said(ann, "I was interrupted").text()).contains("✅ connected");
        assertThat(said(yusra, "unterbrochen").text()).contains("Noch ist nichts verbunden");
        assertThat(ann.chat().fromBot()).noneMatch(message -> message.text().contains("used already"));

        ann.write(failed.toString());
        said(ann, "This link was used already");
    }

    private void start() {
        Map<String, String> settings = world.settings(folder);
        settings.putAll(SandboxSettings.ofTelegram(world.sandbox()));
        settings.put("TELEGRAM_MODE", "polling");
        service = Patchbay.start(settings);
    }

    private void forgetThatItWasDone(long update) {
        String url = "jdbc:h2:file:" + folder.resolve("patchbay")
                + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
        try (var connection = DriverManager.getConnection(url, "sa", "");
                var change = connection.prepareStatement(
                        "UPDATE chat_update SET done_at = NULL, claimed_until = claimed_at WHERE update_id = ?")) {
            change.setLong(1, update);
            assertThat(change.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ChatMessage said(TelegramUser user, String words) {
        return user.awaitFromBot(words, PATIENCE);
    }
}
