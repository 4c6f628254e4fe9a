package dev.patchbay.sandbox.spotify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The scopes that Spotify documents, in words for the consent page. */
final class SpotifyScopes {
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("ugc-image-upload", "Upload images to Spotify on your behalf");
        WORDS.put("user-read-playback-state", "Read your currently playing content and devices");
        WORDS.put("user-modify-playback-state", "Control playback on your devices");
        WORDS.put("user-read-currently-playing", "Read your currently playing content");
        WORDS.put("app-remote-control", "Communicate with the Spotify app on your device");
        WORDS.put("streaming", "Play content and control playback");
        WORDS.put("playlist-read-private", "Access your private playlists");
        WORDS.put("playlist-read-collaborative", "Access your collaborative playlists");
        WORDS.put("playlist-modify-private", "Manage your private playlists");
        WORDS.put("playlist-modify-public", "Manage your public playlists");
        WORDS.put("user-follow-modify", "Manage who you follow");
        WORDS.put("user-follow-read", "Access your followers and who you follow");
        WORDS.put("user-read-playback-position", "Read your position in content you have played");
        WORDS.put("user-top-read", "Read your top artists and content");
        WORDS.put("user-read-recently-played", "Access your recently played items");
        WORDS.put("user-library-modify", "Manage your saved content");
        WORDS.put("user-library-read", "Access your saved content");
        WORDS.put("user-read-email", "Get your real email address");
        WORDS.put("user-read-private", "Access your subscription details");
    }

    private SpotifyScopes() {}

    static boolean areKnown(Set<String> scopes) {
        return WORDS.keySet().containsAll(scopes);
    }

    /** What the scope allows; the scope itself if it is not known. */
    static String inWords(String scope) {
        return WORDS.getOrDefault(scope, scope);
    }
}
