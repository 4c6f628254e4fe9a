package dev.patchbay.domain.connection;

import java.time.Duration;
import java.util.Optional;

/** What a platform answered to "who is this?", asked with an access token. */
public sealed interface WhoAnswer {
    record Known(ExternalAccount account) implements WhoAnswer {}

    /** The platform knows the token and still refuses: seats, Premium, scopes. Never a reason to refresh. */
    record Refused(Cause cause) implements WhoAnswer {}

    /** 401: the access token is not (or no longer) good. */
    record TokenNotAccepted() implements WhoAnswer {}

    record Throttled(Cause cause, Optional<Duration> retryAfter) implements WhoAnswer {}

    record Unavailable(String why, Optional<Duration> retryAfter) implements WhoAnswer {}
}
