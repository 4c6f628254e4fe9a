package dev.patchbay.usecase;

import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.CodeExchange;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who came to a platform's page to consent, and the codes they left with. Used by one thread at a time. */
final class Visits {

    private record Visit(ClientAppId app, AuthorizationIntent intent, String user) {}

    private final Map<State, AuthorizationIntent> begun = new HashMap<>();
    private final Map<String, Visit> codes = new HashMap<>();
    private int made;

    void begin(AuthorizationIntent intent) {
        begun.put(intent.state(), intent);
    }

    AuthorizationIntent intentOf(State state) {
        return Optional.ofNullable(begun.get(state)).orElseThrow();
    }

    String consent(ClientAppId app, State state, String user) {
        made++;
        String code = "code-" + made;
        codes.put(code, new Visit(app, intentOf(state), user));
        return code;
    }

    /** Whose code it is, if it is good; it is spent then. */
    Optional<String> spend(ClientApp app, CodeExchange exchange) {
        return Optional.ofNullable(codes.remove(exchange.code().value().reveal()))
                .filter(visit -> visit.app().equals(app.id()))
                .filter(visit -> visit.intent().verifier().equals(exchange.verifier()))
                .filter(visit -> visit.intent().nonce().fingerprint().equals(exchange.nonceFingerprint()))
                .map(Visit::user);
    }
}
