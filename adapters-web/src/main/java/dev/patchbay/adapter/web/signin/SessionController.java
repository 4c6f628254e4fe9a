package dev.patchbay.adapter.web.signin;

import dev.patchbay.adapter.web.attempt.EndRequest;
import dev.patchbay.adapter.web.limit.Family;
import dev.patchbay.adapter.web.limit.Limited;
import dev.patchbay.adapter.web.message.Bodies;
import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.message.RequestIds;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Device;
import dev.patchbay.domain.attempt.HandoffCode;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.session.Session;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.session.SessionTokens;
import dev.patchbay.usecase.attempt.Attempting;
import dev.patchbay.usecase.attempt.Outcome;
import dev.patchbay.usecase.attempt.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sessions for clients that carry them themselves: swaps the handoff of a sign-in for a token. */
@Controller("/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SessionController {
    private static final Logger LOG = LoggerFactory.getLogger(SessionController.class);

    private final Attempting attempting;
    private final Accounts accounts;
    private final SessionTokens tokens;
    private final Bodies bodies;
    private final Problems problems;
    private final RequestIds requestIds;
    private final Clock clock;

    SessionController(
            Attempting attempting,
            Accounts accounts,
            SessionTokens tokens,
            Bodies bodies,
            Problems problems,
            RequestIds requestIds,
            Clock clock) {
        this.attempting = attempting;
        this.accounts = accounts;
        this.tokens = tokens;
        this.bodies = bodies;
        this.problems = problems;
        this.requestIds = requestIds;
        this.clock = clock;
    }

    /** Whoever brings both the handoff and the state gets the session. */
    @Post("/session")
    @Limited(Family.CODE)
    HttpResponse<?> session(HttpRequest<byte[]> request) {
        Optional<EndRequest> body = bodies.read(request, EndRequest.class);
        if (body.isEmpty() || body.get().handoff() == null || body.get().state() == null) {
            return problems.of(request, Code.INVALID_REQUEST, "Bring a JSON object with handoff and state.");
        }
        Optional<HandoffCode> handoff = body.get().handoffCode();
        Optional<State> state = body.get().parsedState();
        Outcome outcome = handoff.isPresent() && state.isPresent()
                ? attempting.redeeming().signIn(handoff.get(), state.get(), Device.of(request))
                : new Outcome.Refused(Refusal.HANDOFF_INVALID);
        return switch (outcome) {
            case Outcome.SignedIn(var session, var firstTime) -> begun(request, session);
            case Outcome.Refused(var refusal) -> refused(request, refusal);
            case Outcome.Withheld(var cause, var app) -> problems.withheld(request, cause, Optional.empty());
            case Outcome.Linked linked -> throw new IllegalStateException("a sign-in ended as a link");
            case Outcome.MergeProven proven -> throw new IllegalStateException("a sign-in ended as a proof");
            case Outcome.Connected connected -> throw new IllegalStateException("a sign-in ended as a connection");
        };
    }

    private HttpResponse<?> begun(HttpRequest<?> request, Session session) {
        return accounts.find(session.account())
                .<HttpResponse<?>>map(account ->
                        Data.ok(SessionResponse.of(tokens.issue(session), session, account, clock.instant())))
                .orElseGet(() -> problems.unauthenticated(request));
    }

    private HttpResponse<?> refused(HttpRequest<?> request, Refusal refusal) {
        LOG.warn("request {}: a handoff was refused: {}", requestIds.of(request), refusal.code());
        return problems.of(request, refusal);
    }
}
