package dev.patchbay.app.provider;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.provider.IdentityDescriptor;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.AuthorizationStart;
import dev.patchbay.port.provider.CodeExchange;
import dev.patchbay.port.provider.Identification;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.port.provider.RedirectTrap;
import java.net.URI;
import java.util.Optional;

/** A plug-in's identity provider; as {@link ContainedPlatform}. An identity under another provider's name proves nothing. */
final class ContainedIdentity implements IdentityProvider {
    private final IdentityProvider plugin;
    private final IdentityDescriptor descriptor;
    private final Containment containment;

    private ContainedIdentity(IdentityProvider plugin, IdentityDescriptor descriptor) {
        this.plugin = plugin;
        this.descriptor = descriptor;
        this.containment = new Containment(descriptor.id());
    }

    static IdentityProvider of(IdentityProvider plugin) {
        return new ContainedIdentity(plugin, plugin.descriptor());
    }

    @Override
    public IdentityDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public AuthorizationStart authorize(ClientApp app, AuthorizationIntent intent) {
        return containment.call(
                () -> plugin.authorize(app, intent),
                () -> new AuthorizationStart.Unavailable(Containment.WHY, Optional.empty()));
    }

    @Override
    public boolean vouchesFor(Optional<String> iss) {
        return containment.call(() -> plugin.vouchesFor(iss), () -> false);
    }

    @Override
    public Identification identify(ClientApp app, CodeExchange exchange) {
        Identification answer = containment.call(
                () -> plugin.identify(app, exchange),
                () -> new Identification.Unavailable(Containment.WHY, Optional.empty()));
        return answer instanceof Identification.Identified(var identity)
                        && !identity.provider().equals(descriptor.id())
                ? new Identification.Untrusted("an identity of another provider")
                : answer;
    }

    @Override
    public Optional<RedirectTrap> redirectTrap(URI redirectUri) {
        return containment.call(() -> plugin.redirectTrap(redirectUri), Optional::empty);
    }
}
