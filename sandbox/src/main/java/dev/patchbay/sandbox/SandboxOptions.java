package dev.patchbay.sandbox;

import dev.patchbay.sandbox.party.SandboxClient;
import dev.patchbay.sandbox.telegram.BotAccount;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a sandbox is set up. Begin with {@link #defaults()} and change what matters.
 *
 * @param port the port on 127.0.0.1; 0 takes any free one
 * @param journal a file that lets the sandbox go on after a restart; empty means that it forgets
 * @param accessTokenLife how long access tokens live
 * @param spotifyConsentLife how long after consent Spotify's refresh tokens end
 * @param googleClients the clients that Google knows
 * @param spotifyClients the clients that Spotify knows; the first is the one with a seat list that leaves somebody out
 * @param telegramBot the bot that Telegram knows
 * @param clock the time at all parties
 */
public record SandboxOptions(
        int port,
        Optional<Path> journal,
        Duration accessTokenLife,
        Duration spotifyConsentLife,
        List<SandboxClient> googleClients,
        List<SandboxClient> spotifyClients,
        BotAccount telegramBot,
        Clock clock) {

    /** The usual bot at Telegram. */
    public static final BotAccount TELEGRAM_BOT = new BotAccount(
            "7120000001:AAHsandboxSandboxSandboxSandboxSand", "patchbay_sandbox_bot", "Patchbay (sandbox)");

    /** The usual client at Google. */
    public static final SandboxClient GOOGLE_CLIENT =
            SandboxClient.of("sandbox-google-client", "sandbox-google-secret");

    /** The usual client at Spotify: the app that an operator shares. */
    public static final SandboxClient SPOTIFY_CLIENT =
            SandboxClient.of("5a4db0c5b0f84c1e9d2f7a3b6c8e1f00", "0f1e8c6b3a7f2d9e1c4f80b5c0bd4a55");

    /** A second client at Spotify: an app that a person brings along. */
    public static final SandboxClient SPOTIFY_OWN_CLIENT =
            SandboxClient.of("5a4db0c5b0f84c1e9d2f7a3b6c8e1f01", "1f1e8c6b3a7f2d9e1c4f80b5c0bd4a55");

    /** The client at Microsoft. */
    public static final SandboxClient MICROSOFT_CLIENT =
            SandboxClient.of("e7c1f2aa-5d0b-4c3e-8f6a-1b2c3d4e5f60", "sandbox-microsoft-secret");

    /** The client at GitHub. */
    public static final SandboxClient GITHUB_CLIENT =
            SandboxClient.of("Ov23liSandboxSandbox1", "sandbox-github-secret");

    /** The client at the OpenID provider of nobody in particular. */
    public static final SandboxClient OPENID_CLIENT =
            SandboxClient.of("sandbox-openid-client", "sandbox-openid-secret");

    /** The client at Telegram's login: the bot's number. */
    public static final SandboxClient TELEGRAM_CLIENT = SandboxClient.of("7120000001", "sandbox-telegram-login-secret");
    /** The usual client at SoundCloud. */
    public static final SandboxClient SOUNDCLOUD_CLIENT =
            SandboxClient.of("sandbox-soundcloud-client", "sandbox-soundcloud-secret");

    /** The usual client at Last.fm: an API key and its shared secret. */
    public static final SandboxClient LASTFM_CLIENT =
            SandboxClient.of("9a1f00d2c3b4a5968778695a4b3c2d1e", "e1d2c3b4a5968778695a4b3c2d00f1a9");

    /** The clients that SoundCloud knows; the second is one that a person brings along. */
    static final List<SandboxClient> SOUNDCLOUD_CLIENTS =
            List.of(SOUNDCLOUD_CLIENT, SandboxClient.of("sandbox-soundcloud-own", "sandbox-soundcloud-own-secret"));

    /** The clients that Last.fm knows; the second is one that a person brings along. */
    static final List<SandboxClient> LASTFM_CLIENTS = List.of(
            LASTFM_CLIENT, SandboxClient.of("9a1f00d2c3b4a5968778695a4b3c2d1f", "f1d2c3b4a5968778695a4b3c2d00f1a9"));

    /** Keeps the lists as they were given. */
    public SandboxOptions {
        googleClients = List.copyOf(googleClients);
        spotifyClients = List.copyOf(spotifyClients);
        if (googleClients.isEmpty() || spotifyClients.isEmpty()) {
            throw new IllegalArgumentException("each party needs a client");
        }
        if (accessTokenLife.toSeconds() < 1) {
            throw new IllegalArgumentException("access tokens must live a second at least");
        }
    }

    /** Any free port, no journal, access tokens for an hour, consent for half a year, the usual clients. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(
                0,
                Optional.empty(),
                Duration.ofHours(1),
                Duration.ofDays(182),
                List.of(GOOGLE_CLIENT),
                List.of(SPOTIFY_CLIENT, SPOTIFY_OWN_CLIENT),
                TELEGRAM_BOT,
                Clock.systemUTC());
    }

    /** The same at this port. */
    public SandboxOptions withPort(int changed) {
        return new SandboxOptions(
                changed,
                journal,
                accessTokenLife,
                spotifyConsentLife,
                googleClients,
                spotifyClients,
                telegramBot,
                clock);
    }

    /** The same with this journal. */
    public SandboxOptions withJournal(Path changed) {
        return new SandboxOptions(
                port,
                Optional.of(changed),
                accessTokenLife,
                spotifyConsentLife,
                googleClients,
                spotifyClients,
                telegramBot,
                clock);
    }

    /** The same with access tokens that live this long. */
    public SandboxOptions withAccessTokenLife(Duration changed) {
        return new SandboxOptions(
                port, journal, changed, spotifyConsentLife, googleClients, spotifyClients, telegramBot, clock);
    }

    /** The same with consent at Spotify that lasts this long. */
    public SandboxOptions withSpotifyConsentLife(Duration changed) {
        return new SandboxOptions(
                port, journal, accessTokenLife, changed, googleClients, spotifyClients, telegramBot, clock);
    }

    /** The same with these clients at Google and no others. */
    public SandboxOptions withGoogleClients(SandboxClient... changed) {
        return new SandboxOptions(
                port,
                journal,
                accessTokenLife,
                spotifyConsentLife,
                List.of(changed),
                spotifyClients,
                telegramBot,
                clock);
    }

    /** The same with these clients at Spotify and no others. */
    public SandboxOptions withSpotifyClients(SandboxClient... changed) {
        return new SandboxOptions(
                port,
                journal,
                accessTokenLife,
                spotifyConsentLife,
                googleClients,
                List.of(changed),
                telegramBot,
                clock);
    }

    /** The same with this bot at Telegram and no other. */
    public SandboxOptions withTelegramBot(BotAccount changed) {
        return new SandboxOptions(
                port, journal, accessTokenLife, spotifyConsentLife, googleClients, spotifyClients, changed, clock);
    }

    /** The same with this clock. */
    public SandboxOptions withClock(Clock changed) {
        return new SandboxOptions(
                port,
                journal,
                accessTokenLife,
                spotifyConsentLife,
                googleClients,
                spotifyClients,
                telegramBot,
                changed);
    }
}
