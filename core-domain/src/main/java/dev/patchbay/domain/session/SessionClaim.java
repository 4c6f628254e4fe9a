package dev.patchbay.domain.session;

import dev.patchbay.domain.account.AccountId;
import java.time.Instant;

/**
 * What a session token says, its signature, issuer, audience and times having been verified. Whether the session still
 * lives is a question to the store; only {@link Session#admit} answers it with a {@link SignedIn}.
 */
public record SessionClaim(SessionId session, AccountId account, Instant expiresAt) {}
