package dev.patchbay.adapter.github;

import dev.patchbay.port.settings.Settings;
import java.net.URI;

/**
 * Where GitHub is; an Enterprise Server has its API under {@code /api/v3} of its own address.
 *
 * @param url {@code GITHUB_URL}
 * @param apiUrl {@code GITHUB_API_URL}
 */
record GitHubSettings(URI url, URI apiUrl) {
    static final URI REAL_URL = URI.create("https://github.com");
    private static final URI REAL_API = URI.create("https://api.github.com");

    static GitHubSettings read(Settings settings) {
        return new GitHubSettings(settings.url("GITHUB_URL", REAL_URL), settings.url("GITHUB_API_URL", REAL_API));
    }
}
