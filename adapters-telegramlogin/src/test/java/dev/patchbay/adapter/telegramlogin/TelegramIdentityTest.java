package dev.patchbay.adapter.telegramlogin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.oauth.SandboxIdentityStage;
import dev.patchbay.port.provider.Identification;
import dev.patchbay.port.provider.Identification.Identified;
import dev.patchbay.port.provider.IdentityProviderContract;
import dev.patchbay.port.provider.IdentityStage;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.party.Fault;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TelegramIdentityTest extends IdentityProviderContract {
    @Override
    protected IdentityStage open(Duration patience) {
        return SandboxIdentityStage.telegram(
                patience,
                (http, sandbox) -> new TelegramIdentity(
                        http, Clock.systemUTC(), sandbox.telegramLogin().issuer()));
    }

    private Sandbox sandbox() {
        return ((SandboxIdentityStage) stage).sandbox();
    }

    @Test
    void a_person_is_known_by_the_number_that_bots_know_them_by() {
        Identification answer = signIn();

        assertThat(answer).isInstanceOf(Identified.class);
        ExternalIdentity ann = ((Identified) answer).identity();
        assertThat(ann.subject())
                .isEqualTo(Long.toString(sandbox().telegram().user("ann").id()));
        assertThat(ann.alternateSubject()).isPresent().isNotEqualTo(Optional.of(ann.subject()));
        assertThat(ann.name()).contains("Ann Lindqvist");
        assertThat(ann.email()).isEmpty();
    }

    @Test
    void a_token_without_a_nonce_is_taken_because_pkce_binds_the_code() {
        sandbox().telegramLogin().script(Fault.Kind.ID_TOKEN_NO_NONCE);

        assertThat(signIn()).isInstanceOf(Identified.class);
    }
}
