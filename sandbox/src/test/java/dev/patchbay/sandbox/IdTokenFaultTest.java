package dev.patchbay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.patchbay.sandbox.party.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdTokenFaultTest {
    private final SteeredClock clock = new SteeredClock();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withClock(clock));
    private final App app = App.google(sandbox);

    @AfterEach
    void close() {
        app.close();
        sandbox.close();
    }

    private JWT signInUnder(Fault fault) throws Exception {
        sandbox.google().script(fault);
        URI returned = sandbox.google().approve(app.authUrl(Map.of("nonce", "n-1")), "ann");
        return JWTParser.parse(app.exchange(App.code(returned)).text("id_token"));
    }

    private JWTClaimsSet claimsUnder(Fault fault) throws Exception {
        SignedJWT token = (SignedJWT) signInUnder(fault);
        assertThat(verifies(token)).as("the signature is sound").isTrue();
        return token.getJWTClaimsSet();
    }

    private JWKSet keys() throws Exception {
        return JWKSet.parse(
                app.get(URI.create(sandbox.googleIssuer() + "/certs"), "").body());
    }

    private RSAKey newestKey() throws Exception {
        return keys().getKeys().getFirst().toRSAKey();
    }

    private boolean verifies(SignedJWT token) throws Exception {
        return token.verify(new RSASSAVerifier(newestKey()));
    }

    @Test
    void signatures_can_be_bad_under_a_known_kid() throws Exception {
        for (Fault fault : new Fault[] {Fault.Kind.ID_TOKEN_BAD_SIGNATURE, Fault.Kind.ID_TOKEN_WRONG_KEY}) {
            SignedJWT token = (SignedJWT) signInUnder(fault);

            assertThat(token.getHeader().getKeyID()).isEqualTo(newestKey().getKeyID());
            assertThat(verifies(token)).as("%s", fault).isFalse();
        }
    }

    @Test
    void the_algorithm_can_be_none() throws Exception {
        assertThat(signInUnder(Fault.Kind.ID_TOKEN_UNSIGNED)).isInstanceOf(PlainJWT.class);
    }

    @Test
    void the_public_key_can_be_misused_as_a_mac_key() throws Exception {
        SignedJWT token = (SignedJWT) signInUnder(Fault.Kind.ID_TOKEN_HS256_PUBLIC_KEY);

        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.HS256);
        assertThat(token.verify(new MACVerifier(newestKey().toRSAPublicKey().getEncoded())))
                .isTrue();
    }

    @Test
    void the_kid_can_be_absent_from_a_good_token() throws Exception {
        SignedJWT token = (SignedJWT) signInUnder(Fault.Kind.ID_TOKEN_NO_KID);

        assertThat(token.getHeader().getKeyID()).isNull();
        assertThat(verifies(token)).isTrue();
    }

    @Test
    void keys_can_be_rotated_just_before_signing_and_the_old_one_stays_published() throws Exception {
        String before = newestKey().getKeyID();
        SignedJWT token = (SignedJWT) signInUnder(Fault.Kind.KEYS_ROTATED);

        assertThat(token.getHeader().getKeyID()).isNotEqualTo(before);
        assertThat(verifies(token)).isTrue();
        assertThat(keys().getKeyByKeyId(before)).isNotNull();
    }

    @Test
    void each_claim_can_be_wrong() throws Exception {
        Date now = Date.from(clock.instant());
        Date inAnHour = Date.from(clock.instant().plus(Duration.ofHours(1)));
        assertThat(claimsUnder(Fault.Kind.ID_TOKEN_WRONG_ISSUER).getIssuer())
                .isNotEqualTo(sandbox.googleIssuer().toString());
        assertThat(claimsUnder(Fault.Kind.ID_TOKEN_WRONG_AUDIENCE).getAudience())
                .doesNotContain(SandboxOptions.GOOGLE_CLIENT.id());
        assertThat(claimsUnder(Fault.Kind.ID_TOKEN_NO_NONCE).getClaims()).doesNotContainKey("nonce");
        assertThat(claimsUnder(Fault.Kind.ID_TOKEN_WRONG_NONCE).getStringClaim("nonce"))
                .isNotEqualTo("n-1");
        assertThat(claimsUnder(Fault.Kind.ID_TOKEN_NO_SUBJECT).getClaims()).doesNotContainKey("sub");
        assertThat(claimsUnder(Fault.Kind.ID_TOKEN_EXPIRED).getExpirationTime()).isBefore(now);
        assertThat(claimsUnder(Fault.Kind.ID_TOKEN_FROM_THE_FUTURE).getIssueTime())
                .isEqualTo(inAnHour);
    }
}
