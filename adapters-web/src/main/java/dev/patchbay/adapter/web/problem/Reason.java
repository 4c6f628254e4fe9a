package dev.patchbay.adapter.web.problem;

import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.NextAction;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.refresh.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Why there is no good token, and what helps.
 *
 * @param reconnectUrl where the person mends it; present when that is what helps
 */
public record Reason(
        Optional<Verdict.State> state,
        Optional<Cause> cause,
        Optional<Instant> since,
        Optional<Instant> retryAt,
        Optional<URI> reconnectUrl) {

    /** Nothing to say. */
    static final Reason NONE =
            new Reason(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public static Reason of(ProviderId platform, Verdict verdict, Frontend frontend) {
        return new Reason(
                Optional.of(verdict.state()),
                verdict.cause(),
                verdict.since(),
                verdict.retryAt(),
                verdict.nextAction().filter(NextAction.RECONNECT::equals).map(action -> frontend.homeward()
                        .with("reconnect", platform.value())));
    }

    static Reason of(Cause cause, Optional<Instant> retryAt) {
        return new Reason(Optional.empty(), Optional.of(cause), Optional.empty(), retryAt, Optional.empty());
    }

    static Reason until(Instant retryAt) {
        return new Reason(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(retryAt), Optional.empty());
    }

    /** The same, with a time to come back that is still to come. */
    Reason waitingFrom(Instant now, Duration usualPause) {
        Instant then = retryAt.filter(now::isBefore).orElseGet(() -> now.plus(usualPause));
        return new Reason(state, cause, since, Optional.of(then), reconnectUrl);
    }

    public Optional<String> nextAction() {
        return cause.map(Cause::nextAction).map(NextAction::code);
    }

    public Optional<String> sinceText() {
        return since.map(Times::text);
    }

    public Optional<String> retryAtText() {
        return retryAt.map(Times::text);
    }
}
