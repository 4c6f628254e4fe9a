package dev.patchbay.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.provider.ProviderId;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingTest {
    private static final String ANN =
            "{\"id\":4503599627370000,\"is_bot\":false,\"first_name\":\"يسرى 🎧\",\"language_code\":\"de\"}";
    private static final String PRIVATE = "{\"id\":4503599627370000,\"type\":\"private\"}";
    private static final String GROUP = "{\"id\":-1007,\"type\":\"supergroup\",\"title\":\"G\"}";
    private static final Incoming.Who WHO =
            new Incoming.Who(new ChatUser(4503599627370000L), Optional.of("de"), Optional.of("يسرى 🎧"));

    @Test
    void a_text_in_private_is_said_by_its_sender() {
        assertThat(read("\"message\":" + message(ANN, PRIVATE, "hi"))).isEqualTo(new Incoming.Said(WHO, 3, "hi"));
    }

    @Test
    void what_is_no_text_is_said_without_words() {
        assertThat(read("\"message\":{\"message_id\":3,\"date\":1,\"from\":" + ANN + ",\"chat\":" + PRIVATE
                        + ",\"sticker\":{\"file_id\":\"x\",\"unheard_of\":{}}}"))
                .isEqualTo(new Incoming.Said(WHO, 3, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "/status@My_Music_Bot, true",
        "/status@my_music_bot now, true",
        "/status, false",
        "/status@other_bot, false",
        "hello @my_music_bot, false"
    })
    void in_a_group_only_a_command_that_names_the_bot_is_heard(String text, boolean heard) {
        assertThat(read("\"message\":" + message(ANN, GROUP, text)))
                .isEqualTo(heard ? new Incoming.InGroup(-1007) : new Incoming.Nothing());
    }

    @Test
    void a_tap_counts_in_the_private_chat_of_whoever_tapped() {
        assertThat(read("\"callback_query\":{\"id\":\"9\",\"from\":" + ANN + ",\"data\":\"s:\",\"message\":"
                        + message(ANN, PRIVATE, "x") + "}"))
                .isEqualTo(new Incoming.Touched(WHO, "9", "s:"));
        assertThat(read("\"callback_query\":{\"id\":\"9\",\"from\":" + ANN + ",\"data\":\"s:\",\"message\":"
                        + message(ANN, GROUP, "x") + "}"))
                .isEqualTo(new Incoming.TouchedElsewhere("9"));
        assertThat(read("\"callback_query\":{\"id\":\"9\",\"from\":" + ANN + ",\"data\":\"s:\"}"))
                .isEqualTo(new Incoming.TouchedElsewhere("9"));
    }

    @ParameterizedTest
    @CsvSource({"kicked, true", "member, false"})
    void blocking_is_noticed(String status, boolean muted) {
        assertThat(read("\"my_chat_member\":{\"chat\":" + PRIVATE + ",\"from\":" + ANN
                        + ",\"date\":1,\"new_chat_member\":{\"status\":\"" + status
                        + "\",\"until_date\":0,\"user\":{\"id\":42,\"is_bot\":true,\"first_name\":\"b\"}}}"))
                .isEqualTo(new Incoming.Muted(WHO.user(), muted));
    }

    @ParameterizedTest
    @MethodSource("others")
    void anything_else_means_nothing(String update) {
        assertThat(read(update)).isEqualTo(new Incoming.Nothing());
    }

    static Stream<String> others() {
        return Stream.of(
                "\"edited_message\":" + message(ANN, PRIVATE, "/status"),
                "\"channel_post\":{\"message_id\":3,\"date\":1,\"text\":\"/status\",\"chat\":{\"id\":-5,\"type\":\"channel\"}}",
                "\"message\":"
                        + message("{\"id\":4503599627370000,\"is_bot\":true,\"first_name\":\"b\"}", PRIVATE, "/status"),
                "\"message\":" + message(ANN, "{\"id\":6,\"type\":\"private\"}", "/status"),
                "\"message\":{\"message_id\":3,\"date\":1,\"text\":\"/status\"}",
                "\"callback_query\":{\"id\":\"9\"}",
                "\"my_chat_member\":{\"chat\":" + GROUP + ",\"from\":" + ANN + ",\"date\":1}",
                "\"something_new\":{\"a\":[1,{\"b\":null}]}");
    }

    static Stream<Tapped> taps() {
        ProviderId longest = new ProviderId("a".repeat(32));
        return Stream.of(
                new Tapped.Connect(longest),
                new Tapped.AskDisconnect(longest),
                new Tapped.DoDisconnect(longest),
                new Tapped.Keep(longest),
                new Tapped.Status(),
                new Tapped.Speak(Language.DE));
    }

    @ParameterizedTest
    @MethodSource("taps")
    void a_tap_fits_into_what_telegram_keeps_and_comes_back(Tapped tapped) {
        assertThat(tapped.data()).hasSizeBetween(1, 64).isASCII();
        assertThat(Tapped.parse(tapped.data())).contains(tapped);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "s:x", "q:spotify", "c:", "c:../x", "l:fr", "c:Spotify", "xx:spotify"})
    void forged_taps_mean_nothing(String data) {
        assertThat(Tapped.parse(data)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/start abc, START, abc",
        "/LOGIN@my_music_bot   Spotify , LOGIN, Spotify",
        "/setname Ann  Lee, SETNAME, Ann  Lee",
        "/help, HELP, ''"
    })
    void a_command_is_found_with_what_follows(String text, Command command, String argument) {
        assertThat(Command.in(text, "my_music_bot")).contains(new Command.Given(command, argument));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login@other_bot", "/loginx", "login", "/", " /login", "/ login"})
    void other_texts_are_no_commands(String text) {
        assertThat(Command.in(text, "my_music_bot")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2f1e8c6b3a7f2d9e1c4f80b5c0bd4a55, true",
        "my secret: 2f1e8c6b3a7f2d9e1c4f80b5c0bd4a55., true",
        "client_secret=x, true",
        "7120000001:AAHsandboxSandboxSandboxSandboxSand, true",
        "GOCSPX-abcDEF123456_7890abcdef, true",
        "mmp_0b1f8c6b-3a7f-4d9e-9c4f-80b5c0bd4a55, false",
        "https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M, false",
        "Donaudampfschifffahrtsgesellschaft, false",
        "hello there, false",
        "42, false"
    })
    void what_looks_like_a_secret_is_noticed(String text, boolean looks) {
        assertThat(LooksSecret.is(text)).isEqualTo(looks);
    }

    private static String message(String from, String chat, String text) {
        return "{\"message_id\":3,\"date\":1,\"text\":\"" + text + "\",\"from\":" + from + ",\"chat\":" + chat + "}";
    }

    private static Incoming read(String member) {
        return BotJson.parse("{\"update_id\":1," + member + "}")
                .flatMap(BotJson::update)
                .map(update -> Incoming.of(update, "my_music_bot"))
                .orElseThrow();
    }
}
