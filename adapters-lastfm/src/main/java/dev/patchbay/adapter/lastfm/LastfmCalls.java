package dev.patchbay.adapter.lastfm;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.oauth.Form;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.HttpCall;
import java.net.URI;
import java.util.Map;

/** Makes signed calls. All are posted, so that no token gets into an address. Safe for many threads. */
final class LastfmCalls {
    private final GuardedHttp http;
    private final URI root;

    LastfmCalls(GuardedHttp http, URI root) {
        this.http = http;
        this.root = root;
    }

    /** One call; without a shared secret none is made, because none could be signed. */
    LastfmAnswer make(ClientApp app, String method, Form parameters) {
        if (app.clientSecret().isEmpty()) {
            return new LastfmAnswer.SecretRefused();
        }
        Form call = parameters.with("method", method).with("api_key", app.clientId());
        String signature = Signature.of(call.values(), app.clientSecret().get());
        return LastfmAnswer.read(
                http.send(HttpCall.post(root, call.with(Map.of("api_sig", signature, "format", "json")))));
    }
}
