package dev.patchbay.port.provider;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.signin.ExternalIdentity;
import java.time.Duration;
import java.util.Optional;

/** What came of asking an identity provider who somebody is. */
public sealed interface Identification {
    record Identified(ExternalIdentity identity) implements Identification {}

    /** The code is spent, expired or not for this client, redirect URI or verifier. */
    record CodeRefused() implements Identification {}

    /** The provider refuses our app. */
    record AppRefused(Cause cause) implements Identification {}

    /**
     * The answer is not proof of anything: signature, issuer, audience, nonce or times.
     *
     * @param check a few words naming the check that failed, for the log
     */
    record Untrusted(String check) implements Identification {}

    record Unavailable(String why, Optional<Duration> retryAfter) implements Identification {}
}
