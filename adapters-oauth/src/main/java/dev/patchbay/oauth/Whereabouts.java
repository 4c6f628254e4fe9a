package dev.patchbay.oauth;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Where a platform's authorization server is, as far as it is known at the moment. */
public sealed interface Whereabouts {
    record Known(OAuthEndpoints endpoints) implements Whereabouts {}

    /** The server's own description could not be had and none is remembered. */
    record Unknown(String why, Optional<Duration> retryAfter) implements Whereabouts {}

    /**
     * Found through the server's metadata (OpenID Connect Discovery 1.0) when they are first needed, and kept. Asking takes time only
     * while nothing is known, and then 5 s at most.
     *
     * @param issuer compared exactly
     */
    static Supplier<Whereabouts> discovered(GuardedHttp http, Clock clock, URI issuer) {
        Discovery discovery = new Discovery(http, clock, issuer.toString(), issuer.toString());
        return () -> switch (discovery.find()) {
            case Discovery.Found.Metadata(ProviderMetadata metadata) -> new Known(metadata.endpoints());
            case Discovery.Found.Nothing(String why, Optional<Duration> retryAfter) -> new Unknown(why, retryAfter);
        };
    }
}
