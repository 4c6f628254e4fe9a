package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.attempt.FlowCookie;
import dev.patchbay.adapter.web.chat.ChatUrl;
import dev.patchbay.adapter.web.limit.Family;
import dev.patchbay.adapter.web.limit.Limited;
import dev.patchbay.adapter.web.limit.Limits;
import dev.patchbay.adapter.web.message.Form;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.session.Device;
import dev.patchbay.adapter.web.session.SessionCookie;
import dev.patchbay.domain.attempt.ReturnTo;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.usecase.attempt.BotAddress;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.chat.SignInByChat;
import dev.patchbay.usecase.chat.SignInByChat.Begun;
import dev.patchbay.usecase.chat.SignInByChat.Waiting;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/** {@code /sign-in/chat}: signing in by a chat in steps that need no scripts. */
@Controller("/sign-in/chat")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChatSignInPageController {
    private final SignInByChat signInByChat;
    private final ChatSignInPage page;
    private final Visitors visitors;
    private final Screens screens;
    private final FlowCookie flowCookie;
    private final SessionCookie sessionCookie;
    private final Frontend frontend;
    private final Limits limits;

    ChatSignInPageController(
            SignInByChat signInByChat,
            ChatSignInPage page,
            Visitors visitors,
            Screens screens,
            FlowCookie flowCookie,
            SessionCookie sessionCookie,
            Frontend frontend,
            Limits limits) {
        this.signInByChat = signInByChat;
        this.page = page;
        this.visitors = visitors;
        this.screens = screens;
        this.flowCookie = flowCookie;
        this.sessionCookie = sessionCookie;
        this.frontend = frontend;
        this.limits = limits;
    }

    /** Without a state it begins; with one it looks what came of it. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @Limited(Family.CHAT_POLL)
    HttpResponse<?> step(HttpRequest<byte[]> request) {
        Form form = Form.in(request);
        ReturnTo returnTo = returnTo(form);
        Optional<BotAddress> bot = signInByChat.bot();
        if (bot.isEmpty()) {
            return end(returnTo, Code.UNKNOWN_PROVIDER);
        }
        Optional<String> state = value(form, "state");
        if (state.isEmpty() && limits.takeForAddress(request, Family.SIGN_IN) > 0) {
            return end(returnTo, Code.TOO_MANY_REQUESTS);
        }
        if (state.isEmpty()) {
            return signInByChat
                    .begin(true, Device.of(request))
                    .<HttpResponse<?>>map(begun -> begun(request, bot.get(), begun, returnTo))
                    .orElseGet(() -> end(returnTo, Code.UNKNOWN_PROVIDER));
        }
        return state.flatMap(State::parse)
                .<HttpResponse<?>>map(known -> look(request, bot.get(), known, returnTo))
                .orElseGet(() -> end(returnTo, Code.CHAT_SIGN_IN_ENDED));
    }

    private HttpResponse<?> begun(HttpRequest<?> request, BotAddress bot, Begun begun, ReturnTo returnTo) {
        MutableHttpResponse<?> response = shown(
                request,
                new ChatSignInPage.Shown(
                        bot,
                        Optional.of(ChatUrl.of(begun)),
                        begun.number(),
                        begun.state(),
                        returnTo,
                        begun.expiresAt()));
        begun.flowCookie().ifPresent(proof -> flowCookie.set(response, begun.state(), proof));
        return response;
    }

    private HttpResponse<?> look(HttpRequest<?> request, BotAddress bot, State state, ReturnTo returnTo) {
        Optional<Secret> cookie = flowCookie.read(request, state);
        return switch (signInByChat.look(state, cookie, Device.of(request))) {
            case Waiting.NotYet(var number, var until) ->
                shown(request, new ChatSignInPage.Shown(bot, Optional.empty(), number, state, returnTo, until));
            case Waiting.SignedIn(var session, var account) -> signedIn(state, session, returnTo);
            case Waiting.WrongNumber() -> end(returnTo, Code.CHAT_NUMBER_WRONG);
            case Waiting.Ended() -> end(returnTo, Code.CHAT_SIGN_IN_ENDED);
        };
    }

    private HttpResponse<?> signedIn(State state, Session session, ReturnTo returnTo) {
        MutableHttpResponse<?> response = HttpResponse.seeOther(returnTo.address());
        sessionCookie.set(response, session);
        flowCookie.clear(response, state);
        return response;
    }

    private MutableHttpResponse<?> shown(HttpRequest<?> request, ChatSignInPage.Shown shown) {
        Visitor visitor = visitors.of(request);
        return screens.send(request, visitor, page.write(shown, visitor.words()));
    }

    private static HttpResponse<?> end(ReturnTo returnTo, Code code) {
        return HttpResponse.seeOther(returnTo.with("error", code.word()));
    }

    /** On our own page, the only one that sees the session's cookie. */
    private ReturnTo returnTo(Form form) {
        return frontend.returnTo(value(form, "returnTo"))
                .filter(frontend::isOurs)
                .orElseGet(() -> new ReturnTo(frontend.baseUrl().resolve("/")));
    }

    private static Optional<String> value(Form form, String name) {
        try {
            return form.value(name);
        } catch (IllegalArgumentException illEncoded) {
            return Optional.empty();
        }
    }
}
