package dev.patchbay.oauth;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.provider.ProviderStage;
import dev.patchbay.port.provider.StageCall;
import dev.patchbay.port.provider.StageFault;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.party.Fault;
import dev.patchbay.sandbox.party.OAuthParty;
import dev.patchbay.sandbox.party.Party;
import dev.patchbay.sandbox.party.RotationMode;
import dev.patchbay.sandbox.party.SandboxClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A party of the sandbox as a contract's stage. The person is Ann. */
public abstract sealed class SandboxStage implements ProviderStage permits SandboxPlatformStage, SandboxIdentityStage {
    /** Who visits. */
    public static final String PERSON = "ann";

    private final LogWatch log = new LogWatch();
    private final Path journal = journal();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withJournal(journal));
    private final GuardedHttp http;
    private final OAuthParty party;
    private final ClientApp app;

    SandboxStage(String provider, SandboxClient client, Function<Sandbox, OAuthParty> party, Duration patience) {
        this.http = new GuardedHttp(Clock.systemUTC(), patience);
        this.party = party.apply(sandbox);
        this.app = new ClientApp(
                new ClientAppId(new ProviderId(provider), client.id()),
                ClientApp.Kind.SHARED,
                Optional.of(Secret.of(client.secret())),
                URI.create("http://127.0.0.1:8080/" + provider + "/callback"));
    }

    private static Path journal() {
        try {
            Path journal = Files.createTempFile("stage", ".journal");
            SigningKeyOnce.writeTo(journal);
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outside world, for what only one provider's test needs. */
    public final Sandbox sandbox() {
        return sandbox;
    }

    /** The client to call it with; patient as the stage was opened. */
    public final GuardedHttp http() {
        return http;
    }

    final OAuthParty party() {
        return party;
    }

    /** Where calls of that kind arrive; at the party itself, but where its API is another's. */
    Party partyOf(StageCall call) {
        return party;
    }

    @Override
    public final ClientApp app() {
        return app;
    }

    @Override
    public final URI approve(URI authorizationUrl) {
        return party.approve(authorizationUrl, PERSON);
    }

    @Override
    public final URI cancel(URI authorizationUrl) {
        return party.cancel(authorizationUrl);
    }

    @Override
    public final void next(StageCall call, StageFault fault) {
        if (fault == StageFault.NEW_REFRESH_TOKEN) {
            party.rotation(new RotationMode.Rotate());
        } else {
            partyOf(call).script(faultOf(fault).at(endpoint(call)));
        }
    }

    static Fault faultOf(StageFault fault) {
        return switch (fault) {
            case SILENCE -> Fault.Kind.HANG;
            case BAD_GATEWAY -> Fault.Kind.BAD_GATEWAY;
            case UNAVAILABLE_FOR_7_SECONDS -> Fault.Kind.UNAVAILABLE.lasting(Duration.ofSeconds(7));
            case THROTTLED_FOR_A_DAY -> Fault.Kind.TOO_MANY_REQUESTS;
            case QUOTA_EXCEEDED -> Fault.Kind.QUOTA_EXCEEDED;
            case HTML_FOR_JSON -> Fault.Kind.NOT_JSON;
            case OVERSIZE -> Fault.Kind.BODY_OVERSIZE;
            case BODY_CUT -> Fault.Kind.BODY_CUT;
            case ANSWER_DROPPED -> Fault.Kind.ANSWER_DROPPED;
            case FIELDS_RENAMED -> Fault.Kind.FIELDS_RENAMED;
            case GRANT_REFUSED -> Fault.Kind.INVALID_GRANT;
            case APP_REFUSED -> Fault.Kind.INVALID_CLIENT;
            case NO_REFRESH_TOKEN -> Fault.Kind.OMIT_REFRESH_TOKEN;
            case BLANK_REFRESH_TOKEN -> Fault.Kind.BLANK_REFRESH_TOKEN;
            case FEWER_SCOPES -> Fault.Kind.SHRINK_SCOPES;
            case SERVER_ERROR -> Fault.Kind.KEYS_FAIL;
            case OTHER_ISSUER -> Fault.Kind.DISCOVERY_OTHER_ISSUER;
            case NEW_REFRESH_TOKEN -> throw new IllegalArgumentException("a mode of the party, not a fault");
        };
    }

    static Endpoint endpoint(StageCall call) {
        return switch (call) {
            case EXCHANGE -> Endpoint.EXCHANGE;
            case REFRESH -> Endpoint.REFRESH;
            case PROFILE -> Endpoint.PROFILE;
            case DISCOVERY -> Endpoint.DISCOVERY;
            case KEYS -> Endpoint.KEYS;
        };
    }

    @Override
    public final int arrived(StageCall call) {
        return sandbox.ledger().calls(partyOf(call).name(), endpoint(call));
    }

    /** All calls but the person's own. */
    public final int arrivedInAll() {
        return Arrays.stream(Endpoint.values())
                        .filter(endpoint -> endpoint != Endpoint.AUTHORIZE)
                        .mapToInt(endpoint -> sandbox.ledger().calls(party.name(), endpoint))
                        .sum()
                + elsewhere();
    }

    /** Calls that arrived at an API of another party. */
    private int elsewhere() {
        Party profile = partyOf(StageCall.PROFILE);
        return profile.equals(party) ? 0 : sandbox.ledger().calls(profile.name(), Endpoint.PROFILE);
    }

    @Override
    public final Set<String> issuedSecrets() {
        return sandbox.ledger().issuedSecrets();
    }

    @Override
    public final String log() {
        return log.text();
    }

    @Override
    public final void close() {
        http.close();
        sandbox.close();
        log.close();
        try {
            Files.delete(journal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
