package dev.patchbay.domain.connection;

import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.Secret;
import java.time.Duration;
import java.util.Optional;

/** What a token endpoint answered, by the class that decides what follows (RFC 6749 §5.1, §5.2). */
public sealed interface TokenAnswer {
    /**
     * Tokens.
     *
     * @param refreshToken empty when the answer had none or an empty one: the old one stays good
     * @param expiresIn empty when the answer did not say
     * @param scopes empty when the answer did not say, which means: those asked for
     * @param consentLasts how long the consent just given lasts, where this answer says so; empty for as long as the platform's usually do.
     *     Of no meaning in the answer to a refresh
     */
    record Granted(
            String tokenType,
            Secret accessToken,
            Optional<Secret> refreshToken,
            Optional<Duration> expiresIn,
            Optional<Scopes> scopes,
            Optional<Duration> consentLasts)
            implements TokenAnswer {
        /** One that says nothing of the consent's length. */
        public Granted(
                String tokenType,
                Secret accessToken,
                Optional<Secret> refreshToken,
                Optional<Duration> expiresIn,
                Optional<Scopes> scopes) {
            this(tokenType, accessToken, refreshToken, expiresIn, scopes, Optional.empty());
        }

        /** The same, shown by callers in another way. */
        public Granted ofType(String other) {
            return new Granted(other, accessToken, refreshToken, expiresIn, scopes, consentLasts);
        }

        /** The same of a consent that lasts so long. */
        public Granted lasting(Duration consent) {
            return new Granted(tokenType, accessToken, refreshToken, expiresIn, scopes, Optional.of(consent));
        }
    }

    /** {@code invalid_grant}: the code or refresh token is spent, expired, withdrawn or somebody else's. */
    record GrantDead() implements TokenAnswer {}

    /** The app itself is refused ({@code invalid_client}, {@code unauthorized_client}, quota); the grant is untouched. */
    record AppRefused(Cause cause) implements TokenAnswer {}

    /** 429: a pause for the whole app; empty when no time was given. */
    record Throttled(Cause cause, Optional<Duration> retryAfter) implements TokenAnswer {}

    /**
     * No answer of use: 5xx, HTML, silence, nonsense. The grant counts as untouched.
     *
     * @param why a few words for the log; nothing that the provider sent
     * @param maybeProcessed whether the platform may have acted on the call all the same: a new refresh token may then exist that
     *     nobody here has seen. False only when the call certainly did not reach it.
     */
    record Unavailable(String why, Optional<Duration> retryAfter, boolean maybeProcessed) implements TokenAnswer {
        /** With an unknown outcome. */
        public Unavailable(String why, Optional<Duration> retryAfter) {
            this(why, retryAfter, true);
        }
    }
}
