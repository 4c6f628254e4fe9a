package dev.patchbay.adapter.web.session;

import dev.patchbay.adapter.web.message.Bearer;
import dev.patchbay.domain.vault.Secret;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What a request brings to prove a session, before anything is verified or asked. Safe for many threads. */
@Singleton
public final class BroughtProof {
    private final SessionCookie cookie;
    private final KnownTokens knownTokens;

    BroughtProof(SessionCookie cookie, KnownTokens knownTokens) {
        this.cookie = cookie;
        this.knownTokens = knownTokens;
    }

    /** Whether there is something, good or not. */
    public boolean isIn(HttpRequest<?> request) {
        return Bearer.isIn(request) || cookie.read(request).isPresent();
    }

    /** Whether it was found good a short while ago; whether the session still lives is not asked. */
    public boolean isKnown(HttpRequest<?> request) {
        Optional<Secret> token = Bearer.isIn(request) ? Bearer.token(request) : cookie.read(request);
        return token.isPresent() && knownTokens.knows(token.get());
    }
}
