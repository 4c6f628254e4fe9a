package dev.patchbay.adapter.web.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.Seat;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An app that the person brought, without its secret.
 *
 * @param secretKept whether one is kept
 * @param previousSecretUntil how long the one before is kept; null when there is none
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ExportedApp(
        String platform,
        String clientId,
        boolean secretKept,
        String secretSince,
        @Nullable String previousSecretUntil,
        String broughtAt) {

    static ExportedApp of(OwnApp app) {
        return new ExportedApp(
                app.platform().value(),
                app.clientId(),
                app.secret().isPresent(),
                Times.text(app.secretSince()),
                Times.text(app.previous().map(OwnApp.Previous::until)),
                Times.text(app.since()));
    }

    /**
     * A seat in the person's app; who sits there is not theirs to take along.
     *
     * @param label the person's own words
     * @param until how long the invitation is good for; null once it is taken
     */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Given(
            String platform,
            int number,
            String label,
            String offeredAt,
            @Nullable String until,
            @Nullable String takenAt) {
        static Given of(Seat seat) {
            Optional<Instant> until =
                    seat.state() instanceof Seat.State.Offered(var end) ? Optional.of(end) : Optional.empty();
            return new Given(
                    seat.app().provider().value(),
                    seat.number(),
                    seat.label().value(),
                    Times.text(seat.offeredAt()),
                    Times.text(until),
                    Times.text(timeTaken(seat)));
        }
    }

    /** A seat in somebody else's app. @param label what its owner wrote of the person */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Held(
            String platform,
            int number,
            String label,
            String offeredAt,
            @Nullable String takenAt) {
        static Held of(Seat seat) {
            return new Held(
                    seat.app().provider().value(),
                    seat.number(),
                    seat.label().value(),
                    Times.text(seat.offeredAt()),
                    Times.text(timeTaken(seat)));
        }
    }

    private static Optional<Instant> timeTaken(Seat seat) {
        return seat.state() instanceof Seat.State.Taken(var by, var since) ? Optional.of(since) : Optional.empty();
    }
}
