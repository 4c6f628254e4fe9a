package dev.patchbay.adapter.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.attempt.PkceVerifier;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.SandboxIdentityStage;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.CodeExchange;
import dev.patchbay.port.provider.Identification;
import dev.patchbay.port.provider.Identification.Identified;
import dev.patchbay.port.provider.Identification.Untrusted;
import dev.patchbay.port.provider.IdentityProviderContract;
import dev.patchbay.port.provider.IdentityStage;
import dev.patchbay.port.provider.Visit;
import dev.patchbay.port.settings.GivenSettings;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.sandbox.microsoft.SandboxMicrosoft;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MicrosoftIdentityTest extends IdentityProviderContract {
    @Override
    protected IdentityStage open(Duration patience) {
        return SandboxIdentityStage.microsoft(patience, (http, sandbox) -> at(http, sandbox, "common"));
    }

    private static MicrosoftIdentity at(GuardedHttp http, Sandbox sandbox, String door) {
        Map<String, String> settings = Map.of(
                "MICROSOFT_AUTHORITY", sandbox.microsoft().authority(door).toString());
        return new MicrosoftIdentity(http, Clock.systemUTC(), MicrosoftSettings.read(GivenSettings.strict(settings)));
    }

    private SandboxIdentityStage sandbox() {
        return (SandboxIdentityStage) stage;
    }

    private Identification signIn(String person, String door) {
        MicrosoftIdentity microsoft = at(sandbox().http(), sandbox().sandbox(), door);
        Visit visit = Visit.askingFor(Scopes.NONE);
        URI url = Visit.url(microsoft.authorize(stage.app(), visit.intent()));
        CodeExchange exchange = visit.after(sandbox().sandbox().microsoft().approve(url, person));
        return microsoft.identify(stage.app(), exchange);
    }

    private ExternalIdentity known(String person) {
        Identification answer = signIn(person, "common");
        assertThat(answer).isInstanceOf(Identified.class);
        return ((Identified) answer).identity();
    }

    @Test
    void a_person_is_known_by_tenant_and_subject_and_by_the_object_id_beside_them() {
        ExternalIdentity ann = known("ann");

        assertThat(ann.issuer()).isEqualTo(sandbox().sandbox().microsoft().issuerOf(SandboxMicrosoft.CONTOSO));
        assertThat(ann.subject()).isEqualTo(SandboxMicrosoft.subjectOf("ann", SandboxOptions.MICROSOFT_CLIENT.id()));
        assertThat(ann.alternateSubject())
                .contains(SandboxMicrosoft.objectIdOf("ann") + "." + SandboxMicrosoft.CONTOSO);
        assertThat(ann.name()).contains("Ann Lindqvist");
    }

    @Test
    void only_an_address_whose_domains_owner_is_verified_is_verified() {
        assertThat(known("ann").emailVerified()).isTrue();

        ExternalIdentity mallory = known("mallory");
        assertThat(mallory.email()).contains("ann@example.com");
        assertThat(mallory.emailVerified()).isFalse();
        assertThat(known("bob").emailVerified()).isFalse();
    }

    @Test
    void who_writes_anns_address_beside_his_name_is_somebody_else() {
        ExternalIdentity ann = known("ann");
        ExternalIdentity mallory = known("mallory");

        assertThat(mallory.email()).isEqualTo(ann.email());
        assertThat(mallory.issuer()).isNotEqualTo(ann.issuer());
        assertThat(mallory.subject()).isNotEqualTo(ann.subject());
    }

    @ParameterizedTest
    @CsvSource({
        "common, ann, true",
        "common, bob, true",
        "organizations, ann, true",
        "organizations, bob, false",
        "consumers, ann, false",
        "consumers, bob, true",
        SandboxMicrosoft.CONTOSO + ", ann, true",
        SandboxMicrosoft.CONTOSO + ", mallory, false",
        SandboxMicrosoft.CONTOSO + ", bob, false"
    })
    void only_those_who_may_come_in_do_although_microsoft_lets_them(String door, String person, boolean comesIn) {
        Identification answer = signIn(person, door);

        if (comesIn) {
            assertThat(answer).isInstanceOf(Identified.class);
        } else {
            assertThat(answer).isEqualTo(new Untrusted("issuer"));
        }
    }

    @Test
    void a_redirect_names_a_tenant_that_may_come_in_or_nobody() {
        MicrosoftIdentity consumers = at(sandbox().http(), sandbox().sandbox(), "consumers");
        SandboxMicrosoft party = sandbox().sandbox().microsoft();

        assertThat(consumers.vouchesFor(Optional.of(party.issuerOf(SandboxMicrosoft.CONSUMERS))))
                .isTrue();
        assertThat(consumers.vouchesFor(Optional.of(party.issuerOf(SandboxMicrosoft.CONTOSO))))
                .isFalse();
        assertThat(provider.vouchesFor(Optional.of(party.issuerOf("{tenantid}"))))
                .isFalse();
        assertThat(provider.vouchesFor(Optional.of(party.issuerOf("x/" + SandboxMicrosoft.CONTOSO))))
                .isFalse();
        assertThat(provider.vouchesFor(Optional.of("/v2.0"))).isFalse();
    }

    @Test
    void the_real_microsoft_lets_people_choose_an_account_and_gives_no_offline_access() {
        Secret random = Secret.of("0123456789012345678901234567890123456789012");
        AuthorizationIntent intent =
                new AuthorizationIntent(new State(random), random, new PkceVerifier(random), Scopes.NONE, false);
        try (GuardedHttp http = new GuardedHttp(Clock.systemUTC())) {
            MicrosoftIdentity real = new MicrosoftIdentity(
                    http, Clock.systemUTC(), MicrosoftSettings.read(GivenSettings.strict(Map.of())));
            assertThat(real.authorizationParameters(intent)).isEqualTo(Map.of("prompt", "select_account"));
        }
        assertThat(provider.descriptor().defaultScopes().names()).containsExactly("email", "openid", "profile");
    }
}
