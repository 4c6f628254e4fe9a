package dev.patchbay.adapter.web.attempt;

import dev.patchbay.adapter.web.message.Bodies;
import dev.patchbay.adapter.web.message.RequestIds;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Device;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.usecase.attempt.Attempting;
import dev.patchbay.usecase.attempt.Outcome;
import dev.patchbay.usecase.attempt.Refusal;
import dev.patchbay.usecase.attempt.ReturnFromProvider.Answer;
import dev.patchbay.usecase.refresh.AppNotes;
import dev.patchbay.usecase.refresh.Verdict;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where signed-in clients end what they began: by a handoff, or with the code and state that they caught themselves. */
@Singleton
public final class Endings {
    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

    private final Attempting attempting;
    private final Bodies bodies;
    private final Problems problems;
    private final RequestIds requestIds;
    private final AppNotes appNotes;
    private final Clock clock;

    Endings(
            Attempting attempting,
            Bodies bodies,
            Problems problems,
            RequestIds requestIds,
            AppNotes appNotes,
            Clock clock) {
        this.attempting = attempting;
        this.bodies = bodies;
        this.problems = problems;
        this.requestIds = requestIds;
        this.appNotes = appNotes;
        this.clock = clock;
    }

    /**
     * Ends what the body names, for the person who is signed in.
     *
     * @param forIdentity whether a sign-in method is linked, not a platform connected
     * @param well makes the answer when it ended well
     */
    public HttpResponse<?> end(
            HttpRequest<byte[]> request,
            ProviderId provider,
            boolean forIdentity,
            SignedIn who,
            Function<Outcome, HttpResponse<?>> well) {
        Optional<EndRequest> body = bodies.read(request, EndRequest.class);
        if (body.isEmpty()) {
            return problems.unreadableBody(request);
        }
        if (body.get().isEmpty()) {
            return problems.of(
                    request, Code.INVALID_REQUEST, "Bring a handoff, or the state and code of the redirect.");
        }
        Outcome outcome = body.get().bringsHandoff()
                ? byHandoff(body.get(), provider, who, Device.of(request))
                : attempting.returning().post(answer(body.get(), provider, forIdentity), who, Device.of(request));
        return answer(request, provider, outcome, well);
    }

    private Answer answer(EndRequest body, ProviderId provider, boolean forIdentity) {
        return body.answer(provider, forIdentity, attempting.returning().codeParameter(provider, forIdentity));
    }

    /** Problems for what did not end well. */
    public HttpResponse<?> answer(
            HttpRequest<?> request, ProviderId provider, Outcome outcome, Function<Outcome, HttpResponse<?>> well) {
        return switch (outcome) {
            case Outcome.SignedIn signedIn -> well.apply(signedIn);
            case Outcome.Linked linked -> well.apply(linked);
            case Outcome.MergeProven proven -> well.apply(proven);
            case Outcome.Connected connected -> well.apply(connected);
            case Outcome.Refused(var refusal) -> {
                log(request, provider, refusal.code());
                yield problems.of(request, refusal);
            }
            case Outcome.Withheld(var cause, var app) -> {
                log(request, provider, cause.code());
                yield problems.withheld(request, cause, retryAt(app));
            }
        };
    }

    private Outcome byHandoff(EndRequest body, ProviderId provider, SignedIn who, String device) {
        return body.handoffCode()
                .map(code -> attempting.redeeming().withSession(code, provider, who, device))
                .orElse(new Outcome.Refused(Refusal.HANDOFF_INVALID));
    }

    /** What was just noted of the app tells when asking again makes sense. */
    private Optional<Instant> retryAt(ClientAppId app) {
        return Verdict.of(appNotes.of(app), clock.instant()).retryAt();
    }

    private void log(HttpRequest<?> request, ProviderId provider, String code) {
        LOG.warn("request {}: ending an attempt at {} was refused: {}", requestIds.of(request), provider, code);
    }
}
