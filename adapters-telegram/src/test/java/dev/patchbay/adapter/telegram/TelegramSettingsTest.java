package dev.patchbay.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.chat.BotId;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.settings.GivenSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramSettingsTest {
    private static final String TOKEN = "7120000001:AAHsandboxSandboxSandboxSandboxSand";

    private static final URI PUBLIC = URI.create("https://music.example");

    @Test
    void without_settings_there_is_no_bot() {
        TelegramSettings settings = TelegramSettings.read(GivenSettings.strict(Map.of()), PUBLIC);

        assertThat(settings.bot()).isEmpty();
        assertThat(settings.chat()).isEmpty();
        assertThat(settings.webhook()).isFalse();
        assertThat(settings.webhookSecret()).isEmpty();
        assertThat(settings.apiUrl()).hasToString("https://api.telegram.org");
        assertThat(settings.linkUrl()).hasToString("https://t.me");
    }

    @Test
    void everything_can_be_set() {
        TelegramSettings settings = TelegramSettings.read(
                GivenSettings.strict(Map.of(
                        "TELEGRAM_BOT_TOKEN", TOKEN,
                        "BOT_USERNAME", "@my_music_bot",
                        "TELEGRAM_MODE", "webhook",
                        "TELEGRAM_WEBHOOK_SECRET", "abcdefghijklmnop",
                        "TELEGRAM_API_URL", "http://127.0.0.1:1",
                        "TELEGRAM_LINK_URL", "http://127.0.0.1:1/t.me")),
                PUBLIC);

        assertThat(settings.bot())
                .contains(new TelegramSettings.Bot(new BotId(7_120_000_001L), Secret.of(TOKEN), "my_music_bot"));
        assertThat(settings.webhook()).isTrue();
        assertThat(settings.webhookSecret()).contains(Secret.of("abcdefghijklmnop"));
        assertThat(settings.apiUrl()).isEqualTo(URI.create("http://127.0.0.1:1"));
        assertThat(settings.chat()).contains(URI.create("http://127.0.0.1:1/t.me/my_music_bot"));
        assertThat(settings.toString()).doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "TELEGRAM_BOT_TOKEN, 7120000001",
        "TELEGRAM_BOT_TOKEN, 0:AAHsandboxSandboxSandboxSandboxSand",
        "BOT_USERNAME, x",
        "BOT_USERNAME, https://t.me/my_music_bot",
        "BOT_USERNAME, ''",
        "TELEGRAM_MODE, pull",
        "TELEGRAM_WEBHOOK_SECRET, short",
        "TELEGRAM_WEBHOOK_SECRET, with a space in it",
    })
    void what_cannot_be_right_is_named(String name, String value) {
        Map<String, String> values = new HashMap<>(Map.of("TELEGRAM_BOT_TOKEN", TOKEN, "BOT_USERNAME", "my_music_bot"));
        values.put(name, value);
        GivenSettings given = GivenSettings.of(values);

        TelegramSettings.read(given, PUBLIC);

        assertThat(given.problems()).singleElement().asString().startsWith(name + " ");
        if (name.contains("TOKEN") || name.contains("SECRET")) {
            assertThat(given.problems().getFirst()).doesNotContain(value);
        }
    }

    @Test
    void a_username_without_a_token_is_a_mistake() {
        GivenSettings given = GivenSettings.of(Map.of("BOT_USERNAME", "my_music_bot"));

        assertThat(TelegramSettings.read(given, PUBLIC).bot()).isEmpty();

        assertThat(given.problems()).singleElement().asString().startsWith("TELEGRAM_BOT_TOKEN is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "https://music.example, true",
        "https://music.example:8443, true",
        "https://music.example:8444, false",
        "http://127.0.0.1:8080, false"
    })
    void telegram_posts_only_where_it_can(String baseUrl, boolean can) {
        GivenSettings given = GivenSettings.of(Map.of("TELEGRAM_MODE", "webhook"));

        TelegramSettings.read(given, URI.create(baseUrl));

        assertThat(given.problems().isEmpty()).isEqualTo(can);
    }
}
