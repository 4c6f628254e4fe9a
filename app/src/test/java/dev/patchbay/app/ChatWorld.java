package dev.patchbay.app;

import dev.patchbay.sandbox.telegram.ChatMessage;
import dev.patchbay.sandbox.telegram.TelegramUser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** A service with a bot, and a database in memory that a test can look into. */
final class ChatWorld implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final String WEBHOOK_SECRET = "Sesame_Sesame-0123456789abcdefghij";
    static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

    private final World world = World.usual();
    private final String database = "jdbc:h2:mem:" + UUID.randomUUID();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Patchbay service;

    /** @param mode {@code polling} or {@code webhook} */
    ChatWorld(String mode) {
        Map<String, String> settings = world.settings(database);
        settings.putAll(SandboxSettings.ofTelegram(world.sandbox()));
        settings.put("TELEGRAM_MODE", mode);
        if (mode.equals("webhook")) {
            settings.put("TELEGRAM_WEBHOOK_SECRET", WEBHOOK_SECRET);
        }
        service = Patchbay.start(settings);
    }

    World world() {
        return world;
    }

    URI address() {
        return service.baseUrl();
    }

    TelegramUser user(String person) {
        return world.sandbox().telegram().user(person);
    }

    /** Where to consent, for whoever asks in that chat. */
    static URI authorization(TelegramUser user) {
        user.ask("/login spotify", PATIENCE);
        return user.link("Open Spotify");
    }

    /** Consent given at Spotify, and where the browser is sent then. */
    URI approved(TelegramUser user, String person) {
        return approved(world, address(), user, person);
    }

    private static URI approved(World world, URI service, TelegramUser user, String person) {
        URI back = world.sandbox().spotify().approve(authorization(user), person);
        return new Browser(service).follow(back);
    }

    /** Connects whoever chats to that person's account at Spotify. @return how it is told */
    ChatMessage connect(TelegramUser user, String person) {
        return connect(world, address(), user, person);
    }

    static ChatMessage connect(World world, URI service, TelegramUser user, String person) {
        user.open(approved(world, service, user, person));
        return said(user, "Spotify is connected as");
    }

    /** Presses a button and waits for the answer. */
    static void tap(TelegramUser user, String label, String answer) {
        user.press(label);
        ChatMessage _ = said(user, answer);
    }

    /** The code of a one-time link to the page, which the chat is given to be linked with an account. */
    String linkCode(TelegramUser user) {
        user.ask("/account", PATIENCE);
        return user.link("Open the page").getFragment().substring("chat=".length());
    }

    /** From now on that chat is used with the account that is signed in there. */
    void link(TelegramUser user, Browser browser) {
        Object number = browser.post("/chats/link", "{\"code\":\"" + linkCode(user) + "\"}")
                .data()
                .get("number");
        said(user, "send me the two-digit number");
        user.write(String.valueOf(number));
        said(user, "used with your account from now on");
    }

    static ChatMessage said(TelegramUser user, String words) {
        return user.awaitFromBot(words, PATIENCE);
    }

    static void await(BooleanSupplier happened) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("it did not happen");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    /** Posts to the webhook, or wherever the path leads. @param headers names and values in turn */
    HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return post(path, HttpRequest.BodyPublishers.ofString(body), headers);
    }

    /** The same, without saying beforehand how long it is. */
    HttpResponse<String> postInChunks(String path, String body, String... headers) throws Exception {
        return post(path, HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString(body)), headers);
    }

    private HttpResponse<String> post(String path, HttpRequest.BodyPublisher body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address() + path))
                .POST(body)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json");
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    int count(String from) {
        return Integer.parseInt(texts("SELECT COUNT(*) FROM " + from).getFirst());
    }

    /** All of the database, as text. */
    String dump() {
        return String.join("\n", texts("SCRIPT"));
    }

    private List<String> texts(String sql) {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void change(String sql) {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(database, "sa", "");
    }

    @Override
    public void close() {
        http.close();
        service.close();
        change("SHUTDOWN");
        world.close();
    }
}
