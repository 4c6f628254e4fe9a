package dev.patchbay.domain.signin;

import dev.patchbay.domain.account.AccountId;
import java.time.Instant;

/** An identity linked to an account. An account keeps at least one, and at most one for each provider. */
public record SignInMethod(AccountId account, ExternalIdentity identity, Instant linkedAt, Instant lastUsedAt) {}
