package dev.patchbay.adapter.web.signin;

import dev.patchbay.adapter.web.attempt.BeginRequest;
import dev.patchbay.adapter.web.attempt.EndRequest;
import dev.patchbay.adapter.web.attempt.FlowCookie;
import dev.patchbay.adapter.web.limit.Family;
import dev.patchbay.adapter.web.limit.Limited;
import dev.patchbay.adapter.web.message.Bodies;
import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Device;
import dev.patchbay.adapter.web.session.SessionCookie;
import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.session.SessionTokens;
import dev.patchbay.usecase.chat.SignInByChat;
import dev.patchbay.usecase.chat.SignInByChat.Begun;
import dev.patchbay.usecase.chat.SignInByChat.Waiting;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.util.Optional;

/** Signing in as whoever uses a chat, by a number that is shown here and said there. */
@Controller("/auth/chat")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChatSignInController {
    private static final String ENDED =
            "The number was not said in time, this was used already, or it was not begun here. Please start again.";

    private final SignInByChat signInByChat;
    private final FlowCookie flowCookie;
    private final SessionCookie sessionCookie;
    private final SessionTokens tokens;
    private final Bodies bodies;
    private final Problems problems;
    private final Clock clock;

    ChatSignInController(
            SignInByChat signInByChat,
            FlowCookie flowCookie,
            SessionCookie sessionCookie,
            SessionTokens tokens,
            Bodies bodies,
            Problems problems,
            Clock clock) {
        this.signInByChat = signInByChat;
        this.flowCookie = flowCookie;
        this.sessionCookie = sessionCookie;
        this.tokens = tokens;
        this.bodies = bodies;
        this.problems = problems;
        this.clock = clock;
    }

    /** A browser gets a flow cookie; a client that asks for a handoff keeps the state alone. */
    @Post
    @Limited(Family.SIGN_IN)
    HttpResponse<?> begin(HttpRequest<byte[]> request) {
        Optional<BeginRequest> body = bodies.read(request, BeginRequest.class);
        if (body.isEmpty()) {
            return problems.unreadableBody(request);
        }
        if (body.get().wish().isEmpty()) {
            return problems.of(request, Code.INVALID_REQUEST, "return must be browser or handoff.");
        }
        Optional<Begun> begun = signInByChat.begin(!body.get().wantsHandoff(), Device.of(request));
        return begun.isPresent()
                ? begun(begun.get())
                : problems.of(request, Code.UNKNOWN_PROVIDER, "No bot is set up here.");
    }

    private HttpResponse<?> begun(Begun begun) {
        MutableHttpResponse<?> response = Data.ok(ChatSignInResponse.of(begun));
        begun.flowCookie().ifPresent(proof -> flowCookie.set(response, begun.state(), proof));
        return response;
    }

    /** Whoever began asks whether the number was said, and gets the session if so: the browser as a cookie. */
    @Post("/session")
    @Limited(Family.CHAT_POLL)
    HttpResponse<?> session(HttpRequest<byte[]> request) {
        Optional<EndRequest> body = bodies.read(request, EndRequest.class);
        if (body.isEmpty() || body.get().state() == null) {
            return problems.of(
                    request, Code.INVALID_REQUEST, "Bring a JSON object with the state that you were given.");
        }
        return body.get()
                .parsedState()
                .<HttpResponse<?>>map(state -> session(request, state))
                .orElseGet(() -> problems.of(request, Code.CHAT_SIGN_IN_ENDED, ENDED));
    }

    private HttpResponse<?> session(HttpRequest<?> request, State state) {
        Optional<Secret> cookie = flowCookie.read(request, state);
        return switch (signInByChat.look(state, cookie, Device.of(request))) {
            case Waiting.NotYet waiting -> HttpResponse.accepted().body(new Data<>(WaitingResponse.of(waiting)));
            case Waiting.SignedIn(var session, var account) ->
                cookie.isPresent() ? byCookie(state, session, account) : byToken(session, account);
            case Waiting.WrongNumber() ->
                problems.of(
                        request,
                        Code.CHAT_NUMBER_WRONG,
                        "Another number was said in the chat, so nobody is signed in. Please start again.");
            case Waiting.Ended() -> problems.of(request, Code.CHAT_SIGN_IN_ENDED, ENDED);
        };
    }

    private HttpResponse<?> byCookie(State state, Session session, Account account) {
        MutableHttpResponse<?> response = Data.ok(SignedInResponse.of(account));
        sessionCookie.set(response, session);
        flowCookie.clear(response, state);
        return response;
    }

    private HttpResponse<?> byToken(Session session, Account account) {
        return Data.ok(SessionResponse.of(tokens.issue(session), session, account, clock.instant()));
    }
}
