package dev.patchbay.adapter.google;

import dev.patchbay.port.settings.Settings;
import java.net.URI;

/**
 * Where Google is.
 *
 * @param issuer {@code GOOGLE_ISSUER}; the real one unless a stand-in is used
 */
record GoogleSettings(URI issuer) {
    static final URI REAL_ISSUER = URI.create("https://accounts.google.com");

    static GoogleSettings read(Settings settings) {
        return new GoogleSettings(settings.url("GOOGLE_ISSUER", REAL_ISSUER));
    }
}
