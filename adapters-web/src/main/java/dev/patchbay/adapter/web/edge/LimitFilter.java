package dev.patchbay.adapter.web.edge;

import dev.patchbay.adapter.web.limit.Family;
import dev.patchbay.adapter.web.limit.Limits;
import dev.patchbay.adapter.web.problem.Problems;
import dev.patchbay.adapter.web.session.BroughtProof;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds back addresses that ask too often without a session, or with sessions that are none. Whoever brings a session that is known to be
 * good is let through, also from such an address. What sessions and accounts may ask is counted where they are proven.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class LimitFilter implements Ordered {
    private final Limits limits;
    private final BroughtProof proof;
    private final Problems problems;

    LimitFilter(Limits limits, BroughtProof proof, Problems problems) {
        this.limits = limits;
        this.proof = proof;
        this.problems = problems;
    }

    /** Inside the filters that cost less than counting does. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 2200;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> before(HttpRequest<?> request) {
        long wait = BodySizeFilter.readsAsItComes(request) ? 0 : count(request);
        return wait == 0 ? null : problems.tooManyRequests(request, Duration.ofNanos(wait));
    }

    @ResponseFilter
    void after(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.code() == HttpStatus.UNAUTHORIZED.getCode() && proof.isIn(request)) {
            limits.takeForAddress(request, Family.REFUSED);
        }
    }

    private long count(HttpRequest<?> request) {
        Optional<Family> family = Limits.familyOf(request);
        if (family.isPresent() && family.get().isOfAddress()) {
            return limits.takeForAddress(request, family.get());
        }
        if (!proof.isIn(request)) {
            return limits.takeForAddress(request, Family.STRANGER);
        }
        long wait = limits.lookForAddress(request, Family.REFUSED);
        boolean handOut = family.isPresent() && family.get() == Family.HAND_OUT;
        if (wait == 0 && handOut || proof.isKnown(request)) {
            return 0;
        }
        return wait > 0 ? wait : limits.takeForAddress(request, Family.STRANGER);
    }
}
