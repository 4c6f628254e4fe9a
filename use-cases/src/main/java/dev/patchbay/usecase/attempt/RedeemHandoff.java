package dev.patchbay.usecase.attempt;

import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.attempt.AuthorizationCode;
import dev.patchbay.domain.attempt.Handoff;
import dev.patchbay.domain.attempt.HandoffCode;
import dev.patchbay.domain.attempt.Proof;
import dev.patchbay.domain.attempt.Purpose;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.attempt.Attempts;
import dev.patchbay.port.attempt.Handoffs;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Ends an attempt by its handoff. Whoever brings it must also bring what only the beginner has: the {@code state} for a
 * sign-in, the account's session otherwise; in a chat, be the user who began there. A handoff brought by anybody else is destroyed, and the code in it never used.
 */
public final class RedeemHandoff {
    private final Attempts attempts;
    private final Handoffs handoffs;
    private final TokenVault vault;
    private final FinishAttempt finish;
    private final Clock clock;

    RedeemHandoff(Attempts attempts, Handoffs handoffs, TokenVault vault, FinishAttempt finish, Clock clock) {
        this.attempts = attempts;
        this.handoffs = handoffs;
        this.vault = vault;
        this.finish = finish;
        this.clock = clock;
    }

    /** Signs in whoever holds both the handoff and the state. */
    public Outcome signIn(HandoffCode code, State state, String device) {
        return redeem(
                code,
                device,
                attempt -> attempt.purpose() == Purpose.SIGN_IN
                        && attempt.stateFingerprint().equals(state.fingerprint()));
    }

    /** Connects (or links) for the signed-in person who began it. */
    public Outcome withSession(HandoffCode code, ProviderId provider, SignedIn who, String device) {
        return redeem(code, device, attempt -> attempt.provider().equals(provider) && attempt.isBegunBy(who));
    }

    /**
     * Ends what a user began in their chat, when that user brings the handoff there. Brought by anybody else it is destroyed, and both are
     * to be told.
     *
     * @param device what the person will recognise, should a session begin
     */
    public ChatEnding fromChat(HandoffCode code, ChatUser user, String device) {
        Optional<Returned> returned = take(code);
        if (returned.isEmpty()) {
            return new ChatEnding.NothingThere(Refusal.HANDOFF_INVALID);
        }
        Attempt attempt = returned.get().attempt();
        return ChatEnding.of(attempt, user, () -> finish(returned.get(), device));
    }

    private Outcome redeem(HandoffCode code, String device, Predicate<Attempt> proof) {
        Optional<Returned> returned = take(code);
        if (returned.isEmpty()) {
            return new Outcome.Refused(Refusal.HANDOFF_INVALID);
        }
        Attempt attempt = returned.get().attempt();
        if (attempt.proof() instanceof Proof.Chat || !proof.test(attempt)) {
            return new Outcome.Refused(Refusal.WRONG_ACCOUNT);
        }
        return finish(returned.get(), device);
    }

    private record Returned(Handoff handoff, Attempt attempt) {}

    private Optional<Returned> take(HandoffCode code) {
        Instant now = clock.instant();
        // The handoff has its own time, from when it was parked; its attempt may have come to its end since.
        return handoffs.take(code.fingerprint(), now)
                .flatMap(handoff -> attempts.consumed(handoff.attempt(), now.minus(Attempt.LIFE))
                        .map(attempt -> new Returned(handoff, attempt)));
    }

    private Outcome finish(Returned returned, String device) {
        Attempt attempt = returned.attempt();
        var place = Attempt.parkedCodePlace(attempt.id(), attempt.provider());
        return switch (vault.open(attempt.keyOwner(), place, returned.handoff().code())) {
            case Opening.Unreadable() -> new Outcome.Refused(Refusal.HANDOFF_INVALID);
            case Opening.Opened(var parked) ->
                Parked.refusalIn(parked)
                        .<Outcome>map(Outcome.Refused::new)
                        .orElseGet(() -> finish.finish(attempt, new AuthorizationCode(parked), device));
        };
    }
}
