package dev.patchbay.adapter.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.attempt.PkceVerifier;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.SandboxIdentityStage;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.Identification;
import dev.patchbay.port.provider.IdentityProviderContract;
import dev.patchbay.port.provider.IdentityStage;
import dev.patchbay.sandbox.google.SandboxGoogle;
import dev.patchbay.sandbox.party.Fault;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GoogleIdentityTest extends IdentityProviderContract {
    @Override
    protected IdentityStage open(Duration patience) {
        return SandboxIdentityStage.google(patience, (http, sandbox) -> google(http, sandbox.googleIssuer()));
    }

    private static GoogleIdentity google(GuardedHttp http, URI issuer) {
        return new GoogleIdentity(http, Clock.systemUTC(), new GoogleSettings(issuer));
    }

    @Test
    void it_is_google() {
        assertThat(provider.id().value()).isEqualTo("google");
        assertThat(provider.name()).isEqualTo("Google");
    }

    @Test
    void a_person_is_known_by_subject_and_shown_by_name_and_email() {
        Identification ann = signIn();

        assertThat(ann).isInstanceOfSatisfying(Identification.Identified.class, identified -> {
            ExternalIdentity identity = identified.identity();
            assertThat(identity.subject()).isEqualTo(SandboxGoogle.subjectOf("ann"));
            assertThat(identity.email()).contains("ann@example.com");
            assertThat(identity.name()).contains("Ann Lindqvist");
            assertThat(identity.picture()).isPresent();
        });
    }

    @Test
    void an_id_token_that_names_no_key_is_proven_by_the_only_key() {
        ((SandboxIdentityStage) stage).sandbox().google().script(Fault.Kind.ID_TOKEN_NO_KID);

        assertThat(signIn()).isInstanceOf(Identification.Identified.class);
    }

    @Test
    void only_the_real_google_may_leave_out_its_scheme() {
        try (GuardedHttp http = new GuardedHttp(Clock.systemUTC())) {
            assertThat(google(http, GoogleSettings.REAL_ISSUER).acceptedIssuers())
                    .containsExactlyInAnyOrder("https://accounts.google.com", "accounts.google.com");
            assertThat(google(http, URI.create("http://127.0.0.1:1/google")).acceptedIssuers())
                    .containsExactly("http://127.0.0.1:1/google");
        }
    }

    @Test
    void the_real_google_lets_people_choose_an_account_and_gives_no_offline_access() {
        Secret random = Secret.of("0123456789012345678901234567890123456789012");
        AuthorizationIntent intent =
                new AuthorizationIntent(new State(random), random, new PkceVerifier(random), Scopes.NONE, false);
        try (GuardedHttp http = new GuardedHttp(Clock.systemUTC())) {
            assertThat(google(http, GoogleSettings.REAL_ISSUER).authorizationParameters(intent))
                    .isEqualTo(Map.of("prompt", "select_account"));
            assertThat(google(http, URI.create("http://127.0.0.1:1/google")).authorizationParameters(intent))
                    .isEmpty();
        }
    }

    @Test
    void the_real_google_vouches_for_its_full_name_only() {
        try (GuardedHttp http = new GuardedHttp(Clock.systemUTC())) {
            GoogleIdentity google = google(http, GoogleSettings.REAL_ISSUER);

            assertThat(google.vouchesFor(Optional.of("https://accounts.google.com")))
                    .isTrue();
            assertThat(google.vouchesFor(Optional.of("accounts.google.com"))).isFalse();
        }
    }
}
