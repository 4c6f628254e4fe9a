package dev.patchbay.domain.attempt;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One pending authorization round trip. It is used once, within {@link #LIFE}.
 *
 * @param stateFingerprint fingerprint of the {@code state} sent to the provider
 * @param account who began it; empty for a sign-in only
 * @param session the session it is bound to; empty unless it is {@link Purpose#isBoundToSession}
 * @param app the client app whose id the provider was shown
 * @param verifier the sealed PKCE verifier
 * @param nonceFingerprint fingerprint of the OpenID Connect nonce
 * @param redirectUri the exact redirect URI sent, repeated at the token endpoint
 */
public record Attempt(
        UUID id,
        Fingerprint stateFingerprint,
        Purpose purpose,
        ProviderId provider,
        ClientAppId app,
        Optional<AccountId> account,
        Optional<SessionId> session,
        Proof proof,
        SealedSecret verifier,
        Fingerprint nonceFingerprint,
        URI redirectUri,
        ReturnTo returnTo,
        Scopes scopes,
        Instant startedAt,
        Instant expiresAt) {
    /** How long a person may take at the provider, and how long a handoff may wait. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    public Attempt {
        if (account.isEmpty() != (purpose == Purpose.SIGN_IN)) {
            throw new IllegalArgumentException("exactly a sign-in begins without an account");
        }
        if (session.isPresent() != purpose.isBoundToSession()) {
            throw new IllegalArgumentException("exactly linking and merging are bound to a session");
        }
    }

    /** Whether that is who began it: the same account, and the same session where it is bound to one. */
    public boolean isBegunBy(SignedIn who) {
        return account.equals(Optional.of(who.account())) && (session.isEmpty() || session.equals(who.session()));
    }

    /** Secrets of an attempt are sealed for the service: a first sign-in has no account yet. */
    public KeyOwner keyOwner() {
        return KeyOwner.service();
    }

    public static Place verifierPlace(UUID attempt, ProviderId provider) {
        return new Place("attempt.verifier", attempt.toString(), provider.value(), 0);
    }

    public static Place parkedCodePlace(UUID attempt, ProviderId provider) {
        return new Place("handoff.code", attempt.toString(), provider.value(), 0);
    }
}
