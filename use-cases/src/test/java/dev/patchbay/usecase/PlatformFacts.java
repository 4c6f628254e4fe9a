package dev.patchbay.usecase;

import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scope;
import dev.patchbay.domain.provider.ScopeReason;
import java.net.URI;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of a fake platform. */
final class PlatformFacts {

    private PlatformFacts() {}

    static ProviderDescriptor of(
            ProviderId id,
            GrantClass grantClass,
            Set<Capability> can,
            Optional<Duration> idleLife,
            Optional<Period> consentLength,
            Duration accessLife) {
        return new ProviderDescriptor(
                id,
                "The " + id,
                URI.create("https://console." + id + ".example"),
                URI.create("https://" + id + ".example/apps"),
                List.of(
                        new ScopeReason(new Scope("playlist-read-private"), "to show playlists"),
                        new ScopeReason(new Scope("user-read-email"), "to say who it is")),
                can,
                grantClass,
                idleLife,
                consentLength,
                accessLife,
                List.of());
    }

    /** How a platform of that class behaves that is as it says. */
    static TokenHabit habitOf(GrantClass grantClass) {
        return switch (grantClass) {
            case GrantClass.NonRotating() -> TokenHabit.KEEPS;
            case GrantClass.Overlap() -> TokenHabit.ADDS;
            case GrantClass.Grace(var window) -> TokenHabit.REPLACES_SOON;
            case GrantClass.Strict() -> TokenHabit.REPLACES;
            case GrantClass.StrictRevoke() -> TokenHabit.REVOKES;
        };
    }

    static Duration windowOf(GrantClass grantClass) {
        return grantClass instanceof GrantClass.Grace(var window) ? window : Duration.ZERO;
    }
}
