package dev.patchbay.port.provider;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where to send the person, or that it cannot be known now. */
public sealed interface AuthorizationStart {
    record Ready(URI authorizationUrl) implements AuthorizationStart {}

    /** The provider's own description could not be had and none is remembered. */
    record Unavailable(String why, Optional<Duration> retryAfter) implements AuthorizationStart {}
}
