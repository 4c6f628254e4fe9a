package dev.patchbay.adapter.web.platform;

import dev.patchbay.adapter.web.attempt.Begin;
import dev.patchbay.adapter.web.attempt.BeginRequest;
import dev.patchbay.adapter.web.limit.Family;
import dev.patchbay.adapter.web.limit.Limited;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.usecase.attempt.Beginning;
import dev.patchbay.usecase.attempt.Wish;
import dev.patchbay.usecase.connection.AppChoice;
import dev.patchbay.usecase.connection.ConnectPlatform;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Sends a signed-in person to a platform. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConnectController {
    private final Callers callers;
    private final ConnectPlatform connectPlatform;
    private final Begin begin;

    ConnectController(Callers callers, ConnectPlatform connectPlatform, Begin begin) {
        this.callers = callers;
        this.connectPlatform = connectPlatform;
        this.begin = begin;
    }

    @Post("/platforms/{platform}/connect")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Limited(Family.CONNECT)
    HttpResponse<?> connect(HttpRequest<byte[]> request, @PathVariable String platform) {
        return callers.signedIn(request, who -> begin.begin(request, Code.UNKNOWN_PLATFORM, connecting(who, platform)));
    }

    /** The same act for clients of earlier systems, which end it themselves unless they say otherwise. */
    @Get(uri = "/api/v1/{platform}/auth", headRoute = false)
    @Limited(Family.CONNECT)
    HttpResponse<?> auth(
            HttpRequest<?> request,
            @PathVariable String platform,
            @QueryValue @Nullable String returnTo,
            @QueryValue("return") @Nullable String ending) {
        var wishes = new BeginRequest(returnTo, ending == null ? "handoff" : ending, null, null, null);
        return callers.signedIn(
                request, who -> begin.begin(request, wishes, Code.UNKNOWN_PLATFORM, connecting(who, platform)));
    }

    private BiFunction<BeginRequest, Wish, Beginning> connecting(SignedIn who, String platform) {
        return (wishes, wish) -> {
            Optional<ProviderId> id = ProviderId.parse(platform);
            if (id.isEmpty()) {
                return new Beginning.UnknownProvider();
            }
            Optional<Scopes> scopes;
            try {
                scopes = Optional.ofNullable(wishes.scopes()).map(Scopes::of);
            } catch (IllegalArgumentException notTokens) {
                return new Beginning.ScopesRefused();
            }
            return connectPlatform.connect(
                    who, id.get(), choice(wishes), wish, scopes, Boolean.TRUE.equals(wishes.reconnect()));
        };
    }

    /** The word was looked at before. */
    private static AppChoice choice(BeginRequest wishes) {
        return switch (wishes.app()) {
            case null -> new AppChoice.Unsaid();
            case "own" -> new AppChoice.Own();
            case "seat" -> new AppChoice.Seat();
            default -> new AppChoice.Shared();
        };
    }
}
