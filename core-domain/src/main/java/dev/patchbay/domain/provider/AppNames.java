package dev.patchbay.domain.provider;

import java.util.Optional;

/**
 * The settings that hold the operator's app at a provider.
 *
 * @param id the name of the one with the client id
 * @param secret the name of the one with the client secret
 * @param otherwise whose app is taken while neither is set; empty for nobody's
 */
public record AppNames(String id, String secret, Optional<ProviderId> otherwise) {

    /** Names as most providers have them, such as {@code SPOTIFY_CLIENT_ID} and {@code SPOTIFY_CLIENT_SECRET}. */
    public static AppNames usual(ProviderId provider) {
        String prefix = provider.settingsPrefix();
        return new AppNames(prefix + "_CLIENT_ID", prefix + "_CLIENT_SECRET", Optional.empty());
    }

    /** The same, with that provider's app while neither is set. */
    public AppNames or(ProviderId other) {
        return new AppNames(id, secret, Optional.of(other));
    }
}
