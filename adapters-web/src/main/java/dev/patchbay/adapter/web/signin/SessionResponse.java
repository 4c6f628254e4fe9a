package dev.patchbay.adapter.web.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.vault.Secret;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;

/** A session for a client that carries it itself. Made in one place, for one answer. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record SessionResponse(String token, String tokenType, long expiresIn, AccountResponse account) {

    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AccountResponse(String id, String displayName) {
        static AccountResponse of(Account account) {
            return new AccountResponse(
                    account.id().value(), account.displayName().value());
        }
    }

    static SessionResponse of(Secret token, Session session, Account account, Instant now) {
        return new SessionResponse(
                token.reveal(),
                "Bearer",
                Duration.between(now, session.expiresAt()).toSeconds(),
                AccountResponse.of(account));
    }

    @Override
    public String toString() {
        return "a session of " + account.id();
    }
}
