package dev.patchbay.usecase.connection;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.port.clientapp.AppConditions;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Notes how a client app fares. App-level trouble is the app's: its connections wait, none of them is broken by it. */
public final class AppNotes {
    /** After a refusal one try in this time; the owner may have mended the app meanwhile. */
    static final Duration RETRY_AFTER_REFUSAL = Duration.ofMinutes(5);

    /** Taken when a platform asks for a pause without saying how long. */
    static final Duration USUAL_PAUSE = Duration.ofSeconds(30);

    private static final System.Logger LOG = System.getLogger(AppNotes.class.getName());

    private final AppConditions conditions;
    private final Clock clock;

    public AppNotes(AppConditions conditions, Clock clock) {
        this.conditions = conditions;
        this.clock = clock;
    }

    public AppCondition of(ClientAppId app) {
        return conditions.of(app);
    }

    public AppCondition refused(ClientAppId app, Cause cause) {
        Instant now = clock.instant();
        return note(app, new AppCondition.Blocked(cause, now, now.plus(RETRY_AFTER_REFUSAL)));
    }

    public AppCondition throttled(ClientAppId app, Cause cause, Optional<Duration> retryAfter) {
        Instant now = clock.instant();
        return note(app, new AppCondition.CoolingDown(cause, now, now.plus(retryAfter.orElse(USUAL_PAUSE))));
    }

    /**
     * The app was just seen to work; forgets what was noted against it. A pause that is not over stays: the success was
     * under way when it was asked for.
     */
    public void works(ClientAppId app) {
        boolean over =
                switch (conditions.of(app)) {
                    case AppCondition.Fine() -> false;
                    case AppCondition.Blocked blocked -> true;
                    case AppCondition.CoolingDown pause -> pause.mayCall(clock.instant());
                };
        if (over) {
            note(app, new AppCondition.Fine());
        }
    }

    /** A refused app may be tried at once: the service was started anew, which is how an operator mends a wrong secret. */
    public void started(ClientAppId app) {
        if (conditions.of(app) instanceof AppCondition.Blocked(var cause, var since, var retryAt)) {
            Instant now = clock.instant();
            if (now.isBefore(retryAt)) {
                note(app, new AppCondition.Blocked(cause, since, now));
            }
        }
    }

    private AppCondition note(ClientAppId app, AppCondition condition) {
        LOG.log(Level.WARNING, "client app {0}: {1}", app, condition);
        conditions.note(app, condition);
        return condition;
    }
}
