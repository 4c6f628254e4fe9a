package dev.patchbay.usecase.attempt;

import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.attempt.Proof;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.provider.ProviderId;
import java.util.function.Supplier;

/** What came of something that a user brought back into their chat. */
public sealed interface ChatEnding {
    /** It was theirs to end. */
    record Ended(ProviderId provider, Outcome outcome) implements ChatEnding {}

    /**
     * Nothing is there to be ended: it was used already, has expired, or was not made here. Whoever was interrupted while they ended it
     * finds this the next time.
     *
     * @param why the same, for what was brought
     */
    record NothingThere(Refusal why) implements ChatEnding {}

    /** Another user began it. It is void now, nothing was exchanged, and both are to be told. */
    record OfAnother(ChatUser begunBy, ProviderId provider) implements ChatEnding {}

    /** Ends a used attempt if that user began it in their chat. */
    static ChatEnding of(Attempt attempt, ChatUser user, Supplier<Outcome> ending) {
        ProviderId provider = attempt.provider();
        return switch (attempt.proof()) {
            case Proof.Chat(var begunBy) when begunBy.equals(user) -> new Ended(provider, ending.get());
            case Proof.Chat(var begunBy) -> new OfAnother(begunBy, provider);
            case Proof.Handoff(), Proof.FlowCookie _ -> new Ended(provider, new Outcome.Refused(Refusal.WRONG_ACCOUNT));
        };
    }
}
