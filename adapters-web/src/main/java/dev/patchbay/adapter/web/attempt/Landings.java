package dev.patchbay.adapter.web.attempt;

import dev.patchbay.adapter.web.message.RequestIds;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.adapter.web.session.Device;
import dev.patchbay.adapter.web.session.SessionCookie;
import dev.patchbay.domain.attempt.AuthorizationCode;
import dev.patchbay.domain.attempt.ReturnTo;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.usecase.attempt.Attempting;
import dev.patchbay.usecase.attempt.BotAddress;
import dev.patchbay.usecase.attempt.Outcome;
import dev.patchbay.usecase.attempt.ReturnFromProvider.Answer;
import dev.patchbay.usecase.attempt.ReturnFromProvider.Landing;
import dev.patchbay.usecase.session.ManageSessions;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where browsers come back from a provider. They always end at the frontend, which is told one word and, where a client has
 * to finish, a handoff; a session goes into a cookie and never into an address.
 */
@Singleton
public final class Landings {
    private static final Logger LOG = LoggerFactory.getLogger(Landings.class);

    private final Attempting attempting;
    private final FlowCookie flowCookie;
    private final SessionCookie sessionCookie;
    private final Callers callers;
    private final ManageSessions sessions;
    private final RequestIds requestIds;

    Landings(
            Attempting attempting,
            FlowCookie flowCookie,
            SessionCookie sessionCookie,
            Callers callers,
            ManageSessions sessions,
            RequestIds requestIds) {
        this.attempting = attempting;
        this.flowCookie = flowCookie;
        this.sessionCookie = sessionCookie;
        this.callers = callers;
        this.sessions = sessions;
        this.requestIds = requestIds;
    }

    /**
     * Ends or parks the attempt that the query names, and sends the browser on.
     *
     * @param forIdentity whether it came back on the sign-in path
     */
    public HttpResponse<?> land(HttpRequest<?> request, ProviderId provider, boolean forIdentity) {
        Answer answer = answer(request, provider, forIdentity);
        Optional<State> state = answer.state();
        Collection<Secret> proof =
                state.flatMap(known -> flowCookie.read(request, known)).stream().toList();
        Landing landing = attempting.returning().land(answer, proof, Device.of(request));
        MutableHttpResponse<?> response =
                switch (landing) {
                    case Landing.HandedOff(var returnTo, var handoff) ->
                        HttpResponse.seeOther(
                                returnTo.with("handoff", handoff.value().reveal()));
                    case Landing.BackToChat(var returnTo, var handoff) ->
                        HttpResponse.seeOther(
                                returnTo.with(BotAddress.START, handoff.value().reveal()));
                    case Landing.Ended(var returnTo, var outcome) -> ended(request, provider, returnTo, outcome);
                };
        if (!proof.isEmpty()) {
            state.ifPresent(known -> flowCookie.clear(response, known));
        }
        return response;
    }

    /** A parameter said twice is no answer of a provider (RFC 6749 §3.1): it then counts as one without a state. */
    private Answer answer(HttpRequest<?> request, ProviderId provider, boolean forIdentity) {
        var parameters = request.getParameters();
        String code = attempting.returning().codeParameter(provider, forIdentity);
        boolean once = List.of("state", code, "error", "iss").stream()
                .allMatch(name -> parameters.getAll(name).size() <= 1);
        return new Answer(
                provider,
                forIdentity,
                once ? parameters.getFirst("state").flatMap(State::parse) : Optional.empty(),
                parameters.getFirst(code).flatMap(AuthorizationCode::parse),
                parameters.getFirst("error"),
                parameters.getFirst("iss"));
    }

    private MutableHttpResponse<?> ended(
            HttpRequest<?> request, ProviderId provider, ReturnTo returnTo, Outcome outcome) {
        return switch (outcome) {
            case Outcome.SignedIn(var session, var firstTime) -> {
                MutableHttpResponse<?> response = HttpResponse.seeOther(returnTo.address());
                sessionCookie.set(response, session);
                endFormerSession(request);
                yield response;
            }
            case Outcome.Linked(var linked) -> to(returnTo, "linked", linked.value());
            case Outcome.MergeProven(var proven) -> to(returnTo, "merge", proven.value());
            case Outcome.Connected(var connection) ->
                to(returnTo, "connected", connection.platform().value());
            case Outcome.Refused(var refusal) -> refused(request, provider, returnTo, refusal.code());
            case Outcome.Withheld(var cause, var app) -> refused(request, provider, returnTo, cause.code());
        };
    }

    private static MutableHttpResponse<?> to(ReturnTo returnTo, String name, String word) {
        URI address = returnTo.with(name, word);
        return HttpResponse.seeOther(address);
    }

    private MutableHttpResponse<?> refused(
            HttpRequest<?> request, ProviderId provider, ReturnTo returnTo, String code) {
        LOG.warn("request {}: the return from {} was refused: {}", requestIds.of(request), provider, code);
        return to(returnTo, "error", code);
    }

    /** The cookie that held it is overwritten; nobody could end it by "sign out" any more. */
    private void endFormerSession(HttpRequest<?> request) {
        try {
            Optional<SignedIn> former = callers.present(request);
            former.ifPresent(sessions::signOut);
        } catch (StoreUnavailable outage) {
            LOG.warn("request {}: the session before this one could not be ended", requestIds.of(request));
        }
    }
}
