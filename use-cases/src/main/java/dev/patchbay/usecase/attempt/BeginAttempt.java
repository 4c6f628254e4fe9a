package dev.patchbay.usecase.attempt;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.attempt.PkceVerifier;
import dev.patchbay.domain.attempt.Proof;
import dev.patchbay.domain.attempt.Purpose;
import dev.patchbay.domain.attempt.ReturnTo;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.attempt.Attempts;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.AuthorizationStart;
import dev.patchbay.port.vault.TokenVault;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Sends somebody to a provider, whatever for: makes the one-time values, keeps what must come back, and says where to go. */
public final class BeginAttempt {
    private final Attempts attempts;
    private final TokenVault vault;
    private final SecretSource secrets;
    private final Frontend frontend;
    private final Clock clock;

    public BeginAttempt(Attempts attempts, TokenVault vault, SecretSource secrets, Frontend frontend, Clock clock) {
        this.attempts = attempts;
        this.vault = vault;
        this.secrets = secrets;
        this.frontend = frontend;
        this.clock = clock;
    }

    /** What is begun, for whom, with which app. @param session what it is bound to, where its purpose wants that */
    public record Trip(
            Purpose purpose,
            Optional<AccountId> account,
            Optional<SessionId> session,
            ClientApp app,
            Scopes scopes,
            boolean askAgain) {}

    public Beginning begin(
            Trip trip, Wish wish, BiFunction<ClientApp, AuthorizationIntent, AuthorizationStart> provider) {
        Optional<ReturnTo> returnTo = wish.ending() instanceof Wish.Ending.InChat(var user, var bot)
                ? Optional.of(bot.returnTo())
                : frontend.returnTo(wish.returnTo());
        if (returnTo.isEmpty()) {
            return new Beginning.ReturnToRefused();
        }
        State state = new State(secrets.next());
        Secret nonce = secrets.next();
        PkceVerifier verifier = new PkceVerifier(secrets.next());
        var intent = new AuthorizationIntent(state, nonce, verifier, trip.scopes(), trip.askAgain());
        return switch (provider.apply(trip.app(), intent)) {
            case AuthorizationStart.Unavailable(var why, var retryAfter) -> new Beginning.Unavailable(retryAfter);
            case AuthorizationStart.Ready(var authorizationUrl) -> {
                Optional<Secret> cookie =
                        wish.ending() instanceof Wish.Ending.Browser ? Optional.of(secrets.next()) : Optional.empty();
                Attempt attempt = attempt(trip, intent, returnTo.get(), proof(wish.ending(), cookie));
                attempts.add(attempt);
                yield new Beginning.Begun(authorizationUrl, state, cookie, attempt.expiresAt());
            }
        };
    }

    private static Proof proof(Wish.Ending ending, Optional<Secret> cookie) {
        return switch (ending) {
            case Wish.Ending.Browser() ->
                new Proof.FlowCookie(cookie.orElseThrow().fingerprint());
            case Wish.Ending.Handoff() -> new Proof.Handoff();
            case Wish.Ending.InChat(var user, var bot) -> new Proof.Chat(user);
        };
    }

    private Attempt attempt(Trip trip, AuthorizationIntent intent, ReturnTo returnTo, Proof proof) {
        UUID id = secrets.nextId();
        Instant now = clock.instant();
        var provider = trip.app().id().provider();
        SealedSecret verifier = vault.seal(
                KeyOwner.service(),
                Attempt.verifierPlace(id, provider),
                intent.verifier().value());
        return new Attempt(
                id,
                intent.state().fingerprint(),
                trip.purpose(),
                provider,
                trip.app().id(),
                trip.account(),
                trip.session(),
                proof,
                verifier,
                intent.nonce().fingerprint(),
                trip.app().redirectUri(),
                returnTo,
                trip.scopes(),
                now,
                now.plus(Attempt.LIFE));
    }
}
