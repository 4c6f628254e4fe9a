package dev.patchbay.adapter.web.chat;

import dev.patchbay.adapter.web.limit.Family;
import dev.patchbay.adapter.web.limit.Limited;
import dev.patchbay.adapter.web.message.Bodies;
import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.usecase.chat.LinkChat;
import dev.patchbay.usecase.chat.LinkChat.Bringing;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/** A signed-in person brings a chat's code, and is shown the number that the chat is asked for. */
@Controller("/chats/link")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChatLinkController {
    private final Callers callers;
    private final Bodies bodies;
    private final LinkChat linkChat;
    private final Problems problems;

    ChatLinkController(Callers callers, Bodies bodies, LinkChat linkChat, Problems problems) {
        this.callers = callers;
        this.bodies = bodies;
        this.linkChat = linkChat;
        this.problems = problems;
    }

    @Post
    @Limited(Family.INVITATION)
    HttpResponse<?> bring(HttpRequest<byte[]> request) {
        return callers.signedIn(request, who -> {
            Optional<ChatLinkRequest> body = bodies.read(request, ChatLinkRequest.class);
            return body.isEmpty() ? problems.unreadableBody(request) : bring(request, who, body.get());
        });
    }

    private HttpResponse<?> bring(HttpRequest<?> request, SignedIn who, ChatLinkRequest body) {
        return switch (body.parsed().map(code -> linkChat.bring(who, code)).orElseGet(Bringing.CodeInvalid::new)) {
            case Bringing.NumberShown shown -> Data.ok(ChatLinkResponse.of(shown));
            case Bringing.AlreadyYours() ->
                problems.of(request, Code.CHAT_LINKED_ALREADY, "This chat is used with your account already.");
            case Bringing.CodeInvalid() ->
                problems.of(
                        request,
                        Code.CHAT_CODE_INVALID,
                        "This link was used already, has expired, or was not made here. Say /account in the chat for"
                                + " another one.");
        };
    }
}
