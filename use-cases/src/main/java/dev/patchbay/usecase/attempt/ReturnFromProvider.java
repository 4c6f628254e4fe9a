package dev.patchbay.usecase.attempt;

import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.attempt.AuthorizationCode;
import dev.patchbay.domain.attempt.Handoff;
import dev.patchbay.domain.attempt.HandoffCode;
import dev.patchbay.domain.attempt.Proof;
import dev.patchbay.domain.attempt.Purpose;
import dev.patchbay.domain.attempt.ReturnTo;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.attempt.Attempts;
import dev.patchbay.port.attempt.Handoffs;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.provider.Providers;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;

/**
 * Lets somebody come back from a provider. The attempt is used up first, whatever follows; then the answer must come from
 * the party that was asked; then a proof decides; only then is a code exchanged.
 */
public final class ReturnFromProvider {
    private final Attempts attempts;
    private final Handoffs handoffs;
    private final TokenVault vault;
    private final Providers providers;
    private final SecretSource secrets;
    private final Frontend frontend;
    private final FinishAttempt finish;
    private final Clock clock;

    ReturnFromProvider(
            Attempts attempts,
            Handoffs handoffs,
            TokenVault vault,
            Providers providers,
            SecretSource secrets,
            Frontend frontend,
            FinishAttempt finish,
            Clock clock) {
        this.attempts = attempts;
        this.handoffs = handoffs;
        this.vault = vault;
        this.providers = providers;
        this.secrets = secrets;
        this.frontend = frontend;
        this.finish = finish;
        this.clock = clock;
    }

    /**
     * What a provider's redirect said.
     *
     * @param provider the one named by the path it came back on
     * @param forIdentity whether that path is the sign-in one
     */
    public record Answer(
            ProviderId provider,
            boolean forIdentity,
            Optional<State> state,
            Optional<AuthorizationCode> code,
            Optional<String> error,
            Optional<String> iss) {}

    /** Where the browser goes now, and what to tell it. */
    public sealed interface Landing {
        ReturnTo returnTo();

        /** The attempt was ended here. */
        record Ended(ReturnTo returnTo, Outcome outcome) implements Landing {}

        /** The code is parked; the client ends the attempt with this handoff. */
        record HandedOff(ReturnTo returnTo, HandoffCode handoff) implements Landing {}
    }

    /**
     * A browser comes back.
     *
     * @param flowCookies the flow cookies it brought, of this and other flows
     * @param device what the person will recognise in their list of sessions
     */
    public Landing land(Answer answer, Collection<Secret> flowCookies, String device) {
        Optional<Attempt> used = use(answer);
        if (used.isEmpty()) {
            return new Landing.Ended(frontend.homeward(), new Outcome.Refused(Refusal.STATE_INVALID));
        }
        Attempt attempt = used.get();
        ReturnTo returnTo = attempt.returnTo();
        Optional<Refusal> mixUp = mixUp(attempt, answer);
        if (mixUp.isPresent()) {
            return ended(returnTo, mixUp.get());
        }
        boolean proven =
                switch (attempt.proof()) {
                    case Proof.FlowCookie(var fingerprint) ->
                        flowCookies.stream()
                                .anyMatch(cookie -> cookie.fingerprint().equals(fingerprint));
                    case Proof.Handoff(), Proof.Chat _ -> true;
                };
        if (!proven) {
            return ended(returnTo, Refusal.WRONG_BROWSER);
        }
        if (answer.error().isPresent()) {
            return ended(returnTo, refusalOf(answer.error().get()));
        }
        Optional<AuthorizationCode> code = answer.code();
        if (code.isEmpty()) {
            return ended(returnTo, Refusal.CODE_MISSING);
        }
        boolean sessionWouldTravel = attempt.purpose() == Purpose.SIGN_IN && !frontend.isOurs(returnTo);
        if (attempt.proof() instanceof Proof.Handoff || sessionWouldTravel) {
            return park(attempt, code.get());
        }
        return new Landing.Ended(returnTo, finish.finish(attempt, code.get(), device));
    }

    /** A frontend that got the redirect itself posts what it said, with the session of whoever began. */
    public Outcome post(Answer answer, SignedIn who, String device) {
        Optional<Attempt> used = use(answer);
        if (used.isEmpty()) {
            return new Outcome.Refused(Refusal.STATE_INVALID);
        }
        Attempt attempt = used.get();
        Optional<Refusal> mixUp = mixUp(attempt, answer);
        if (mixUp.isPresent()) {
            return new Outcome.Refused(mixUp.get());
        }
        if (!attempt.account().equals(Optional.of(who.account()))) {
            return new Outcome.Refused(Refusal.WRONG_ACCOUNT);
        }
        if (answer.error().isPresent()) {
            return new Outcome.Refused(refusalOf(answer.error().get()));
        }
        return answer.code()
                .map(code -> finish.finish(attempt, code, device))
                .orElse(new Outcome.Refused(Refusal.CODE_MISSING));
    }

    private Optional<Attempt> use(Answer answer) {
        return answer.state().flatMap(state -> attempts.consume(state.fingerprint(), clock.instant()));
    }

    /** Whether the answer comes from another party than the one that was asked. */
    private Optional<Refusal> mixUp(Attempt attempt, Answer answer) {
        boolean sameParty = attempt.provider().equals(answer.provider())
                && attempt.purpose().isForIdentity() == answer.forIdentity();
        if (!sameParty) {
            return Optional.of(Refusal.WRONG_PROVIDER);
        }
        return vouchesFor(attempt, answer.iss()) ? Optional.empty() : Optional.of(Refusal.ISSUER_MISMATCH);
    }

    private static Refusal refusalOf(String error) {
        return switch (error) {
            case "access_denied" -> Refusal.ACCESS_DENIED;
            case "temporarily_unavailable", "server_error" -> Refusal.PROVIDER_UNAVAILABLE;
            case "unauthorized_client" -> Refusal.APP_REJECTED;
            default -> Refusal.PROVIDER_ERROR;
        };
    }

    private boolean vouchesFor(Attempt attempt, Optional<String> iss) {
        return attempt.purpose().isForIdentity()
                ? providers.identityProvider(attempt.provider()).stream().anyMatch(party -> party.vouchesFor(iss))
                : providers.platform(attempt.provider()).stream().anyMatch(party -> party.vouchesFor(iss));
    }

    private Landing park(Attempt attempt, AuthorizationCode code) {
        HandoffCode handoff = new HandoffCode(secrets.next());
        var place = Attempt.parkedCodePlace(attempt.id(), attempt.provider());
        handoffs.park(new Handoff(
                handoff.fingerprint(),
                attempt.id(),
                vault.seal(attempt.keyOwner(), place, code.value()),
                clock.instant().plus(Attempt.LIFE)));
        return new Landing.HandedOff(attempt.returnTo(), handoff);
    }

    private static Landing ended(ReturnTo returnTo, Refusal refusal) {
        return new Landing.Ended(returnTo, new Outcome.Refused(refusal));
    }
}
