package dev.patchbay.oauth;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.provider.PlatformStage;
import dev.patchbay.port.provider.StageCall;
import dev.patchbay.port.provider.StageFault;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.sandbox.lastfm.SandboxLastfm;
import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.web.Parameters;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The sandbox's Last.fm, which speaks no OAuth, with the adapter under test pointed at it. The person is Ann. */
public final class SandboxLastfmStage implements PlatformStage {
    private final LogWatch log = new LogWatch();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final GuardedHttp http;
    private final MusicPlatform platform;
    private final ClientApp app = new ClientApp(
            new ClientAppId(new ProviderId("lastfm"), SandboxOptions.LASTFM_CLIENT.id()),
            ClientApp.Kind.SHARED,
            Optional.of(Secret.of(SandboxOptions.LASTFM_CLIENT.secret())),
            URI.create("http://127.0.0.1:8080/platforms/lastfm/callback"));

    /** The adapter gets the HTTP client and the sandbox it has to be pointed at. */
    public SandboxLastfmStage(Duration patience, BiFunction<GuardedHttp, SandboxLastfm, MusicPlatform> adapter) {
        this.http = new GuardedHttp(Clock.systemUTC(), patience);
        this.platform = adapter.apply(http, sandbox.lastfm());
    }

    /** The outside world, for what only one provider's test needs. */
    public Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public MusicPlatform platform() {
        return platform;
    }

    @Override
    public ClientApp app() {
        return app;
    }

    @Override
    public boolean speaksOAuth() {
        return false;
    }

    /** In the query of the address to come back to. */
    @Override
    public Optional<String> stateIn(URI authorizationUrl) {
        return Parameters.parse(authorizationUrl.getRawQuery()).get("cb").flatMap(back -> Parameters.parse(
                        URI.create(back).getRawQuery())
                .get("state"));
    }

    @Override
    public String tokenType() {
        return "LastfmSession";
    }

    @Override
    public Set<StageFault> unknownFaults() {
        return Set.of(StageFault.QUOTA_EXCEEDED);
    }

    @Override
    public URI approve(URI authorizationUrl) {
        return sandbox.lastfm().approve(authorizationUrl, SandboxStage.PERSON);
    }

    @Override
    public URI cancel(URI authorizationUrl) {
        return sandbox.lastfm().cancel(authorizationUrl);
    }

    @Override
    public void withdraw() {
        sandbox.lastfm().withdraw(SandboxStage.PERSON);
    }

    @Override
    public void next(StageCall call, StageFault fault) {
        sandbox.lastfm().script(SandboxStage.faultOf(fault).at(SandboxStage.endpoint(call)));
    }

    @Override
    public int arrived(StageCall call) {
        return arrived(SandboxStage.endpoint(call));
    }

    @Override
    public int arrivedInAll() {
        return Arrays.stream(Endpoint.values())
                .filter(endpoint -> endpoint != Endpoint.AUTHORIZE)
                .mapToInt(this::arrived)
                .sum();
    }

    private int arrived(Endpoint endpoint) {
        return sandbox.ledger().calls("lastfm", endpoint);
    }

    @Override
    public Set<String> issuedSecrets() {
        return sandbox.ledger().issuedSecrets();
    }

    @Override
    public String log() {
        return log.text();
    }

    @Override
    public void close() {
        http.close();
        sandbox.close();
        log.close();
    }
}
