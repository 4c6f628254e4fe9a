package dev.patchbay.adapter.web.session;

import dev.patchbay.adapter.web.limit.Family;
import dev.patchbay.adapter.web.limit.Limits;
import dev.patchbay.adapter.web.message.Bearer;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.session.SessionTokens;
import dev.patchbay.usecase.session.ProveSession;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

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
    private final Limits limits;

    Callers(SessionTokens tokens, SessionCookie cookie, ProveSession proveSession, Problems problems, Limits limits) {
        this.tokens = tokens;
        this.cookie = cookie;
        this.proveSession = proveSession;
        this.problems = problems;
        this.limits = limits;
    }

    /**
     * For acts that prove the session themselves, in the same look at the store. 401 without a good token, 429 when the session asks
     * too often.
     */
    public HttpResponse<?> claimed(HttpRequest<?> request, Function<SessionClaim, HttpResponse<?>> act) {
        Optional<SessionClaim> claim = claim(request);
        if (claim.isEmpty()) {
            return problems.unauthenticated(request);
        }
        // Not the account: somebody with a token of an ended session would keep its owner out.
        return within(claim.get().session(), request, () -> act.apply(claim.get()));
    }

    /** 401 without a good token of a living session, 429 when its account asks too often. */
    public HttpResponse<?> signedIn(HttpRequest<?> request, Function<SignedIn, HttpResponse<?>> act) {
        return signedIn(request, (who, claim) -> act.apply(who));
    }

    /** As the other, for acts that need the claim as well. */
    public HttpResponse<?> signedIn(HttpRequest<?> request, BiFunction<SignedIn, SessionClaim, HttpResponse<?>> act) {
        Optional<SessionClaim> claim = claim(request);
        Optional<SignedIn> who = claim.flatMap(proveSession::prove);
        return claim.isPresent() && who.isPresent()
                ? within(who.get().account(), request, () -> act.apply(who.get(), claim.get()))
                : problems.unauthenticated(request);
    }

    private HttpResponse<?> within(Object sessionOrAccount, HttpRequest<?> request, Supplier<HttpResponse<?>> act) {
        Family family = Limits.familyOf(request)
                .filter(special -> !special.isOfAddress())
                .orElse(Family.MEMBER);
        long wait = limits.takeFor(sessionOrAccount, family);
        return wait == 0 ? act.get() : problems.tooManyRequests(request, Duration.ofNanos(wait));
    }

    /** Who it is, if anybody. */
    public Optional<SignedIn> present(HttpRequest<?> request) {
        return caller(request).map(Caller::who);
    }

    /** Somebody, and what their session token says. */
    public record Caller(SignedIn who, SessionClaim claim) {}

    /** As {@link #present}, with the claim. */
    public Optional<Caller> caller(HttpRequest<?> request) {
        return claim(request).flatMap(claim -> proveSession.prove(claim).map(who -> new Caller(who, claim)));
    }

    private Optional<SessionClaim> claim(HttpRequest<?> request) {
        if (Bearer.isIn(request)) {
            return Bearer.token(request).flatMap(tokens::verify);
        }
        return cookie.read(request).flatMap(tokens::verify);
    }
}
