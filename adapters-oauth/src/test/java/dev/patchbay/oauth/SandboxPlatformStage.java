package dev.patchbay.oauth;

import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.provider.PlatformStage;
import dev.patchbay.port.provider.StageCall;
import dev.patchbay.port.provider.StageFault;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.sandbox.party.OAuthParty;
import dev.patchbay.sandbox.party.Party;
import dev.patchbay.sandbox.party.SandboxClient;
import dev.patchbay.sandbox.played.Script;
import java.time.Duration;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A music platform of the sandbox, with the adapter under test pointed at it. */
public final class SandboxPlatformStage extends SandboxStage implements PlatformStage {
    private final MusicPlatform platform;
    private final String tokenType;
    private final Set<StageFault> unknownFaults;

    private SandboxPlatformStage(
            String provider,
            SandboxClient client,
            Function<Sandbox, OAuthParty> party,
            Duration patience,
            BiFunction<GuardedHttp, Sandbox, MusicPlatform> adapter) {
        this(provider, client, party, patience, adapter, "Bearer", Set.of());
    }

    private SandboxPlatformStage(
            String provider,
            SandboxClient client,
            Function<Sandbox, OAuthParty> party,
            Duration patience,
            BiFunction<GuardedHttp, Sandbox, MusicPlatform> adapter,
            String tokenType,
            Set<StageFault> unknownFaults) {
        super(provider, client, party, patience);
        this.platform = adapter.apply(http(), sandbox());
        this.tokenType = tokenType;
        this.unknownFaults = unknownFaults;
    }

    /** Spotify; the adapter gets the HTTP client and the sandbox it has to be pointed at. */
    public static SandboxPlatformStage spotify(
            Duration patience, BiFunction<GuardedHttp, Sandbox, MusicPlatform> adapter) {
        return new SandboxPlatformStage("spotify", SandboxOptions.SPOTIFY_CLIENT, Sandbox::spotify, patience, adapter);
    }

    /** SoundCloud; its API's token type is {@code OAuth}, and no quota is known. */
    public static SandboxPlatformStage soundcloud(
            Duration patience, BiFunction<GuardedHttp, Sandbox, MusicPlatform> adapter) {
        return new SandboxPlatformStage(
                "soundcloud",
                SandboxOptions.SOUNDCLOUD_CLIENT,
                Sandbox::soundcloud,
                patience,
                adapter,
                "OAuth",
                Set.of(StageFault.QUOTA_EXCEEDED));
    }

    /** YouTube: its tokens are Google's, its API is its own. */
    public static SandboxPlatformStage youtube(
            Duration patience, BiFunction<GuardedHttp, Sandbox, MusicPlatform> adapter) {
        return new SandboxPlatformStage("youtube", SandboxOptions.GOOGLE_CLIENT, Sandbox::google, patience, adapter);
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
    Party partyOf(StageCall call) {
        return call == StageCall.PROFILE && app().id().provider().value().equals("youtube")
                ? sandbox().youtube()
                : super.partyOf(call);
    }

    @Override
    public String tokenType() {
        return tokenType;
    }

    @Override
    public Set<StageFault> unknownFaults() {
        return unknownFaults;
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
