package dev.patchbay.port.clientapp;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import java.time.Instant;

/** How client apps fare, remembered across processes and restarts. Safe for many threads; each method is atomic. */
public interface AppConditions {
    /** {@link AppCondition.Fine} when nothing was noted. */
    AppCondition of(ClientAppId app);

    /**
     * Notes a condition. A block or doubt that lasts keeps the {@code since} of its first note for the same cause.
     *
     * @return whether this changed how the app fares: false for a block or doubt that lasts, and for "fine" where nothing was noted. A
     *     pause always counts as a change. Of several who note the same trouble at once exactly one hears true
     */
    boolean note(ClientAppId app, AppCondition condition);

    /**
     * Takes the one try that a blocked app, or one of a doubted app's refused connections, is allowed, by moving its {@code retryAt}.
     *
     * @return false when somebody else took it, or the app's condition changed
     */
    boolean takeTry(ClientAppId app, Instant retryAt, Instant next);
}
