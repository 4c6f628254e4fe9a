package dev.patchbay.usecase.attempt;

import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.vault.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What came of beginning an attempt. */
public sealed interface Beginning {
    /**
     * The attempt is kept; the person may go.
     *
     * @param authorizationUrl where to send the person
     * @param state the one in that URL; a client that asked for a handoff keeps it
     * @param flowCookie what the browser must bring back; empty when the proof is a handoff
     */
    record Begun(URI authorizationUrl, State state, Optional<Secret> flowCookie, Instant expiresAt)
            implements Beginning {}

    /** No provider of that name is here. */
    record UnknownProvider() implements Beginning {}

    /** The provider is here, but no client app is configured for it. */
    record NoApp() implements Beginning {}

    /** The {@code returnTo} leaves the site. */
    record ReturnToRefused() implements Beginning {}

    /** A scope was asked for that the provider does not list. */
    record ScopesRefused() implements Beginning {}

    /** There is no connection that could be reconnected. */
    record NothingToReconnect() implements Beginning {}

    /** Only somebody who signed in lately may do this; when they sign in once more they may. */
    record FreshSignInNeeded() implements Beginning {}

    record Unavailable(Optional<Duration> retryAfter) implements Beginning {}
}
