package dev.patchbay.oauth;

import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.settings.Settings;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * What a module with providers offers. Found by {@link java.util.ServiceLoader}: one that is on the class path, or in a jar in the
 * plug-in folder, is registered by that. It has a public constructor without parameters and is asked once, in one thread.
 *
 * <p>This type, what it names, and the manifest entry {@link #MANIFEST_ENTRY} are the port that plug-ins are built against.
 */
public interface ProviderModule {
    /** The version of the port. Raised when a plug-in built against the one before would not work any more. */
    int PORT_VERSION = 1;

    /** The attribute in a plug-in's manifest that says which version it was built against. */
    String MANIFEST_ENTRY = "Patchbay-Port";

    /** How people call it, such as {@code Spotify}. */
    String name();

    /**
     * How its settings begin, without the underscore: {@code SPOTIFY} for {@code SPOTIFY_API_URL}. It can read no others; reading one
     * ends in an {@link IllegalArgumentException}.
     */
    Set<String> settingsPrefixes();

    /** Reads its settings, noting what is wrong with them, and makes its providers. Calls nobody. */
    Offer open(Kit kit);

    /**
     * What a module works with.
     *
     * @param settings those with its prefixes
     * @param http reaches the hosts that its providers' descriptors name, those in addresses that the operator set for it, and no
     *     others
     * @param clock the service's
     */
    record Kit(Settings settings, GuardedHttp http, Clock clock) {}

    /** The providers of a module; at least one, unless its settings ask for none. */
    record Offer(List<IdentityProvider> identityProviders, List<MusicPlatform> platforms) {
        public Offer {
            identityProviders = List.copyOf(identityProviders);
            platforms = List.copyOf(platforms);
        }

        public static Offer of(IdentityProvider... providers) {
            return new Offer(List.of(providers), List.of());
        }

        public static Offer of(MusicPlatform... platforms) {
            return new Offer(List.of(), List.of(platforms));
        }
    }
}
