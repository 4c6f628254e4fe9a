package dev.patchbay.adapter.web;

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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Knows people by the one-time codes it gave out. */
final class FakeIdentityProvider implements IdentityProvider {
    private final ProviderId id;
    private final IdentityDescriptor descriptor;
    private final Map<String, Identification> answers = new ConcurrentHashMap<>();
    private final AtomicInteger exchanges = new AtomicInteger();
    private volatile boolean down;

    FakeIdentityProvider(ProviderId id, String name) {
        this.id = id;
        this.descriptor = Fixtures.identityProvider(id, name);
    }

    /** A code with which that person comes back. */
    String consentOf(ExternalIdentity person) {
        return answering(new Identification.Identified(person));
    }

    String answering(Identification answer) {
        String code = "code-at-" + id + "-" + java.util.UUID.randomUUID();
        answers.put(code, answer);
        return code;
    }

    int exchanges() {
        return exchanges.get();
    }

    void goDown() {
        down = true;
    }

    String issuer() {
        return "https://" + id + ".example";
    }

    @Override
    public IdentityDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public AuthorizationStart authorize(ClientApp app, AuthorizationIntent intent) {
        return down
                ? new AuthorizationStart.Unavailable("down", Optional.of(java.time.Duration.ofSeconds(7)))
                : new AuthorizationStart.Ready(URI.create(
                        issuer() + "/authorize?state=" + intent.state().value().reveal()));
    }

    @Override
    public boolean vouchesFor(Optional<String> iss) {
        return iss.isEmpty() || iss.get().equals(issuer());
    }

    @Override
    public Identification identify(ClientApp app, CodeExchange exchange) {
        exchanges.incrementAndGet();
        Identification answer = answers.remove(exchange.code().value().reveal());
        return answer == null ? new Identification.CodeRefused() : answer;
    }
}
