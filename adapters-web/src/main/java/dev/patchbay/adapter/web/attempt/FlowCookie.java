package dev.patchbay.adapter.web.attempt;

import dev.patchbay.adapter.web.message.BrowserCookies;
import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.vault.Secret;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The proof that a browser began a flow. Each flow has a cookie of its own, so that several go on side by side. Safe for many threads. */
@Singleton
public final class FlowCookie {
    private final BrowserCookies cookies;

    FlowCookie(BrowserCookies cookies) {
        this.cookies = cookies;
    }

    /** Gives the browser the proof, for as long as any flow lasts. */
    public void set(MutableHttpResponse<?> response, State state, Secret proof) {
        cookies.set(response, name(state), proof, Attempt.LIFE);
    }

    /** What the browser brought, good or not. */
    public Optional<Secret> read(HttpRequest<?> request, State state) {
        return cookies.read(request, name(state));
    }

    public void clear(MutableHttpResponse<?> response, State state) {
        cookies.clear(response, name(state));
    }

    private String name(State state) {
        String part = state.fingerprint().hex().substring(0, 16);
        return cookies.name("flow-" + part, "patchbay_flow_" + part);
    }
}
