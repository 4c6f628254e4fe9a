package dev.patchbay.adapter.web.session;

import com.nimbusds.jose.jwk.JWKSet;
import dev.patchbay.adapter.web.settings.WebSettings;
import dev.patchbay.port.vault.KeptSecrets;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs sessions, had from the store when it is first needed: a store that is away at that moment is an outage
 * of one request, not of the process. Safe for many threads.
 */
@Singleton
final class SigningKey {
    private final WebSettings settings;
    private final KeptSecrets kept;
    private volatile @Nullable Signing known;

    SigningKey(WebSettings settings, KeptSecrets kept) {
        this.settings = settings;
        this.kept = kept;
    }

    /** @throws dev.patchbay.port.StoreUnavailable when it is not known yet and the store does not answer */
    Signing signing() {
        Signing ready = known;
        return ready != null ? ready : load();
    }

    /** The public parts. */
    JWKSet publicKeys() {
        return signing().publicKeys();
    }

    private synchronized Signing load() {
        Signing ready = known;
        if (ready == null) {
            ready = Signing.of(settings.signing(), kept);
            known = ready;
        }
        return ready;
    }
}
