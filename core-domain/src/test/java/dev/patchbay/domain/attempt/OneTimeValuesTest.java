package dev.patchbay.domain.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeValuesTest {

    private static final String GOOD = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM-_01";

    @Test
    void a_state_that_could_be_ours_is_found_by_its_fingerprint() {
        assertThat(State.parse(GOOD).orElseThrow().fingerprint())
                .isEqualTo(Secret.of(GOOD).fingerprint());
        assertThat(HandoffCode.parse(GOOD).orElseThrow().fingerprint())
                .isEqualTo(Secret.of(GOOD).fingerprint());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM-_0",
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM-_012",
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM+/01",
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM-_0=",
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM-_0\n",
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM-_01\n",
                "äbcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM-_01"
            })
    void what_cannot_be_ours_is_no_state_and_no_handoff(String text) {
        assertThat(State.parse(text)).isEmpty();
        assertThat(HandoffCode.parse(text)).isEmpty();
    }

    @Test
    void a_code_is_whatever_the_provider_likes_within_reason() {
        assertThat(AuthorizationCode.parse("4/0AX4XfWh ~\"\\")).isPresent();
        assertThat(AuthorizationCode.parse("x".repeat(4096))).isPresent();
        assertThat(AuthorizationCode.parse("x".repeat(4097))).isEmpty();
        assertThat(AuthorizationCode.parse("")).isEmpty();
        assertThat(AuthorizationCode.parse("a\r\nHost: evil")).isEmpty();
        assertThat(AuthorizationCode.parse("a\u0000")).isEmpty();
        assertThat(AuthorizationCode.parse("ä")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void exactly_a_sign_in_begins_without_an_account(Purpose purpose) {
        Optional<AccountId> ann = Optional.of(AccountId.of(new UUID(1, 2)));
        boolean signIn = purpose == Purpose.SIGN_IN;

        assertThat(attempt(purpose, signIn ? Optional.empty() : ann).keyOwner()).isEqualTo(KeyOwner.service());
        assertThatIllegalArgumentException().isThrownBy(() -> attempt(purpose, signIn ? ann : Optional.empty()));
        assertThat(purpose.isForIdentity()).isEqualTo(signIn || purpose.isBoundToSession());
    }

    @Test
    void secrets_of_two_attempts_or_two_kinds_never_share_a_place() {
        var spotify = new ProviderId("spotify");
        UUID one = new UUID(0, 1);

        assertThat(Attempt.verifierPlace(one, spotify))
                .isNotEqualTo(Attempt.parkedCodePlace(one, spotify))
                .isNotEqualTo(Attempt.verifierPlace(new UUID(0, 2), spotify))
                .isNotEqualTo(Attempt.verifierPlace(one, new ProviderId("google")));
    }

    private static Attempt attempt(Purpose purpose, Optional<AccountId> account) {
        var provider = new ProviderId("spotify");
        return new Attempt(
                new UUID(0, 1),
                Secret.of("state").fingerprint(),
                purpose,
                provider,
                new ClientAppId(provider, "id"),
                account,
                purpose.isBoundToSession() ? Optional.of(new SessionId(new UUID(0, 3))) : Optional.empty(),
                new Proof.Handoff(),
                new SealedSecret(new byte[] {1}),
                Secret.of("nonce").fingerprint(),
                URI.create("https://patchbay.example/callback"),
                new ReturnTo(URI.create("https://patchbay.example/")),
                Scopes.NONE,
                Instant.EPOCH,
                Instant.EPOCH.plus(Attempt.LIFE));
    }
}
