package dev.patchbay.adapter.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.SandboxIdentityStage;
import dev.patchbay.port.provider.Identification;
import dev.patchbay.port.provider.Identification.Identified;
import dev.patchbay.port.provider.IdentityProviderContract;
import dev.patchbay.port.provider.IdentityStage;
import dev.patchbay.port.settings.GivenSettings;
import dev.patchbay.sandbox.openid.SandboxOpenId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OidcIdentityTest extends IdentityProviderContract {
    @Override
    protected IdentityStage open(Duration patience) {
        return SandboxIdentityStage.openId(
                patience,
                (http, sandbox) -> provider(
                        http, Clock.systemUTC(), sandbox.openId().issuer().toString()));
    }

    static OidcIdentity provider(GuardedHttp http, Clock clock, String issuer) {
        OidcSettings settings = OidcSettings.read(GivenSettings.strict(Map.of(
                        "OIDC_EXAMPLE_ISSUER", issuer,
                        "OIDC_EXAMPLE_CLIENT_ID", "id",
                        "OIDC_EXAMPLE_CLIENT_SECRET", "secret")))
                .getFirst();
        return new OidcIdentity(http, clock, settings);
    }

    @Test
    void it_is_called_as_its_settings_are() {
        assertThat(provider.id().value()).isEqualTo("example");
        assertThat(provider.name()).isEqualTo("Example");
        assertThat(provider.descriptor().appNames().id()).isEqualTo("OIDC_EXAMPLE_CLIENT_ID");
        assertThat(provider.descriptor().appNames().secret()).isEqualTo("OIDC_EXAMPLE_CLIENT_SECRET");
    }

    @Test
    void what_an_id_token_does_not_say_comes_from_the_userinfo_endpoint() {
        Identification answer = signIn();

        assertThat(answer).isInstanceOf(Identified.class);
        ExternalIdentity ann = ((Identified) answer).identity();
        assertThat(ann.issuer()).endsWith("/openid/realms/music/");
        assertThat(ann.subject()).isEqualTo(SandboxOpenId.subjectOf("ann"));
        assertThat(ann.name()).contains("Ann Lindqvist");
        assertThat(ann.email()).contains("ann@example.com");
        assertThat(ann.emailVerified()).isTrue();
    }
}
