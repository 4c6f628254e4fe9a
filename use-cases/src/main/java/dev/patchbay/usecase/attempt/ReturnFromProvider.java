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
import dev.patchbay.port.attempt.Handoffs;
import dev.patchbay.port.vault.TokenVault;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;

/**
 * Lets somebody come back from a provider. The attempt is used up first, whatever follows; then the answer must come from
 * the party that was asked; then a proof decides; only then is a code exchanged.
 */
public final class ReturnFromProvider {
    private final CheckAnswer check;
    private final Handoffs handoffs;
    private final TokenVault vault;
    private final SecretSource secrets;
    private final Frontend frontend;
    private final FinishAttempt finish;
    private final Clock clock;

    ReturnFromProvider(
            CheckAnswer check,
            Handoffs handoffs,
            TokenVault vault,
            SecretSource secrets,
            Frontend frontend,
            FinishAttempt finish,
            Clock clock) {
        this.check = check;
        this.handoffs = handoffs;
        this.vault = vault;
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

        /**
         * The code, or why there is none, is parked; whoever began it in their chat learns of it there.
         *
         * @param returnTo the bot; it gets the handoff as {@link BotAddress#START}, and nothing else goes with it
         */
        record BackToChat(ReturnTo returnTo, HandoffCode handoff) implements Landing {}
    }

    /**
     * How the one-time credential is called in that party's redirects, usually {@code code}.
     *
     * @param forIdentity whether people sign in with it
     */
    public String codeParameter(ProviderId provider, boolean forIdentity) {
        return check.codeParameter(provider, forIdentity);
    }

    /**
     * A browser comes back.
     *
     * @param flowCookies the flow cookies it brought, of this and other flows
     * @param device what the person will recognise in their list of sessions
     */
    public Landing land(Answer answer, Collection<Secret> flowCookies, String device) {
        Optional<Attempt> used = check.use(answer.state());
        if (used.isEmpty()) {
            return new Landing.Ended(frontend.homeward(), new Outcome.Refused(Refusal.STATE_INVALID));
        }
        Attempt attempt = used.get();
        if (attempt.proof() instanceof Proof.Chat) {
            return backToChat(attempt, answer);
        }
        ReturnTo returnTo = attempt.returnTo();
        Optional<Refusal> mixUp = check.mixUp(attempt, answer);
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
        Optional<Refusal> nothing = CheckAnswer.nothingIn(answer);
        if (nothing.isPresent()) {
            return ended(returnTo, nothing.get());
        }
        AuthorizationCode code = answer.code().orElseThrow();
        boolean sessionWouldTravel = attempt.purpose() == Purpose.SIGN_IN && !frontend.isOurs(returnTo);
        if (attempt.proof() instanceof Proof.Handoff || sessionWouldTravel) {
            return new Landing.HandedOff(returnTo, park(attempt, code.value()));
        }
        return new Landing.Ended(returnTo, finish.finish(attempt, code, device));
    }

    /** Whoever sits at this browser may be somebody else, so what came of it is for the chat to know. */
    private Landing backToChat(Attempt attempt, Answer answer) {
        Secret parked = check.mixUp(attempt, answer)
                .or(() -> CheckAnswer.nothingIn(answer))
                .map(Parked::refusal)
                .orElseGet(() -> answer.code().orElseThrow().value());
        return new Landing.BackToChat(attempt.returnTo(), park(attempt, parked));
    }

    /** A frontend that got the redirect itself posts what it said, with the session of whoever began. */
    public Outcome post(Answer answer, SignedIn who, String device) {
        Optional<Attempt> used = check.use(answer.state());
        if (used.isEmpty()) {
            return new Outcome.Refused(Refusal.STATE_INVALID);
        }
        Attempt attempt = used.get();
        Optional<Refusal> mixUp = check.mixUp(attempt, answer);
        if (mixUp.isPresent()) {
            return new Outcome.Refused(mixUp.get());
        }
        if (!attempt.isBegunBy(who)) {
            return new Outcome.Refused(Refusal.WRONG_ACCOUNT);
        }
        return CheckAnswer.nothingIn(answer)
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> finish.finish(attempt, answer.code().orElseThrow(), device));
    }

    private HandoffCode park(Attempt attempt, Secret parked) {
        HandoffCode handoff = new HandoffCode(secrets.next());
        var place = Attempt.parkedCodePlace(attempt.id(), attempt.provider());
        handoffs.park(new Handoff(
                handoff.fingerprint(),
                attempt.id(),
                vault.seal(attempt.keyOwner(), place, parked),
                clock.instant().plus(Attempt.LIFE)));
        return handoff;
    }

    private static Landing ended(ReturnTo returnTo, Refusal refusal) {
        return new Landing.Ended(returnTo, new Outcome.Refused(refusal));
    }
}
