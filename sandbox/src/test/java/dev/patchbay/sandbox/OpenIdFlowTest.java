package dev.patchbay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.patchbay.sandbox.microsoft.SandboxMicrosoft;
import dev.patchbay.sandbox.openid.SandboxOpenId;
import dev.patchbay.sandbox.party.OAuthParty;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Microsoft, Telegram's login and the provider of nobody in particular, where they differ from Google. */
class OpenIdFlowTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());

    @AfterEach
    void close() {
        sandbox.close();
    }

    private static JWTClaimsSet claims(App app, OAuthParty party, String person) throws Exception {
        URI back = party.approve(app.authUrl(Map.of("nonce", "n-1")), person);
        String idToken = app.exchange(App.code(back)).text("id_token");
        JWTClaimsSet claims = SignedJWT.parse(idToken).getJWTClaimsSet();
        assertThat(claims.getStringClaim("nonce")).isEqualTo("n-1");
        return claims;
    }

    private static Map<String, Object> json(App app, Object address) {
        return app.get(URI.create(address.toString()), "").json();
    }

    @Test
    void microsofts_shared_doors_name_a_template_and_its_tokens_the_tenant() throws Exception {
        try (App app = App.microsoft(sandbox, "common")) {
            SandboxMicrosoft microsoft = sandbox.microsoft();
            Map<String, Object> metadata =
                    json(app, microsoft.authority("common") + "/v2.0/.well-known/openid-configuration");
            assertThat(metadata)
                    .containsEntry("issuer", microsoft.issuerOf("{tenantid}"))
                    .doesNotContainKey("code_challenge_methods_supported");
            assertThat(json(app, metadata.get("jwks_uri")).toString())
                    .contains("issuer=" + microsoft.issuerOf("{tenantid}"));
            assertThat(json(app, microsoft.authority("consumers") + "/v2.0/.well-known/openid-configuration"))
                    .containsEntry("issuer", microsoft.issuerOf(SandboxMicrosoft.CONSUMERS));

            JWTClaimsSet ann = claims(app, microsoft, "ann");
            assertThat(ann.getIssuer()).isEqualTo(microsoft.issuerOf(SandboxMicrosoft.CONTOSO));
            assertThat(ann.getStringClaim("tid")).isEqualTo(SandboxMicrosoft.CONTOSO);
            assertThat(ann.getStringClaim("oid")).isEqualTo(SandboxMicrosoft.objectIdOf("ann"));
            assertThat(ann.getClaim("xms_edov")).isEqualTo(true);
            assertThat(claims(app, microsoft, "bob").getStringClaim("tid")).isEqualTo(SandboxMicrosoft.CONSUMERS);
            assertThat(claims(app, microsoft, "mallory").getClaims())
                    .containsEntry("email", "ann@example.com")
                    .doesNotContainKey("xms_edov");
        }
    }

    @Test
    void telegrams_user_id_is_a_claim_of_its_own_and_clients_show_themselves_by_basic() throws Exception {
        try (App app = App.telegramLogin(sandbox)) {
            JWTClaimsSet ann = claims(app, sandbox.telegramLogin(), "ann");

            assertThat(ann.getLongClaim("id"))
                    .isEqualTo(sandbox.telegram().user("ann").id());
            assertThat(ann.getSubject()).isNotEqualTo(ann.getClaim("id").toString());
            assertThat(ann.getAudience()).containsExactly(SandboxOptions.TELEGRAM_CLIENT.id());
            assertThat(ann.getClaims()).doesNotContainKey("email");
            App.Answer posted = app.tokenByPost(
                    App.codeForm("code"), SandboxOptions.TELEGRAM_CLIENT.id(), SandboxOptions.TELEGRAM_CLIENT.secret());
            assertThat(posted.text("error")).isEqualTo("invalid_request");
        }
    }

    @Test
    void the_provider_of_nobody_in_particular_keeps_the_rest_at_its_userinfo_endpoint() throws Exception {
        try (App app = App.openId(sandbox)) {
            URI issuer = sandbox.openId().issuer();
            assertThat(issuer.toString()).endsWith("/");
            assertThat(json(app, issuer + ".well-known/openid-configuration"))
                    .containsEntry("issuer", issuer.toString())
                    .containsEntry("token_endpoint_auth_methods_supported", List.of("client_secret_basic"));
            URI back = sandbox.openId().approve(app.authUrl(), "ann");
            assertThat(App.query(back)).containsEntry("iss", issuer.toString());
            App.Answer tokens = app.exchange(App.code(back));

            assertThat(SignedJWT.parse(tokens.text("id_token"))
                            .getJWTClaimsSet()
                            .getClaims())
                    .containsEntry("sub", SandboxOpenId.subjectOf("ann"))
                    .doesNotContainKeys("name", "email");
            assertThat(app.get(URI.create(issuer + "userinfo"), "Bearer " + tokens.text("access_token"))
                            .json())
                    .containsEntry("sub", SandboxOpenId.subjectOf("ann"))
                    .containsEntry("email_verified", true);
        }
    }
}
