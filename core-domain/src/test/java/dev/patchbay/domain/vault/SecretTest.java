package dev.patchbay.domain.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.attempt.AuthorizationCode;
import dev.patchbay.domain.attempt.HandoffCode;
import dev.patchbay.domain.attempt.PkceVerifier;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.provider.ProviderId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretTest {

    private static final String CANARY = "canary-0123456789-canary-0123456789-canary0";

    static Stream<Object> holders() {
        Secret secret = Secret.of(CANARY);
        return Stream.of(
                secret,
                new State(secret),
                new HandoffCode(secret),
                new AuthorizationCode(secret),
                new PkceVerifier(secret),
                new ClientApp(
                        new ClientAppId(new ProviderId("spotify"), "id"),
                        ClientApp.Kind.SHARED,
                        Optional.of(secret),
                        URI.create("https://patchbay.example/callback")),
                new TokenAnswer.Granted("Bearer", secret, Optional.of(secret), Optional.empty(), Optional.empty()),
                new SealedSecret(CANARY.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("holders")
    void no_holder_of_a_secret_prints_it(Object holder) {
        assertThat(holder.toString()).doesNotContain(CANARY).doesNotContain(CANARY.substring(0, 6));
        assertThat(String.valueOf(Optional.of(holder))).doesNotContain(CANARY);
    }

    @Test
    void a_secret_prints_as_redacted_and_is_read_by_revealing() {
        assertThat(Secret.of(CANARY)).hasToString("redacted");
        assertThat(Secret.of(CANARY).reveal()).isEqualTo(CANARY);
        assertThat(Secret.of("schlüssel").reveal()).isEqualTo("schlüssel");
    }

    @Test
    void secrets_are_equal_when_their_bytes_are_and_hash_alike_always() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of(new byte[] {'a'})).isNotEqualTo(Secret.of("b"));
        assertThat(Secret.of("a")).isNotEqualTo("a");
        assertThat(Secret.of("a").hashCode()).isEqualTo(Secret.of("b").hashCode());
    }

    @Test
    void an_empty_secret_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(""));
        assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(new byte[0]));
    }

    @Test
    void nobody_outside_can_change_a_secret() {
        byte[] bytes = {1, 2, 3};
        Secret secret = Secret.of(bytes);
        bytes[0] = 9;
        secret.revealBytes()[1] = 9;

        assertThat(secret.revealBytes()).containsExactly(1, 2, 3);
    }

    @Test
    void a_fingerprint_is_sha_256_and_prints_its_beginning_only() {
        Fingerprint fingerprint = Secret.of("abc").fingerprint();

        assertThat(fingerprint.hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(fingerprint).hasToString("ba7816bf…");
        assertThat(Fingerprint.stored(fingerprint.bytes()))
                .isEqualTo(fingerprint)
                .hasSameHashCodeAs(fingerprint);
        assertThat(fingerprint).isNotEqualTo(Secret.of("abd").fingerprint());
        assertThatIllegalArgumentException().isThrownBy(() -> Fingerprint.stored(new byte[31]));
    }

    @Test
    void nobody_outside_can_change_a_fingerprint_or_a_sealed_secret() {
        Fingerprint fingerprint = Secret.of("abc").fingerprint();
        fingerprint.bytes()[0] ^= 1;
        assertThat(fingerprint).isEqualTo(Secret.of("abc").fingerprint());

        byte[] envelope = {1, 2};
        SealedSecret sealed = new SealedSecret(envelope);
        envelope[0] = 9;
        sealed.envelope()[1] = 9;
        assertThat(sealed).isEqualTo(new SealedSecret(new byte[] {1, 2})).hasToString("sealed(2 bytes)");
    }

    @Test
    void keys_are_owned_by_an_account_or_by_the_service() {
        AccountId ann = AccountId.of(new UUID(1, 2));

        assertThat(KeyOwner.of(ann).name()).isEqualTo(ann.value());
        assertThat(KeyOwner.service().name()).isEqualTo("service");
    }
}
