package dev.patchbay.adapter.web.session;

import dev.patchbay.adapter.web.message.Bearer;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.session.SessionTokens;
import dev.patchbay.usecase.session.ProveSession;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Who a request comes from, by bearer token (RFC 6750) or session cookie. A bearer token wins, also when it is not good.
 * Proving a session asks the store, so callers are on threads that may wait. Safe for many threads.
 */
@Singleton
public final class Callers {
    private final SessionTokens tokens;
    private final SessionCookie cookie;
    private final ProveSession proveSession;
    private final Problems problems;

    Callers(SessionTokens tokens, SessionCookie cookie, ProveSession proveSession, Problems problems) {
        this.tokens = tokens;
        this.cookie = cookie;
        this.proveSession = proveSession;
        this.problems = problems;
    }

    /** For acts that prove the session themselves, in the same look at the store. 401 without a good token. */
    public HttpResponse<?> claimed(HttpRequest<?> request, Function<SessionClaim, HttpResponse<?>> act) {
        Optional<SessionClaim> claim = claim(request);
        return claim.isPresent() ? act.apply(claim.get()) : problems.unauthenticated(request);
    }

    /** 401 without a good token of a living session. */
    public HttpResponse<?> signedIn(HttpRequest<?> request, Function<SignedIn, HttpResponse<?>> act) {
        return signedIn(request, (who, claim) -> act.apply(who));
    }

    /** As the other, for acts that need the claim as well. */
    public HttpResponse<?> signedIn(HttpRequest<?> request, BiFunction<SignedIn, SessionClaim, HttpResponse<?>> act) {
        return claimed(request, claim -> {
            Optional<SignedIn> who = proveSession.prove(claim);
            return who.isPresent() ? act.apply(who.get(), claim) : problems.unauthenticated(request);
        });
    }

    /** Who it is, if anybody. */
    public Optional<SignedIn> present(HttpRequest<?> request) {
        return claim(request).flatMap(proveSession::prove);
    }

    private Optional<SessionClaim> claim(HttpRequest<?> request) {
        if (Bearer.isIn(request)) {
            return Bearer.token(request).flatMap(tokens::verify);
        }
        return cookie.read(request).flatMap(tokens::verify);
    }
}
