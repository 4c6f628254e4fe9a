package dev.patchbay.adapter.web.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ScopeReason;
import dev.patchbay.usecase.app.AffectedConnection;
import dev.patchbay.usecase.app.ShowApp;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person needs to register an app of their own, and how the one they brought is.
 *
 * @param console where apps are registered
 * @param redirectUri the one to register, character by character
 * @param secretNeeded whether the platform serves no app without a secret
 * @param seats how many people one app may serve, its owner included; null when there is no such limit
 * @param app null when none was brought
 * @param ended connections that ended with this very change
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record OwnAppResponse(
        String platform,
        String console,
        String redirectUri,
        boolean secretNeeded,
        @Nullable Integer seats,
        List<Scope> scopes,
        @Nullable HealthView app,
        List<EndedResponse> ended) {

    /** A permission that is asked for, and why. */
    @Serdeable.Serializable
    record Scope(String scope, String why) {
        static Scope of(ScopeReason reason) {
            return new Scope(reason.scope().value(), reason.why());
        }
    }

    static OwnAppResponse of(ShowApp.View view, List<AffectedConnection> ended, Instant now) {
        ProviderDescriptor platform = view.platform();
        var seats = platform.appTerms().seats();
        return new OwnAppResponse(
                platform.id().value(),
                platform.console().toString(),
                view.redirectUri().toString(),
                !platform.can(Capability.PUBLIC_CLIENT),
                seats.isPresent() ? seats.getAsInt() : null,
                platform.scopes().stream().map(Scope::of).toList(),
                view.app().map(health -> HealthView.of(health, platform, now)).orElse(null),
                EndedResponse.of(ended));
    }
}
