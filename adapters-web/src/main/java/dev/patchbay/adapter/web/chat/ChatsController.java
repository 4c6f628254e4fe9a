package dev.patchbay.adapter.web.chat;

import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.usecase.attempt.BotAddress;
import dev.patchbay.usecase.chat.ManageChats;
import dev.patchbay.usecase.chat.SignInByChat;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** From which chats an account is used. */
@Controller("/user/chats")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChatsController {
    /** The only messenger there is, also where its bot is not set up any more. */
    private static final String MESSENGER = "Telegram";

    private final Callers callers;
    private final ManageChats chats;
    private final SignInByChat signInByChat;
    private final Problems problems;

    ChatsController(Callers callers, ManageChats chats, SignInByChat signInByChat, Problems problems) {
        this.callers = callers;
        this.chats = chats;
        this.signInByChat = signInByChat;
        this.problems = problems;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request) {
        String messenger = signInByChat.bot().map(BotAddress::name).orElse(MESSENGER);
        return callers.signedIn(
                request,
                who -> Data.ok(chats.list(who).stream()
                        .map(chat -> ChatResponse.of(chat, messenger))
                        .toList()));
    }

    @Delete("/{id}")
    HttpResponse<?> end(HttpRequest<?> request, @PathVariable String id) {
        return callers.signedIn(request, who -> switch (chats.end(who, id)) {
            case ENDED -> HttpResponse.noContent();
            case NO_SUCH_CHAT -> problems.of(request, Code.NOT_FOUND, "Your account is not used from such a chat.");
            case FRESH_SIGN_IN_NEEDED -> problems.freshSignInNeeded(request);
            case LAST_ONE ->
                problems.of(
                        request,
                        Code.LAST_SIGN_IN_METHOD,
                        "This is the only way into your account. Add another one first.");
        });
    }
}
