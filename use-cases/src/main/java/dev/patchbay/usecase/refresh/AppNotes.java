package dev.patchbay.usecase.refresh;

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
    public static final Duration USUAL_PAUSE = Duration.ofSeconds(30);

    /** Between two canaries of an app whose refusals are doubted. */
    static final Duration CANARY_AFTER = Duration.ofMinutes(15);

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
                    // One good grant says nothing about the refused ones: only a canary does, and time.
                    case AppCondition.Doubted doubt -> doubt.isOver(clock.instant());
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

    /** Refusals of this app's grants are not believed for now. */
    AppCondition doubted(ClientAppId app) {
        Instant now = clock.instant();
        return note(app, new AppCondition.Doubted(now, now.plus(CANARY_AFTER)));
    }

    /** A canary came back: whatever was noted is forgotten. */
    void trusted(ClientAppId app) {
        note(app, new AppCondition.Fine());
    }

    /** Takes the one try that a blocked app is allowed now. @return false when somebody else has it */
    boolean takeTry(ClientAppId app, AppCondition.Blocked blocked) {
        return conditions.takeTry(app, blocked.retryAt(), clock.instant().plus(RETRY_AFTER_REFUSAL));
    }

    /** The one try told nothing of the app: another is allowed at once. */
    void giveTryBack(ClientAppId app, AppCondition.Blocked blocked) {
        note(app, new AppCondition.Blocked(blocked.cause(), blocked.since(), clock.instant()));
    }

    /** Takes the one canary that a doubted app is allowed now. @return false when somebody else has it */
    boolean takeCanary(ClientAppId app, AppCondition.Doubted doubt) {
        return conditions.takeTry(app, doubt.retryAt(), clock.instant().plus(CANARY_AFTER));
    }

    private AppCondition note(ClientAppId app, AppCondition condition) {
        LOG.log(
                condition instanceof AppCondition.Fine ? Level.INFO : Level.WARNING,
                "client app {0}: {1}",
                app,
                condition);
        conditions.note(app, condition);
        return condition;
    }
}
