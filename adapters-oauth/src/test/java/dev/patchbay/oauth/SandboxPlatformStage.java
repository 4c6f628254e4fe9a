package dev.patchbay.oauth;

import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.provider.PlatformStage;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.sandbox.party.OAuthParty;
import dev.patchbay.sandbox.party.SandboxClient;
import dev.patchbay.sandbox.played.Script;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A music platform of the sandbox, with the adapter under test pointed at it. */
public final class SandboxPlatformStage extends SandboxStage implements PlatformStage {
    private final MusicPlatform platform;

    private SandboxPlatformStage(
            String provider,
            SandboxClient client,
            Function<Sandbox, OAuthParty> party,
            Duration patience,
            BiFunction<GuardedHttp, Sandbox, MusicPlatform> adapter) {
        super(provider, client, party, patience);
        this.platform = adapter.apply(http(), sandbox());
    }

    /** Spotify; the adapter gets the HTTP client and the sandbox it has to be pointed at. */
    public static SandboxPlatformStage spotify(
            Duration patience, BiFunction<GuardedHttp, Sandbox, MusicPlatform> adapter) {
        return new SandboxPlatformStage("spotify", SandboxOptions.SPOTIFY_CLIENT, Sandbox::spotify, patience, adapter);
    }

    /** Google, for platforms that live there. Refresh tokens come with {@code access_type=offline}. */
    public static SandboxPlatformStage google(
            Duration patience, BiFunction<GuardedHttp, Sandbox, MusicPlatform> adapter) {
        return new SandboxPlatformStage("google", SandboxOptions.GOOGLE_CLIENT, Sandbox::google, patience, adapter);
    }

    /**
     * The platform that this module offers, played as {@value Script#RESOURCE} on the class path says.
     *
     * @throws AssertionError when the module offers more than one
     */
    public static SandboxPlatformStage played(Duration patience, ProviderModule module) {
        Script script = PlayedScript.of(module.getClass());
        PlayedScript played = new PlayedScript(script);
        return new SandboxPlatformStage(
                script.party(),
                script.client(),
                played::open,
                patience,
                (http, sandbox) -> played.platform(http, module));
    }

    @Override
    public MusicPlatform platform() {
        return platform;
    }

    @Override
    public void withdraw() {
        party().withdraw(PERSON);
    }
}
