package dev.patchbay.port.clientapp;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.provider.ProviderId;
import java.util.Optional;

/** The operator's client apps. They do not change while the service runs. */
public interface SharedApps {
    /** Empty when the operator configured none for that provider: it is then not offered with a shared app. */
    Optional<ClientApp> of(ProviderId provider);
}
