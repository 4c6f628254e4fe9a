package dev.patchbay.app;

import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.sandbox.party.SandboxClient;
import dev.patchbay.sandbox.played.Script;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** The settings that put a sandbox in place of the outside world. */
public final class SandboxSettings {
    public static Map<String, String> of(Sandbox sandbox) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "GOOGLE_ISSUER", sandbox.googleIssuer().toString(),
                "GOOGLE_CLIENT_ID", SandboxOptions.GOOGLE_CLIENT.id(),
                "GOOGLE_CLIENT_SECRET", SandboxOptions.GOOGLE_CLIENT.secret(),
                "SPOTIFY_ACCOUNTS_URL", sandbox.spotifyAccountsUrl().toString(),
                "SPOTIFY_API_URL", sandbox.spotifyApiUrl().toString(),
                "SPOTIFY_CLIENT_ID", SandboxOptions.SPOTIFY_CLIENT.id(),
                "SPOTIFY_CLIENT_SECRET", SandboxOptions.SPOTIFY_CLIENT.secret()));
        settings.put("SPOTIFY_CONSOLE_URL", sandbox.spotify().dashboardUrl().toString());
        settings.putAll(ofPlatforms(sandbox));
        return settings;
    }

    /** YouTube's app is Google's. */
    private static Map<String, String> ofPlatforms(Sandbox sandbox) {
        return Map.of(
                "YOUTUBE_AUTH_ISSUER", sandbox.googleIssuer().toString(),
                "YOUTUBE_API_URL", sandbox.youtube().apiUrl().toString(),
                "SOUNDCLOUD_AUTH_URL", sandbox.soundcloud().authUrl().toString(),
                "SOUNDCLOUD_API_URL", sandbox.soundcloud().apiUrl().toString(),
                "SOUNDCLOUD_CLIENT_ID", SandboxOptions.SOUNDCLOUD_CLIENT.id(),
                "SOUNDCLOUD_CLIENT_SECRET", SandboxOptions.SOUNDCLOUD_CLIENT.secret(),
                "LASTFM_AUTH_URL", sandbox.lastfm().authUrl().toString(),
                "LASTFM_API_URL", sandbox.lastfm().apiUrl().toString(),
                "LASTFM_API_KEY", SandboxOptions.LASTFM_CLIENT.id(),
                "LASTFM_SHARED_SECRET", SandboxOptions.LASTFM_CLIENT.secret());
    }

    /** Those that put the sandbox's bot in place of one at Telegram. */
    public static Map<String, String> ofTelegram(Sandbox sandbox) {
        return Map.of(
                "TELEGRAM_API_URL", sandbox.telegramApiUrl().toString(),
                "TELEGRAM_LINK_URL", sandbox.telegram().linkUrl().toString(),
                "TELEGRAM_BOT_TOKEN", SandboxOptions.TELEGRAM_BOT.token(),
                "BOT_USERNAME", SandboxOptions.TELEGRAM_BOT.username());
    }

    /** Plays every platform whose module brings a script along, and says where. */
    static Map<String, String> ofPlayed(Sandbox sandbox) {
        Map<String, String> settings = new HashMap<>();
        try {
            for (URL script :
                    Collections.list(SandboxSettings.class.getClassLoader().getResources(Script.RESOURCE))) {
                try (var reader = new InputStreamReader(script.openStream(), StandardCharsets.UTF_8)) {
                    settings.putAll(sandbox.play(Script.read(reader)).settings());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    /** Those that put its other parties in place of those that people sign in with, beside Google. */
    public static Map<String, String> ofSignIn(Sandbox sandbox) {
        Map<String, String> settings = new HashMap<>();
        settings.put(
                "MICROSOFT_AUTHORITY", sandbox.microsoft().authority("common").toString());
        app(settings, "MICROSOFT", SandboxOptions.MICROSOFT_CLIENT);
        settings.put("GITHUB_URL", sandbox.github().url().toString());
        settings.put("GITHUB_API_URL", sandbox.github().apiUrl().toString());
        app(settings, "GITHUB", SandboxOptions.GITHUB_CLIENT);
        settings.put("TELEGRAM_ISSUER", sandbox.telegramLogin().issuer().toString());
        app(settings, "TELEGRAM", SandboxOptions.TELEGRAM_CLIENT);
        settings.put("OIDC_SANDBOX_ISSUER", sandbox.openId().issuer().toString());
        settings.put("OIDC_SANDBOX_DISPLAY_NAME", "OpenID");
        app(settings, "OIDC_SANDBOX", SandboxOptions.OPENID_CLIENT);
        return Map.copyOf(settings);
    }

    private static void app(Map<String, String> settings, String prefix, SandboxClient client) {
        settings.put(prefix + "_CLIENT_ID", client.id());
        settings.put(prefix + "_CLIENT_SECRET", client.secret());
    }

    private SandboxSettings() {}
}
