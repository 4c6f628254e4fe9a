package dev.patchbay.usecase.sim;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scope;
import dev.patchbay.domain.provider.ScopeReason;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.Fixtures;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known about the one provider of a universe before anything happens. */
final class Provider {
    private static final ProviderId ID = new ProviderId("sim");
    private static final URI HOME = URI.create("https://sim.example");
    private static final URI CALLBACK = URI.create("https://patchbay.example/platforms/sim/callback");

    private Provider() {}

    static ProviderDescriptor descriptor(GrantClass grantClass) {
        return new ProviderDescriptor(
                ID,
                "Simulated",
                HOME,
                HOME,
                List.of(new ScopeReason(new Scope("play"), "to play")),
                Set.of(Capability.REFRESH, Capability.REVOKE),
                grantClass,
                Optional.empty(),
                Optional.empty(),
                Duration.ofMinutes(5),
                List.of());
    }

    static ClientApp app(String name) {
        return new ClientApp(
                new ClientAppId(ID, "app-" + name), ClientApp.Kind.SHARED, Optional.of(Secret.of("secret")), CALLBACK);
    }

    static ExternalIdentity identity(int number) {
        return new ExternalIdentity(
                Fixtures.GOOGLE,
                "https://google.example",
                "subject-" + number,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
