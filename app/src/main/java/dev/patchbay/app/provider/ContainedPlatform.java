package dev.patchbay.app.provider;

import dev.patchbay.domain.clientapp.AppFindings;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.AuthorizationStart;
import dev.patchbay.port.provider.CodeExchange;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.provider.RedirectTrap;
import dev.patchbay.port.provider.TokensInHand;
import java.net.URI;
import java.util.Optional;

/** A plug-in's platform. What it throws against its promise is an outage of it, and of nobody else. */
final class ContainedPlatform implements MusicPlatform {
    private final MusicPlatform plugin;
    private final ProviderDescriptor descriptor;
    private final Containment containment;

    private ContainedPlatform(MusicPlatform plugin, ProviderDescriptor descriptor) {
        this.plugin = plugin;
        this.descriptor = descriptor;
        this.containment = new Containment(descriptor.id());
    }

    static MusicPlatform of(MusicPlatform plugin) {
        return new ContainedPlatform(plugin, plugin.descriptor());
    }

    /** The one it was loaded with, whatever it would say now. */
    @Override
    public ProviderDescriptor descriptor() {
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
    public String codeParameter() {
        return containment.call(plugin::codeParameter, () -> "code");
    }

    /** One that cannot say whether a grant is of use is asked who it belongs to, and then it shows. */
    @Override
    public Optional<Cause> objectionTo(TokenAnswer.Granted granted, Scopes asked) {
        return containment.call(() -> plugin.objectionTo(granted, asked), Optional::empty);
    }

    @Override
    public Optional<String> advice(Clocks clocks) {
        return containment.call(() -> plugin.advice(clocks), Optional::empty);
    }

    @Override
    public TokenAnswer exchange(ClientApp app, CodeExchange exchange) {
        return containment.call(() -> plugin.exchange(app, exchange), ContainedPlatform::unavailable);
    }

    @Override
    public TokenAnswer refresh(ClientApp app, Secret refreshToken) {
        return containment.call(() -> plugin.refresh(app, refreshToken), ContainedPlatform::unavailable);
    }

    /** The call may have been made before it failed. */
    private static TokenAnswer unavailable() {
        return new TokenAnswer.Unavailable(Containment.WHY, Optional.empty());
    }

    @Override
    public WhoAnswer whoIs(ClientApp app, Secret accessToken) {
        return containment.call(
                () -> plugin.whoIs(app, accessToken),
                () -> new WhoAnswer.Unavailable(Containment.WHY, Optional.empty()));
    }

    @Override
    public Revocation revoke(ClientApp app, TokensInHand tokens) {
        return containment.call(() -> plugin.revoke(app, tokens), () -> Revocation.FAILED);
    }

    @Override
    public AppFindings check(ClientApp app) {
        return containment.call(
                () -> plugin.check(app), () -> AppFindings.none("The plug-in failed when it was asked to check it."));
    }

    @Override
    public Optional<RedirectTrap> redirectTrap(URI redirectUri) {
        return containment.call(() -> plugin.redirectTrap(redirectUri), Optional::empty);
    }
}
