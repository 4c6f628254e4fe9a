package dev.patchbay.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Runs a sandbox by itself: {@code --port 9400 --journal file --token-life seconds}. */
public final class Main {
    private static final String USAGE = "usage: [--port <port>] [--journal <file>] [--token-life <seconds>]";

    private Main() {}

    /** Starts, prints where everything is, and stays until the process is ended. */
    @SuppressWarnings("SystemOut") // this is a command-line program
    public static void main(String... arguments) throws InterruptedException {
        SandboxOptions options;
        try {
            options = optionsOf(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        Sandbox sandbox = Sandbox.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        System.out.println(describe(sandbox, options));
        new CountDownLatch(1).await();
    }

    static SandboxOptions optionsOf(String... arguments) {
        SandboxOptions options = SandboxOptions.defaults();
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("a value is missing");
            }
            String value = arguments[i + 1];
            options = switch (arguments[i]) {
                case "--port" -> options.withPort(Integer.parseInt(value));
                case "--journal" -> options.withJournal(Path.of(value));
                case "--token-life" -> options.withAccessTokenLife(Duration.ofSeconds(Long.parseLong(value)));
                default -> throw new IllegalArgumentException("unknown option");
            };
        }
        return options;
    }

    static String describe(Sandbox sandbox, SandboxOptions options) {
        return """
            The sandbox is at %s
            GOOGLE_ISSUER=%s
            GOOGLE_CLIENT_ID=%s
            SPOTIFY_ACCOUNTS_URL=%s
            SPOTIFY_API_URL=%s
            SPOTIFY_CLIENT_ID=%s
            YOUTUBE_AUTH_ISSUER=%s
            YOUTUBE_API_URL=%s
            SOUNDCLOUD_AUTH_URL=%s
            SOUNDCLOUD_API_URL=%s
            SOUNDCLOUD_CLIENT_ID=%s
            LASTFM_AUTH_URL=%s
            LASTFM_API_URL=%s
            LASTFM_API_KEY=%s
            TELEGRAM_API_URL=%s
            BOT_USERNAME=%s
            The client secrets and TELEGRAM_BOT_TOKEN are on its page. Chat at %s; links to the bot
            work under %s instead of https://t.me.\
            """.formatted(
                        sandbox.home(),
                        sandbox.googleIssuer(),
                        options.googleClients().getFirst().id(),
                        sandbox.spotifyAccountsUrl(),
                        sandbox.spotifyApiUrl(),
                        options.spotifyClients().getFirst().id(),
                        sandbox.googleIssuer(),
                        sandbox.youtube().apiUrl(),
                        sandbox.soundcloud().authUrl(),
                        sandbox.soundcloud().apiUrl(),
                        SandboxOptions.SOUNDCLOUD_CLIENT.id(),
                        sandbox.lastfm().authUrl(),
                        sandbox.lastfm().apiUrl(),
                        SandboxOptions.LASTFM_CLIENT.id(),
                        sandbox.telegramApiUrl(),
                        options.telegramBot().username(),
                        sandbox.telegram().chatPage(),
                        sandbox.telegram().linkUrl());
    }
}
