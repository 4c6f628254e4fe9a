package dev.patchbay.port.signin;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.signin.SignInMethod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where sign-in methods are kept. Safe for many threads and processes; each method is atomic. */
public interface SignInMethods {
    /** By (provider, issuer, subject), compared exactly; nothing else about the identity matters. */
    Optional<SignInMethod> find(ExternalIdentity identity);

    /** Oldest first. */
    List<SignInMethod> of(AccountId account);

    /** Links an identity to an account that exists. */
    LinkOutcome link(SignInMethod method);

    /** Notes a use, and what the provider now says for display. */
    void used(ExternalIdentity identity, Instant at);

    /** Removes the account's method of that provider unless it is the last one. */
    UnlinkOutcome unlink(AccountId account, ProviderId provider);

    /** What came of linking. */
    enum LinkOutcome {
        LINKED,
        /** That identity belongs to this account already. */
        ALREADY_YOURS,
        /** That identity belongs to another account; nothing is moved. */
        TAKEN,
        /** This account has another identity of the same provider. */
        PROVIDER_IN_USE
    }

    /** What came of unlinking. */
    enum UnlinkOutcome {
        UNLINKED,
        NOT_LINKED,
        /** It is the only way in; nothing is removed. */
        LAST_ONE
    }
}
