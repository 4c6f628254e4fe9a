package dev.patchbay.sandbox;

import dev.patchbay.sandbox.github.SandboxGitHub;
import dev.patchbay.sandbox.google.SandboxGoogle;
import dev.patchbay.sandbox.lastfm.SandboxLastfm;
import dev.patchbay.sandbox.ledger.Books;
import dev.patchbay.sandbox.ledger.Journal;
import dev.patchbay.sandbox.ledger.Ledger;
import dev.patchbay.sandbox.microsoft.SandboxMicrosoft;
import dev.patchbay.sandbox.openid.SandboxOpenId;
import dev.patchbay.sandbox.openid.SandboxTelegramLogin;
import dev.patchbay.sandbox.party.Surroundings;
import dev.patchbay.sandbox.played.PlayedParty;
import dev.patchbay.sandbox.played.Script;
import dev.patchbay.sandbox.soundcloud.SandboxSoundCloud;
import dev.patchbay.sandbox.spotify.SandboxSpotify;
import dev.patchbay.sandbox.telegram.SandboxTelegram;
import dev.patchbay.sandbox.web.Server;
import dev.patchbay.sandbox.youtube.SandboxYouTube;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;

/**
 * The outside world on one loopback port, for tests and for the demo. It listens on 127.0.0.1 and nowhere else, knows
 * nothing of Patchbay, and starts only where somebody calls {@link #start}. Safe for many threads.
 */
public final class Sandbox implements AutoCloseable {
    private final Server server;
    private final Journal journal;
    private final Books books;
    private final Surroundings world;
    private final ControlDesk desk;
    private final SandboxGoogle google;
    private final SandboxMicrosoft microsoft;
    private final SandboxGitHub github;
    private final SandboxOpenId openId;
    private final SandboxTelegramLogin telegramLogin;
    private final SandboxSpotify spotify;
    private final SandboxYouTube youtube;
    private final SandboxSoundCloud soundcloud;
    private final SandboxLastfm lastfm;
    private final SandboxTelegram telegram;

    private Sandbox(SandboxOptions options, Journal journal, Server server) {
        this.journal = journal;
        this.server = server;
        this.books = new Books(options.clock(), journal);
        Surroundings world = new Surroundings(
                server, books, journal, options.clock(), new SecureRandom(), options.accessTokenLife());
        this.google = new SandboxGoogle(world, options.googleClients());
        this.microsoft = new SandboxMicrosoft(world, List.of(SandboxOptions.MICROSOFT_CLIENT));
        this.github = new SandboxGitHub(world, List.of(SandboxOptions.GITHUB_CLIENT));
        this.openId = new SandboxOpenId(world, List.of(SandboxOptions.OPENID_CLIENT));
        this.spotify = new SandboxSpotify(world, options.spotifyClients(), options.spotifyConsentLife());
        this.youtube = new SandboxYouTube(world, google);
        this.soundcloud = new SandboxSoundCloud(world, SandboxOptions.SOUNDCLOUD_CLIENTS);
        this.lastfm = new SandboxLastfm(world, SandboxOptions.LASTFM_CLIENTS);
        this.telegram = new SandboxTelegram(world, options.telegramBot());
        this.telegramLogin =
                new SandboxTelegramLogin(world, List.of(SandboxOptions.TELEGRAM_CLIENT), person -> telegram.user(person)
                        .id());
        this.world = world;
        this.desk = new ControlDesk(
                books,
                telegram.ledger(),
                List.of(
                        google,
                        microsoft,
                        github,
                        openId,
                        telegramLogin,
                        spotify,
                        youtube,
                        soundcloud,
                        lastfm,
                        telegram));
        desk.open(server);
    }

    /**
     * Starts a sandbox. With a journal it goes on where the one before it stopped, even if that was killed.
     *
     * @throws java.io.UncheckedIOException if the port is taken or the journal cannot be read
     * @throws IllegalStateException if the journal is in use or damaged
     */
    public static Sandbox start(SandboxOptions options) {
        Journal journal = options.journal().map(Journal::open).orElseGet(Journal::none);
        try {
            return start(options, journal, Server.bind(options.port()));
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private static Sandbox start(SandboxOptions options, Journal journal, Server server) {
        try {
            Sandbox sandbox = new Sandbox(options, journal, server);
            server.open();
            return sandbox;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** The page that explains the sandbox: {@code http://127.0.0.1:<port>/}. */
    public URI home() {
        return server.base().resolve("/");
    }

    /** Google's issuer: {@code http://127.0.0.1:<port>/google}. */
    public URI googleIssuer() {
        return google.issuer();
    }

    /** Spotify's accounts service: {@code http://127.0.0.1:<port>/spotify-accounts}. */
    public URI spotifyAccountsUrl() {
        return spotify.accountsUrl();
    }

    /** Spotify's Web API: {@code http://127.0.0.1:<port>/spotify-api/v1}. */
    public URI spotifyApiUrl() {
        return spotify.apiUrl();
    }

    /** Google: people, keys, faults. */
    public SandboxGoogle google() {
        return google;
    }

    /** Spotify: people, seats, faults. */
    public SandboxSpotify spotify() {
        return spotify;
    }

    /** Microsoft: tenants, people, keys, faults. */
    public SandboxMicrosoft microsoft() {
        return microsoft;
    }

    /** GitHub: people, faults. */
    public SandboxGitHub github() {
        return github;
    }

    /** An OpenID provider of nobody in particular: people, keys, faults. */
    public SandboxOpenId openId() {
        return openId;
    }

    /** Telegram's login by OpenID Connect: people, keys, faults. */
    public SandboxTelegramLogin telegramLogin() {
        return telegramLogin;
    }

    /** YouTube's Data API: channels, faults. Its tokens are {@link #google}'s. */
    public SandboxYouTube youtube() {
        return youtube;
    }

    /** SoundCloud: people, faults. */
    public SandboxSoundCloud soundcloud() {
        return soundcloud;
    }

    /** Last.fm: people, faults. */
    public SandboxLastfm lastfm() {
        return lastfm;
    }

    /** Telegram's Bot API: {@code http://127.0.0.1:<port>}, to be followed by {@code /bot<token>/<method>}. */
    public URI telegramApiUrl() {
        return telegram.apiUrl();
    }

    /** Telegram: people, chats, deliveries, faults. */
    public SandboxTelegram telegram() {
        return telegram;
    }

    /** Plays one more platform, from now on. @throws IllegalStateException when there is one of that name */
    public PlayedParty play(Script script) {
        PlayedParty party = new PlayedParty(world, script);
        desk.add(party, server);
        return party;
    }

    /** What has been issued and what is live. */
    public Ledger ledger() {
        return books;
    }

    /** Ends at once: nothing is answered any more, calls that hang included. */
    @Override
    public void close() {
        telegram.close();
        server.close();
        journal.close();
    }
}
