package dev.patchbay.usecase;

import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.provider.IdentityDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.AuthorizationStart;
import dev.patchbay.port.provider.CodeExchange;
import dev.patchbay.port.provider.Identification;
import dev.patchbay.port.provider.IdentityProvider;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An identity provider in memory: a code is good once, for its verifier and nonce. Safe for many threads. */
public final class FakeIdentityProvider implements IdentityProvider {

    private record Visit(AuthorizationIntent intent, ExternalIdentity identity) {}

    private final ProviderId id;
    private final IdentityDescriptor descriptor;
    private final boolean promisesIss;
    private final Map<State, AuthorizationIntent> begun = new HashMap<>();
    private final Map<String, Visit> codes = new HashMap<>();
    private final Deque<Identification> script = new ArrayDeque<>();
    private boolean down;
    private int issued;
    private int exchanges;

    /** @param promisesIss whether its redirects always carry {@code iss} (RFC 9207) */
    public FakeIdentityProvider(ProviderId id, boolean promisesIss) {
        this.id = id;
        this.descriptor = Fixtures.identityProvider(id, "The " + id);
        this.promisesIss = promisesIss;
    }

    @Override
    public IdentityDescriptor descriptor() {
        return descriptor;
    }

    public String issuer() {
        return "https://" + id + ".example";
    }

    @Override
    public synchronized AuthorizationStart authorize(ClientApp app, AuthorizationIntent intent) {
        if (down) {
            return new AuthorizationStart.Unavailable("no discovery document", Optional.empty());
        }
        begun.put(intent.state(), intent);
        return new AuthorizationStart.Ready(URI.create(
                issuer() + "/authorize?state=" + intent.state().value().reveal()));
    }

    /** Somebody signs in at our page. @return the code the redirect brings back */
    public synchronized String consent(State state, ExternalIdentity identity) {
        String code = "code-" + issuedNext();
        codes.put(code, new Visit(Optional.ofNullable(begun.get(state)).orElseThrow(), identity));
        return code;
    }

    private int issuedNext() {
        issued++;
        return issued;
    }

    @Override
    public boolean vouchesFor(Optional<String> iss) {
        return iss.map(issuer()::equals).orElse(!promisesIss);
    }

    @Override
    public synchronized Identification identify(ClientApp app, CodeExchange exchange) {
        exchanges++;
        if (!script.isEmpty()) {
            return script.remove();
        }
        Visit visit = codes.remove(exchange.code().value().reveal());
        if (visit == null || !visit.intent().verifier().equals(exchange.verifier())) {
            return new Identification.CodeRefused();
        }
        return visit.intent().nonce().fingerprint().equals(exchange.nonceFingerprint())
                ? new Identification.Identified(visit.identity())
                : new Identification.Untrusted("nonce");
    }

    public synchronized void next(Identification answer) {
        script.add(answer);
    }

    public synchronized void down(boolean isDown) {
        down = isDown;
    }

    public synchronized int exchanges() {
        return exchanges;
    }
}
