package dev.patchbay.port.clientapp;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;

/** How client apps fare, remembered across processes and restarts. Safe for many threads; each method is atomic. */
public interface AppConditions {
    /** {@link AppCondition.Fine} when nothing was noted. */
    AppCondition of(ClientAppId app);

    /** Notes a condition. A block that lasts keeps the {@code since} of its first note for the same cause. */
    void note(ClientAppId app, AppCondition condition);
}
