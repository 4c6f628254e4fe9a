package dev.patchbay.usecase.connection;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.usecase.refresh.Verdict;
import java.time.Instant;

/** The answer to somebody who asks for a token. */
public sealed interface Lending {
    /** A token that the platform accepts now. */
    record Lent(Secret accessToken, String tokenType, Instant expiresAt, Scopes scopes) implements Lending {}

    /** No token now, and why, and what helps. */
    record Withheld(ProviderId platform, Verdict verdict) implements Lending {}

    /** The session was ended or has expired. */
    record NoSession() implements Lending {}

    /** No platform of that name is here. */
    record UnknownPlatform() implements Lending {}
}
