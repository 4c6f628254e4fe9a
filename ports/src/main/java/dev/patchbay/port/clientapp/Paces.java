package dev.patchbay.port.clientapp;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.Pace;

/** How many calls an app may make; the operator's word, which does not change while the service runs. */
@FunctionalInterface
public interface Paces {
    Pace of(ClientAppId app);
}
