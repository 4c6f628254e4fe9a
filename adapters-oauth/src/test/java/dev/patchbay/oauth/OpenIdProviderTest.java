package dev.patchbay.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.attempt.PkceVerifier;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.LocalServer.Reply;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.AuthorizationStart;
import dev.patchbay.port.provider.Identification;
import dev.patchbay.port.provider.Identification.Identified;
import dev.patchbay.port.provider.Identification.Untrusted;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An OpenID provider of nobody in particular. */
class OpenIdProviderTest {
    private final OpenIdServer server = new OpenIdServer();
    private final GuardedHttp http = new GuardedHttp(Clock.systemUTC());
    private final OpenIdProvider provider = server.provider(http, Clock.systemUTC());

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    private Identification identify() {
        return provider.identify(OpenIdServer.app(), OpenIdServer.exchange());
    }

    private static ExternalIdentity identity(Identification identification) {
        assertThat(identification).isInstanceOf(Identified.class);
        return ((Identified) identification).identity();
    }

    private String authorizationUrl() {
        Secret random = Secret.of("0123456789012345678901234567890123456789012");
        AuthorizationStart start = provider.authorize(
                OpenIdServer.app(),
                new AuthorizationIntent(
                        new State(random), random, new PkceVerifier(random), Scopes.of("extra"), false));
        return ((AuthorizationStart.Ready) start).authorizationUrl().toString();
    }

    @Test
    void nothing_is_fetched_before_it_is_needed() {
        assertThat(server.http().asked()).isEmpty();
    }

    @Test
    void an_authorization_endpoint_keeps_its_own_query() {
        assertThat(authorizationUrl())
                .startsWith(server.issuer() + "/authorize?tenant=1&response_type=code&")
                .contains("scope=extra%20openid");
    }

    @Test
    void name_and_email_come_from_userinfo_when_the_id_token_has_none() {
        ExternalIdentity identity = identity(identify());

        assertThat(identity.name()).contains("Ann");
        assertThat(identity.email()).contains("ann@example.com");
        assertThat(server.http().asked().getLast().authorization()).isEqualTo("Bearer access");
    }

    @Test
    void userinfo_about_somebody_else_is_ignored() {
        server.answer("/userinfo", Reply.json("{\"sub\":\"2\",\"name\":\"Mallory\"}"));

        assertThat(identity(identify()).name()).isEmpty();
    }

    @Test
    void userinfo_that_fails_is_no_failure() {
        server.answer("/userinfo", Reply.of(500, "oops"));

        assertThat(identity(identify()).subject()).isEqualTo("1");
    }

    @Test
    void userinfo_that_is_not_fit_to_be_shown_is_not_shown() {
        server.answer(
                "/userinfo",
                Reply.json("{\"sub\":\"1\",\"name\":\"A\\u0000nn\",\"picture\":\"javascript:alert(1)\",\"email\":7}"));

        ExternalIdentity identity = identity(identify());
        assertThat(identity.name()).isEmpty();
        assertThat(identity.picture()).isEmpty();
        assertThat(identity.email()).isEmpty();
    }

    @Test
    void the_app_shows_itself_by_basic_unless_only_the_body_is_offered() {
        identify();
        String basic = Base64.getEncoder().encodeToString("us:our+secret".getBytes(StandardCharsets.US_ASCII));
        assertThat(tokenCall().authorization()).isEqualTo("Basic " + basic);
        assertThat(tokenCall().body()).doesNotContain("client_");

        server.describe(",\"token_endpoint_auth_methods_supported\":[\"client_secret_post\"]");
        server.provider(http, Clock.systemUTC()).identify(OpenIdServer.app(), OpenIdServer.exchange());
        assertThat(tokenCall().authorization()).isEmpty();
        assertThat(tokenCall().body()).contains("client_id=us").contains("client_secret=our+secret");
    }

    private LocalServer.Asked tokenCall() {
        return server.http().asked().stream()
                .filter(asked -> asked.path().equals("/token"))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void a_missing_iss_is_fine_unless_it_was_promised() {
        assertThat(provider.vouchesFor(Optional.empty())).isTrue();

        server.describe(",\"authorization_response_iss_parameter_supported\":true");
        assertThat(server.provider(http, Clock.systemUTC()).vouchesFor(Optional.empty()))
                .isFalse();
    }

    @Test
    void an_iss_is_checked_without_any_call() {
        assertThat(provider.vouchesFor(Optional.of(server.issuer()))).isTrue();
        assertThat(provider.vouchesFor(Optional.of(server.issuer() + "/"))).isFalse();
        assertThat(server.http().asked()).isEmpty();
    }

    @Test
    void nobody_vouches_while_it_is_unknown_what_was_promised() {
        server.answer("/.well-known/openid-configuration", Reply.of(503, ""));

        assertThat(provider.vouchesFor(Optional.empty())).isFalse();
    }

    @Test
    void what_was_promised_is_remembered_when_the_network_is_gone() {
        authorizationUrl();
        server.close();

        assertThat(provider.vouchesFor(Optional.empty())).isTrue();
    }

    @Test
    void a_key_in_the_tokens_own_header_is_not_looked_at() {
        server.signWithStrangersKeyInHeader();

        assertThat(identify()).isEqualTo(new Untrusted("algorithm or key"));
    }

    @Test
    void a_key_that_cannot_be_read_does_not_hide_the_others() {
        server.publishBefore("{\"kty\":\"RSA\",\"n\":\"\",\"kid\":\"broken\"},{\"kty\":\"new\"},7,");

        assertThat(identify()).isInstanceOf(Identified.class);
    }

    @Test
    void a_token_answer_without_an_id_token_proves_nothing() {
        server.answer("/token", Reply.json("{\"access_token\":\"access\"}"));

        assertThat(identify()).isEqualTo(new Untrusted("no ID token"));
    }

    @Test
    void an_id_token_that_is_no_jwt_proves_nothing() {
        server.answer("/token", Reply.json("{\"access_token\":\"access\",\"id_token\":\"x.y\"}"));

        assertThat(identify()).isEqualTo(new Untrusted("not a JWT"));
    }
}
