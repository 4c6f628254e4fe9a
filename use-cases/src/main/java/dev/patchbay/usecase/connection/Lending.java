package dev.patchbay.usecase.connection;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.usecase.refresh.Verdict;
import java.time.Instant;
import java.util.Optional;

/** The answer to somebody who asks for a token. */
public sealed interface Lending {
    /**
     * A token that the platform accepts now.
     *
     * @param expiresAt empty when the token does not end by itself
     * @param clientId of the app that it was minted for
     */
    record Lent(Secret accessToken, String tokenType, Optional<Instant> expiresAt, Scopes scopes, String clientId)
            implements Lending {}

    /** No token now, and why, and what helps. */
    record Withheld(ProviderId platform, Verdict verdict) implements Lending {}

    /** The platform's tokens do not end, so none is ever renewed. It says nothing of whether the platform still takes the one here. */
    record NotRenewable(ProviderId platform) implements Lending {}

    /** The session was ended or has expired. */
    record NoSession() implements Lending {}

    /** No platform of that name is here. */
    record UnknownPlatform() implements Lending {}
}
