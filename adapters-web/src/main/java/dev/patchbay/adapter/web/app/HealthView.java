package dev.patchbay.adapter.web.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.AppTrouble;
import dev.patchbay.adapter.web.message.ListStep;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.NextAction;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.usecase.app.ShowApp;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One's own app: what was brought, but for its secret, and how it fares.
 *
 * @param previousSecretUntil how long the secret before is still tried; null when there is none
 * @param state {@code fine}, {@code blocked}, {@code cooling_down} or {@code doubted}
 * @param step what the app's owner has to do; null when nothing helps but waiting, or nothing is wrong
 * @param connections made with it that have not ended
 * @param waiting how many of them get no new token until it is well again
 * @param notListed whom the platform refused because they are not on the app's list of users
 * @param notListedStep what the owner does about it; null when there is nobody
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record HealthView(
        String clientId,
        boolean secretSet,
        String secretSince,
        @Nullable String previousSecretUntil,
        String broughtAt,
        String state,
        @Nullable String cause,
        @Nullable String words,
        @Nullable String since,
        @Nullable String retryAt,
        @Nullable String nextAction,
        @Nullable String step,
        int connections,
        int waiting,
        List<NotListedView> notListed,
        @Nullable String notListedStep) {

    static HealthView of(ShowApp.Health health, ProviderDescriptor platform, Instant now) {
        OwnApp app = health.app();
        AppTrouble trouble = AppTrouble.of(health.condition(), now);
        return new HealthView(
                app.clientId(),
                app.secret().isPresent(),
                Times.text(app.secretSince()),
                Times.text(app.previous().map(OwnApp.Previous::until)),
                Times.text(app.since()),
                trouble.state(),
                trouble.cause().map(Cause::code).orElse(null),
                trouble.cause().map(Cause::words).orElse(null),
                Times.text(trouble.since()),
                Times.text(trouble.retryAt()),
                trouble.cause().map(Cause::nextAction).map(NextAction::code).orElse(null),
                trouble.cause()
                        .flatMap(cause -> step(cause, app, platform.name()))
                        .orElse(null),
                health.connections(),
                health.waiting(),
                health.notListed().stream().map(NotListedView::of).toList(),
                health.notListed().isEmpty() ? null : ListStep.words(platform));
    }

    private static Optional<String> step(Cause cause, OwnApp app, String platformName) {
        return switch (cause) {
            case APP_REJECTED ->
                Optional.of(
                        "Copy the client secret from %s's dashboard and send it with PUT /platforms/%s/app; connections are kept."
                                .formatted(platformName, app.platform()));
            case APP_OWNER_NOT_PREMIUM ->
                Optional.of(
                        "Renew the Premium subscription of the account that owns the app at %s; it may take a few hours to count."
                                .formatted(platformName));
            default -> Optional.empty();
        };
    }
}
