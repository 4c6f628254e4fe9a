package dev.patchbay.port.clientapp;

import dev.patchbay.domain.provider.ProviderId;
import java.net.URI;

/** Where providers send people back to; configured, never taken from a request, and the same while the service runs. */
@FunctionalInterface
public interface RedirectUris {
    /** The exact redirect URI to register with an app at that provider. */
    URI redirectUriOf(ProviderId provider);
}
