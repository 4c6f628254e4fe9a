package dev.patchbay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.patchbay.sandbox.google.SandboxGoogle;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GoogleFlowTest {
    private final SteeredClock clock = new SteeredClock();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withClock(clock));
    private final App app = App.google(sandbox);

    @AfterEach
    void close() {
        app.close();
        sandbox.close();
    }

    @Test
    void the_metadata_name_the_issuer_and_what_it_can_do() {
        App.Answer answer = app.get(URI.create(sandbox.googleIssuer() + "/.well-known/openid-configuration"), "");

        assertThat(answer.json())
                .containsEntry("issuer", sandbox.googleIssuer().toString())
                .containsEntry("id_token_signing_alg_values_supported", List.of("RS256"))
                .containsEntry("code_challenge_methods_supported", List.of("S256"))
                .containsEntry("authorization_response_iss_parameter_supported", true)
                .containsEntry(
                        "token_endpoint_auth_methods_supported", List.of("client_secret_post", "client_secret_basic"));
    }

    @Test
    void a_sign_in_with_pkce_ends_in_an_id_token_that_the_published_keys_verify() throws Exception {
        URI returned = sandbox.google().approve(app.authUrl(Map.of("nonce", "n-1")), "ann");
        assertThat(returned.toString()).startsWith(App.REDIRECT_URI + "?");
        assertThat(App.query(returned))
                .containsEntry("state", App.STATE)
                .containsEntry("iss", sandbox.googleIssuer().toString());

        App.Answer answer = app.exchange(App.code(returned));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json()).doesNotContainKey("refresh_token").containsEntry("expires_in", 3600L);
        assertThat(answer.text("scope")).contains("openid", "https://www.googleapis.com/auth/userinfo.email");
        SignedJWT idToken = SignedJWT.parse(answer.text("id_token"));
        JWKSet keys = JWKSet.parse(
                app.get(URI.create(sandbox.googleIssuer() + "/certs"), "").body());
        assertThat(idToken.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(idToken.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        JWTClaimsSet claims = idToken.getJWTClaimsSet();
        Instant now = clock.instant();
        assertThat(claims.getIssuer()).isEqualTo(sandbox.googleIssuer().toString());
        assertThat(claims.getAudience()).containsExactly("sandbox-google-client");
        assertThat(claims.getStringClaim("azp")).isEqualTo("sandbox-google-client");
        assertThat(claims.getSubject())
                .isEqualTo(SandboxGoogle.subjectOf("ann"))
                .matches("1\\d{20}");
        assertThat(claims.getStringClaim("nonce")).isEqualTo("n-1");
        assertThat(claims.getStringClaim("email")).isEqualTo("ann@example.com");
        assertThat(claims.getBooleanClaim("email_verified")).isTrue();
        assertThat(claims.getStringClaim("name")).isEqualTo("Ann Lindqvist");
        assertThat(claims.getIssueTime()).isEqualTo(now);
        assertThat(claims.getExpirationTime()).isEqualTo(now.plus(Duration.ofHours(1)));
    }

    @Test
    void keys_are_published_without_their_private_half() {
        assertThat(app.get(URI.create(sandbox.googleIssuer() + "/certs"), "").body())
                .contains("\"n\"")
                .doesNotContain("\"d\"", "\"p\"", "\"q\"");
    }

    @Test
    void the_client_may_be_named_in_the_form() {
        String code = App.code(sandbox.google().approve(app.authUrl(), "bob"));

        assertThat(app.tokenByPost(App.codeForm(code), "sandbox-google-client", "sandbox-google-secret")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_wrong_secret_is_401_invalid_client() {
        String code = App.code(sandbox.google().approve(app.authUrl(), "bob"));

        App.Answer answer = app.tokenByPost(App.codeForm(code), "sandbox-google-client", "guessed");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("error")).isEqualTo("invalid_client");
    }

    @Test
    void cancelling_returns_access_denied_with_state_and_issuer() {
        assertThat(App.query(sandbox.google().cancel(app.authUrl())))
                .containsEntry("error", "access_denied")
                .containsEntry("state", App.STATE)
                .containsEntry("iss", sandbox.googleIssuer().toString())
                .doesNotContainKey("code");
    }

    @Test
    void a_code_redeemed_twice_is_refused_and_what_it_brought_is_revoked() {
        String code = App.code(sandbox.google().approve(app.authUrl(), "ann"));
        String accessToken = app.exchange(code).text("access_token");
        assertThat(sandbox.ledger().isLiveAccessToken(accessToken)).isTrue();

        App.Answer second = app.exchange(code);

        assertThat(second.status()).isEqualTo(400);
        assertThat(second.text("error")).isEqualTo("invalid_grant");
        assertThat(sandbox.ledger().isLiveAccessToken(accessToken)).isFalse();
        assertThat(sandbox.ledger().exchangesOf(code)).isEqualTo(2);
    }

    @Test
    void a_code_lives_a_minute() {
        String code = App.code(sandbox.google().approve(app.authUrl(), "ann"));
        clock.advance(Duration.ofSeconds(60));

        assertThat(app.exchange(code).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void the_verifier_must_fit_the_challenge() {
        Map<String, String> form = App.codeForm(App.code(sandbox.google().approve(app.authUrl(), "ann")));
        Map<String, String> without = new LinkedHashMap<>(form);
        without.remove("code_verifier");
        form.put("code_verifier", "another-verifier-of-at-least-forty-three-characters");

        assertThat(app.token(form).text("error_description")).isEqualTo("Invalid code verifier.");
        assertThat(app.token(without).text("error_description")).isEqualTo("Missing code verifier.");
    }

    @Test
    void a_verifier_without_a_challenge_is_refused() {
        URI withoutPkce = app.authUrl(Map.of("code_challenge", "", "code_challenge_method", ""));

        assertThat(app.exchange(App.code(sandbox.google().approve(withoutPkce, "ann")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void the_redirect_uri_must_be_that_of_the_request() {
        Map<String, String> form = App.codeForm(App.code(sandbox.google().approve(app.authUrl(), "ann")));
        form.put("redirect_uri", App.REDIRECT_URI + "/");

        assertThat(app.token(form).text("error")).isEqualTo("redirect_uri_mismatch");
    }

    @Test
    void a_bad_request_is_a_page_and_never_a_redirect() {
        for (Map<String, String> change : List.of(
                Map.of("client_id", "unknown"),
                Map.of("redirect_uri", "http://evil.example/callback"),
                Map.of("redirect_uri", "http://127.0.0.1@evil.example/callback"),
                Map.of("redirect_uri", "javascript:alert(1)"),
                Map.of("response_type", "token"),
                Map.of("scope", "everything"),
                Map.of("code_challenge_method", "plain"),
                Map.of("code_challenge", "short"))) {
            App.Answer answer = app.get(app.authUrl(change), "");

            assertThat(answer.status()).as("%s", change).isBetween(400, 401);
            assertThat(answer.header("Location")).isEmpty();
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> sandbox.google().approve(app.authUrl(Map.of("client_id", "unknown")), "ann"))
                .withMessageContaining("401");
    }

    @Test
    void the_profile_is_given_to_a_good_token_until_it_is_revoked() {
        String token = app.exchange(App.code(sandbox.google().approve(app.authUrl(), "ann")))
                .text("access_token");
        URI userinfo = URI.create(sandbox.googleIssuer() + "/userinfo");
        assertThat(app.get(userinfo, "Bearer " + token).json())
                .containsEntry("sub", SandboxGoogle.subjectOf("ann"))
                .containsEntry("email", "ann@example.com");

        assertThat(app.post(URI.create(sandbox.googleIssuer() + "/revoke"), Map.of("token", token), "")
                        .status())
                .isEqualTo(200);

        assertThat(app.get(userinfo, "Bearer " + token).status()).isEqualTo(401);
        assertThat(app.get(userinfo, "").status()).isEqualTo(401);
    }

    @Test
    void a_refresh_token_comes_offline_at_first_consent_and_later_only_when_consent_is_asked_for() {
        Map<String, String> offline = Map.of("access_type", "offline");
        Map<String, String> withConsent = Map.of("access_type", "offline", "prompt", "consent");

        App.Answer first = app.exchange(App.code(sandbox.google().approve(app.authUrl(offline), "ann")));
        App.Answer second = app.exchange(App.code(sandbox.google().approve(app.authUrl(offline), "ann")));
        App.Answer third = app.exchange(App.code(sandbox.google().approve(app.authUrl(withConsent), "ann")));

        assertThat(first.json()).containsKey("refresh_token");
        assertThat(second.json()).doesNotContainKey("refresh_token");
        assertThat(third.json()).containsKey("refresh_token");
        App.Answer refreshed = app.refresh(first.text("refresh_token"));
        assertThat(refreshed.json()).containsKeys("access_token", "id_token").doesNotContainKey("refresh_token");
    }

    @Test
    void the_face_in_the_picture_claim_can_be_fetched() {
        App.Answer answer = app.get(URI.create(sandbox.googleIssuer() + "/face?person=ann"), "");

        assertThat(answer.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(answer.body()).contains("<svg", ">A</text>");
    }
}
