package dev.patchbay.usecase.attempt;

import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.usecase.attempt.ReturnFromProvider.Answer;
import java.util.Optional;

/**
 * Ends an attempt by the address that a provider sent a browser to, pasted into the chat that began it: for a service without a public
 * address, whose redirects fail at the person's own machine. The state ties it to that chat.
 */
public final class FinishFromPaste {
    private final CheckAnswer check;
    private final FinishAttempt finish;

    FinishFromPaste(CheckAnswer check, FinishAttempt finish) {
        this.check = check;
        this.finish = finish;
    }

    /** Whether a text is such an address; looks nothing up. */
    public static boolean isReturn(String text) {
        return PastedReturn.in(text).isPresent();
    }

    /**
     * Ends it, if the text is such an address.
     *
     * @param text whatever somebody wrote
     * @param device what the person will recognise, should a session begin
     * @return empty when it is none
     */
    public Optional<ChatEnding> finish(String text, ChatUser user, String device) {
        return PastedReturn.in(text).map(pasted -> finish(pasted, user, device));
    }

    private ChatEnding finish(PastedReturn pasted, ChatUser user, String device) {
        Optional<Attempt> used = check.use(Optional.of(pasted.state()));
        if (used.isEmpty()) {
            return new ChatEnding.NothingThere(Refusal.STATE_INVALID);
        }
        Attempt attempt = used.get();
        return ChatEnding.of(attempt, user, () -> ending(attempt, pasted, device));
    }

    private Outcome ending(Attempt attempt, PastedReturn pasted, String device) {
        if (!pasted.isAt(attempt.redirectUri())) {
            return new Outcome.Refused(Refusal.WRONG_PROVIDER);
        }
        var answer = new Answer(
                attempt.provider(),
                attempt.purpose().isForIdentity(),
                Optional.of(pasted.state()),
                pasted.code(check.codeParameter(
                        attempt.provider(), attempt.purpose().isForIdentity())),
                pasted.error(),
                pasted.iss());
        return check.mixUp(attempt, answer)
                .or(() -> CheckAnswer.nothingIn(answer))
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> finish.finish(attempt, answer.code().orElseThrow(), device));
    }
}
