package dev.patchbay.adapter.web.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.AppTrouble;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.usecase.operator.Overview;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An app, without whose it is.
 *
 * @param kind {@code shared} or {@code own}
 * @param state as {@link AppTrouble} says, or {@code missing} for one of the operator's that is not in the settings any more
 * @param seatLimit null when the platform sets none
 * @param notListed how many people the platform refused because they are not on the app's list
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record AppView(
        String platform,
        String kind,
        String state,
        @Nullable String cause,
        @Nullable String words,
        @Nullable String since,
        @Nullable String retryAt,
        CountsView connections,
        long seatsUsed,
        @Nullable Integer seatLimit,
        int notListed,
        CallsView calls) {

    static AppView of(Overview.App app, Instant now) {
        AppTrouble trouble = app.configured()
                ? AppTrouble.of(app.condition(), now)
                : new AppTrouble("missing", Optional.of(Cause.APP_MISSING), Optional.empty(), Optional.empty());
        return new AppView(
                app.platform().value(),
                app.kind() == ClientApp.Kind.SHARED ? "shared" : "own",
                trouble.state(),
                trouble.cause().map(Cause::code).orElse(null),
                trouble.cause().map(Cause::words).orElse(null),
                Times.text(trouble.since()),
                Times.text(trouble.retryAt()),
                CountsView.of(app.connections()),
                app.seatsUsed(),
                app.seatLimit().isPresent() ? app.seatLimit().getAsInt() : null,
                app.notListed(),
                CallsView.of(app.calls()));
    }

    @Serdeable.Serializable
    record CountsView(long active, long waiting, long needReconnect, long quarantined) {
        static CountsView of(Overview.Counts counts) {
            return new CountsView(counts.active(), counts.waiting(), counts.ended(), counts.quarantined());
        }
    }

    /** @param wholeAt when all of them may be made again; null when they may */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CallsView(
            int left, int atOnce, long perMinute, @Nullable String wholeAt) {
        static CallsView of(Overview.Calls calls) {
            return new CallsView(
                    calls.left(), calls.atOnce(), Math.round(calls.perSecond() * 60), Times.text(calls.wholeAt()));
        }
    }
}
