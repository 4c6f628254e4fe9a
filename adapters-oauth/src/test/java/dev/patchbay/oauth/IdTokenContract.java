package dev.patchbay.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.attempt.AuthorizationCode;
import dev.patchbay.domain.attempt.PkceVerifier;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.IdTokenScenario.Verdict;
import dev.patchbay.port.provider.CodeExchange;
import dev.patchbay.port.provider.Identification;
import dev.patchbay.port.provider.IdentityProvider;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every provider that proves people by ID tokens must refuse, and the little that looks odd and must be taken. */
public abstract class IdTokenContract {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private final GuardedHttp http = new GuardedHttp(CLOCK);
    private ForgingOp op;

    /** The provider under test, pointed at this address. */
    protected abstract IdentityProvider provider(GuardedHttp http, Clock clock, String home);

    /** How its party looks from outside; with a path, as most have, unless said otherwise. */
    protected OpManner manner() {
        return server -> server + "/op";
    }

    /** How a scenario must end here; a provider that differs says why. */
    protected Verdict expected(IdTokenScenario scenario) {
        return scenario.verdict();
    }

    @BeforeEach
    final void openParty() {
        op = new ForgingOp(manner(), CLOCK.instant());
    }

    @AfterEach
    final void closeParty() {
        op.close();
        http.close();
    }

    @ParameterizedTest
    @EnumSource
    void every_scenario_ends_as_it_must(IdTokenScenario scenario) {
        Forge forge = op.sound();
        scenario.changes(forge);
        op.say(forge);

        assertThat(verdict(identify(provider(http, CLOCK, op.home())))).isEqualTo(expected(scenario));
        assertThat(op.trapped()).as("nobody looks where a token points to").isZero();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"KEY_ROTATED.*", "STRANGERS_.*", "KID_OF_NO_KEY", "BAD_RS256.*", "OTHER_NONCE"})
    void with_metadata_and_keys_that_are_known_already_it_ends_in_the_same_way(IdTokenScenario scenario) {
        IdentityProvider provider = provider(http, CLOCK, op.home());
        op.say(op.sound());
        assertThat(verdict(identify(provider))).isEqualTo(Verdict.PROVEN);
        Forge forge = op.sound();
        scenario.changes(forge);
        op.say(forge);

        assertThat(verdict(identify(provider))).isEqualTo(expected(scenario));
    }

    private static Identification identify(IdentityProvider provider) {
        return provider.identify(
                new ClientApp(
                        new ClientAppId(provider.id(), Forge.CLIENT),
                        ClientApp.Kind.SHARED,
                        Optional.of(Secret.of(Forge.CLIENT_SECRET)),
                        URI.create("http://127.0.0.1/callback")),
                new CodeExchange(
                        new AuthorizationCode(Secret.of("code")),
                        new PkceVerifier(Secret.of("verifier")),
                        Secret.of(ForgingOp.NONCE).fingerprint()));
    }

    private static Verdict verdict(Identification identification) {
        return switch (identification) {
            case Identification.Identified identified -> Verdict.PROVEN;
            case Identification.Untrusted untrusted -> Verdict.REFUSED;
            case Identification.Unavailable unavailable -> Verdict.NO_ANSWER;
            case Identification.CodeRefused refused -> throw new AssertionError(refused.toString());
            case Identification.AppRefused refused -> throw new AssertionError(refused.toString());
        };
    }
}
