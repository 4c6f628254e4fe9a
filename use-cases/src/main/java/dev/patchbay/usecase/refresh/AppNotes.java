package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.clientapp.AppConditions;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Notes how a client app fares. App-level trouble is the app's: its connections wait, none of them is broken by it. Whoever brought the
 * app is told once, by their account's activity, when the platform begins to refuse it and when it serves it again.
 */
public final class AppNotes {
    /** After a refusal one try in this time; the owner may have mended the app meanwhile. */
    static final Duration RETRY_AFTER_REFUSAL = Duration.ofMinutes(5);

    /** Taken when a platform asks for a pause without saying how long. */
    public static final Duration USUAL_PAUSE = Duration.ofSeconds(30);

    /** Between two canaries of an app whose refusals are doubted. */
    static final Duration CANARY_AFTER = Duration.ofMinutes(15);

    private static final System.Logger LOG = System.getLogger(AppNotes.class.getName());

    private final AppConditions conditions;
    private final Activity activity;
    private final Clock clock;

    public AppNotes(AppConditions conditions, Activity activity, Clock clock) {
        this.conditions = conditions;
        this.activity = activity;
        this.clock = clock;
    }

    public AppCondition of(ClientAppId app) {
        return conditions.of(app);
    }

    public AppCondition refused(ClientAppId app, Cause cause) {
        Instant now = clock.instant();
        var blocked = new AppCondition.Blocked(cause, now, now.plus(RETRY_AFTER_REFUSAL));
        if (note(app, blocked)) {
            tellOwner(app, Event.Kind.APP_BLOCKED, cause.code());
        }
        return blocked;
    }

    public AppCondition throttled(ClientAppId app, Cause cause, Optional<Duration> retryAfter) {
        Instant now = clock.instant();
        var pause = new AppCondition.CoolingDown(cause, now, now.plus(retryAfter.orElse(USUAL_PAUSE)));
        note(app, pause);
        return pause;
    }

    /**
     * The app was just seen to work; forgets what was noted against it. A pause that is not over stays: the success was
     * under way when it was asked for.
     */
    public void works(ClientAppId app) {
        AppCondition noted = conditions.of(app);
        boolean over =
                switch (noted) {
                    case AppCondition.Fine() -> false;
                    case AppCondition.Blocked blocked -> true;
                    // One good grant says nothing about the refused ones: only a canary does, and time.
                    case AppCondition.Doubted doubt -> doubt.isOver(clock.instant());
                    case AppCondition.CoolingDown pause -> pause.mayCall(clock.instant());
                };
        if (over && note(app, new AppCondition.Fine()) && noted instanceof AppCondition.Blocked) {
            tellOwner(app, Event.Kind.APP_WELL, "");
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
        var doubt = new AppCondition.Doubted(now, now.plus(CANARY_AFTER));
        note(app, doubt);
        return doubt;
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

    /** The note is what counts; word of it is not worth failing what noted it. */
    private void tellOwner(ClientAppId app, Event.Kind kind, String detail) {
        if (app.owner().isEmpty()) {
            return;
        }
        try {
            activity.add(new Event(app.owner().get(), kind, Optional.of(app.provider()), detail, clock.instant()));
        } catch (StoreUnavailable | IllegalStateException goneOrOutage) {
            LOG.log(Level.WARNING, "the owner of client app {0} was not told: {1}", app, kind);
        }
    }

    /** @return whether this changed how the app fares */
    private boolean note(ClientAppId app, AppCondition condition) {
        LOG.log(
                condition instanceof AppCondition.Fine ? Level.INFO : Level.WARNING,
                "client app {0}: {1}",
                app,
                condition);
        return conditions.note(app, condition);
    }
}
