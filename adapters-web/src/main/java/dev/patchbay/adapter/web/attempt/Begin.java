package dev.patchbay.adapter.web.attempt;

import dev.patchbay.adapter.web.message.Bodies;
import dev.patchbay.adapter.web.message.Data;
import dev.patchbay.adapter.web.message.Form;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.usecase.attempt.Beginning;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.attempt.Wish;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Begins a round trip for whoever asked: scripts get JSON, forms of a page without scripts get sent on. Either way the
 * browser gets the flow cookie.
 */
@Singleton
public final class Begin {
    private static final Set<String> SIGN_IN_APPS = Set.of("shared");
    private static final Set<String> APPS = Set.of("own", "seat", "shared");

    private final Bodies bodies;
    private final FlowCookie flowCookie;
    private final Problems problems;
    private final Frontend frontend;

    Begin(Bodies bodies, FlowCookie flowCookie, Problems problems, Frontend frontend) {
        this.bodies = bodies;
        this.flowCookie = flowCookie;
        this.problems = problems;
        this.frontend = frontend;
    }

    /**
     * Begins what the body asks for.
     *
     * @param unknown what to say when no provider of that name is here
     */
    public HttpResponse<?> begin(
            HttpRequest<byte[]> request, Code unknown, BiFunction<BeginRequest, Wish, Beginning> act) {
        boolean form = Form.isIn(request);
        Optional<BeginRequest> body =
                form ? BeginForm.read(Form.in(request)) : bodies.read(request, BeginRequest.class);
        if (body.isEmpty()) {
            return problems.unreadableBody(request);
        }
        return begin(request, body.get(), form, unknown, act);
    }

    /** For wishes that came in the query of a GET. */
    public HttpResponse<?> begin(
            HttpRequest<?> request, BeginRequest wishes, Code unknown, BiFunction<BeginRequest, Wish, Beginning> act) {
        return begin(request, wishes, false, unknown, act);
    }

    private HttpResponse<?> begin(
            HttpRequest<?> request,
            BeginRequest wishes,
            boolean form,
            Code unknown,
            BiFunction<BeginRequest, Wish, Beginning> act) {
        Optional<Wish> wish = wishes.wish();
        if (wish.isEmpty()) {
            return problems.of(request, Code.INVALID_REQUEST, "return must be browser or handoff.");
        }
        boolean signIn = unknown != Code.UNKNOWN_PLATFORM;
        if (wishes.app() != null && !(signIn ? SIGN_IN_APPS : APPS).contains(wishes.app())) {
            return problems.of(
                    request, Code.INVALID_REQUEST, signIn ? "app must be shared." : "app must be own, seat or shared.");
        }
        Beginning beginning = act.apply(wishes, wish.get());
        if (beginning instanceof Beginning.Begun begun) {
            return begun(begun, form);
        }
        MutableHttpResponse<?> problem = problems.notBegun(request, beginning, unknown);
        return form ? backToThePage(problem) : problem;
    }

    private HttpResponse<?> begun(Beginning.Begun begun, boolean form) {
        MutableHttpResponse<?> response =
                form ? HttpResponse.seeOther(begun.authorizationUrl()) : Data.ok(BegunResponse.of(begun));
        begun.flowCookie().ifPresent(proof -> flowCookie.set(response, begun.state(), proof));
        return response;
    }

    /** Somebody without scripts reads a page, not a problem document. */
    private HttpResponse<?> backToThePage(MutableHttpResponse<?> problem) {
        URI home = frontend.homeward().with("error", Problems.codeIn(problem));
        return HttpResponse.seeOther(home);
    }
}
