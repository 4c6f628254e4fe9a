package dev.patchbay.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.patchbay.domain.session.Session;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final JOSEObjectType TYPE = new JOSEObjectType("session+jwt");

    private final TestService service = TestService.start();
    private final TestService.Person ann = service.person("Ann");

    @AfterEach
    void stop() {
        service.close();
    }

    private JWTClaimsSet.Builder goodClaims() {
        return new JWTClaimsSet.Builder()
                .issuer("http://127.0.0.1:8080")
                .audience("patchbay")
                .subject(ann.account.id().value())
                .claim("sid", ann.session.id().toString())
                .issueTime(Date.from(service.clock.instant()))
                .expirationTime(Date.from(service.clock.instant().plusSeconds(600)));
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws Exception {
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private ECKey publicKey() throws Exception {
        Answer keys = service.client().get("/.well-known/jwks.json").isOk();
        assertThat(keys.body()).doesNotContain("\"d\"");
        return ECKey.parse(com.nimbusds.jose.util.JSONObjectUtils.toJSONString(
                com.nimbusds.jose.util.JSONObjectUtils.getJSONObjectArray(keys.json(), "keys")[0]));
    }

    @Test
    void a_token_of_ours_is_verified_with_the_published_key_and_carries_the_promised_claims() throws Exception {
        SignedJWT jwt = SignedJWT.parse(ann.token());
        assertThat(jwt.verify(new com.nimbusds.jose.crypto.ECDSAVerifier(publicKey())))
                .isTrue();
        assertThat(jwt.getHeader().getType()).isEqualTo(TYPE);
        assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(jwt.getHeader().getKeyID())
                .isEqualTo(publicKey().computeThumbprint().toString());
        assertThat(jwt.getJWTClaimsSet().getClaims().keySet())
                .containsExactlyInAnyOrder("iss", "aud", "sub", "sid", "iat", "exp");
        ann.client().get("/user/profile").isOk();
    }

    @Test
    void every_forgery_is_refused() throws Exception {
        ECKey known = publicKey();
        ECKey mine = new ECKeyGenerator(Curve.P_256).keyID(known.getKeyID()).generate();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(TYPE)
                .keyID(known.getKeyID())
                .build();
        JWTClaimsSet good = goodClaims().build();
        String genuine = ann.token();
        String[] parts = genuine.split("\\.", -1);
        byte[] publicBytes = known.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        Map<String, String> forgeries = new LinkedHashMap<>();
        forgeries.put("alg none", new PlainJWT(good).serialize());
        forgeries.put(
                "alg none with our header",
                Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(
                                        "{\"alg\":\"none\",\"typ\":\"session+jwt\"}".getBytes(StandardCharsets.UTF_8))
                        + "." + parts[1] + ".");
        forgeries.put(
                "HS256 with the public key",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .type(TYPE)
                                .keyID(known.getKeyID())
                                .build(),
                        good,
                        new MACSigner(publicBytes)));
        forgeries.put("another key under our kid", signed(header, good, new ECDSASigner(mine)));
        forgeries.put(
                "a key that it brings itself",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .type(TYPE)
                                .keyID(known.getKeyID())
                                .jwk(mine.toPublicJWK())
                                .jwkURL(URI.create("https://evil.example/jwks"))
                                .build(),
                        good,
                        new ECDSASigner(mine)));
        forgeries.put(
                "other claims",
                parts[0] + "."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(goodClaims()
                                        .subject("mmp_00000000-0000-4000-8000-000000000000")
                                        .build()
                                        .toString()
                                        .getBytes(StandardCharsets.UTF_8))
                        + "." + parts[2]);
        forgeries.put("no signature", parts[0] + "." + parts[1] + ".");
        forgeries.put("zero signature", parts[0] + "." + parts[1] + "." + "A".repeat(86));
        forgeries.put("garbage", "garbage");
        forgeries.put("dots", "...");
        forgeries.put("long", "a.".repeat(3000));
        forgeries.forEach((what, token) -> {
            Answer answer = service.client().bearing(token).get("/user/profile");
            assertThat(answer.status()).as(what).isEqualTo(401);
            answer.isProblem(401, "unauthenticated");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(service.client()
                            .always("Cookie", "patchbay_session=" + token)
                            .get("/platforms/spotify/token")
                            .status())
                    .as(what)
                    .isEqualTo(401);
        });
        service.client().bearing(genuine).get("/user/profile").isOk();
    }

    @Test
    void with_a_shared_secret_what_is_signed_right_but_says_wrong_is_refused() throws Exception {
        String secret = "nGk2v8Qx7Lr4Zp9Wb3Td6Yh1Js5Mf0Cu";
        try (TestService shared = TestService.start(Map.of("JWT_SECRET", secret, "JWT_ALGORITHM", "HS256"))) {
            TestService.Person bob = shared.person("Bob");
            MACSigner signer = new MACSigner(secret.getBytes(StandardCharsets.UTF_8));
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).build();
            JWTClaimsSet good = goodClaims()
                    .subject(bob.account.id().value())
                    .claim("sid", bob.session.id().toString())
                    .build();
            assertThat(shared.client().get("/.well-known/jwks.json").isOk().body())
                    .isEqualTo("{\"keys\":[]}");
            assertThat(SignedJWT.parse(bob.token()).getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.HS256);
            shared.client()
                    .bearing(signed(header, good, signer))
                    .get("/user/profile")
                    .isOk();

            Date past = Date.from(shared.clock.instant().minusSeconds(1));
            Date later = Date.from(shared.clock.instant().plusSeconds(3600));
            Map<String, String> wrong = new LinkedHashMap<>();
            wrong.put(
                    "type",
                    signed(
                            new JWSHeader.Builder(JWSAlgorithm.HS256)
                                    .type(JOSEObjectType.JWT)
                                    .build(),
                            good,
                            signer));
            wrong.put("no type", signed(new JWSHeader(JWSAlgorithm.HS256), good, signer));
            wrong.put(
                    "critical",
                    signed(
                            new JWSHeader.Builder(JWSAlgorithm.HS256)
                                    .type(TYPE)
                                    .criticalParams(java.util.Set.of("b64"))
                                    .base64URLEncodePayload(true)
                                    .build(),
                            good,
                            signer));
            for (var change : Map.<String, JWTClaimsSet>of(
                            "issuer", copy(good).issuer("https://other.example").build(),
                            "no issuer", copy(good).issuer(null).build(),
                            "audience", copy(good).audience("other").build(),
                            "two audiences",
                                    copy(good)
                                            .audience(List.of("patchbay", "other"))
                                            .build(),
                            "expired", copy(good).expirationTime(past).build(),
                            "endless", copy(good).expirationTime(null).build(),
                            "from the future", copy(good).issueTime(later).build(),
                            "no subject", copy(good).subject(null).build(),
                            "odd subject", copy(good).subject("google:1").build(),
                            "odd sid", copy(good).claim("sid", 7).build())
                    .entrySet()) {
                wrong.put(change.getKey(), signed(header, change.getValue(), signer));
            }
            wrong.put(
                    "somebody else's session",
                    signed(
                            header,
                            copy(good)
                                    .claim(
                                            "sid",
                                            shared.person("Cay").session.id().toString())
                                    .build(),
                            signer));
            wrong.forEach((what, token) -> {
                assertThat(shared.client().bearing(token).get("/user/profile").status())
                        .as(what)
                        .isEqualTo(401);
                assertThat(shared.client()
                                .bearing(token)
                                .get("/platforms/spotify/token")
                                .status())
                        .as(what)
                        .isEqualTo(401);
            });
        }
    }

    private static JWTClaimsSet.Builder copy(JWTClaimsSet claims) {
        return new JWTClaimsSet.Builder(claims);
    }

    @Test
    void a_session_that_has_expired_is_over() {
        ann.client().get("/user/profile").isOk();
        service.clock.advance(Duration.ofDays(7));
        ann.client().get("/user/profile").isProblem(401, "unauthenticated");
        ann.client().get("/platforms/spotify/token").isProblem(401, "unauthenticated");
    }

    @Test
    void signing_out_ends_the_session_at_once_though_its_signature_is_remembered() {
        service.connected(ann.account, connection -> connection);
        Client browser = ann.browser();
        browser.get("/platforms/spotify/token").isOk();
        Answer out = browser.post("/auth/logout", "");
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.setCookies()).containsExactly("patchbay_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
        browser.get("/platforms/spotify/token").isProblem(401, "unauthenticated");
        browser.get("/user/profile").isProblem(401, "unauthenticated");
        assertThat(browser.post("/auth/logout", "").status()).isEqualTo(204);
    }

    @Test
    void signing_out_by_a_form_ends_at_the_page() {
        Answer out = ann.browser().form("/auth/logout", "", "Accept", "text/html");
        assertThat(out.status()).isEqualTo(303);
        assertThat(out.header("Location")).isEqualTo(TestService.HOME);
        ann.browser().get("/user/profile").isProblem(401, "unauthenticated");
    }

    @Test
    void a_bad_bearer_token_is_not_rescued_by_a_good_cookie() {
        ann.browser().bearing("forged").get("/user/profile").isProblem(401, "unauthenticated");
        ann.browser().bearing(" ").get("/user/profile").isProblem(401, "unauthenticated");
        ann.browser()
                .always("Authorization", "Basic dXNlcjpwYXNz")
                .get("/user/profile")
                .isOk();
    }

    @Test
    void sessions_are_listed_and_ended_one_by_one_or_all() {
        Session other = service.newSession(ann.account);
        Client client = ann.client();
        Answer list = client.get("/user/sessions").isOk();
        assertThat((List<?>) list.json().get("data")).hasSize(2);
        assertThat(list.body()).contains("\"current\":true", "\"current\":false", "\"device\":\"Firefox on Linux\"");
        assertThat(client.delete("/user/sessions/" + other.id()).status()).isEqualTo(204);
        service.client().bearing(service.tokenOf(other)).get("/user/profile").isProblem(401, "unauthenticated");
        client.delete("/user/sessions/" + other.id()).isProblem(404, "not_found");
        client.delete("/user/sessions/nonsense").isProblem(404, "not_found");
        service.newSession(ann.account);
        Answer all = client.delete("/user/sessions").isOk();
        assertThat(all.body()).isEqualTo("{\"data\":{\"ended\":2}}");
        client.get("/user/profile").isProblem(401, "unauthenticated");
    }

    @Test
    void a_store_that_is_away_is_503_and_never_401() {
        service.connected(ann.account, connection -> connection);
        String token = ann.token();
        service.client().get("/.well-known/jwks.json").isOk();
        service.storeGoesDown();
        Client client = service.client().bearing(token);
        for (String path : List.of(
                "/user/profile",
                "/user/platforms",
                "/user/sessions",
                "/user/activity",
                "/platforms/spotify/token",
                "/platforms/spotify/status",
                "/platforms/spotify/health?probe=true")) {
            assertThat(client.get(path)
                            .isProblem(503, "temporarily_unavailable")
                            .header("Retry-After"))
                    .isEqualTo("5");
        }
        client.post("/auth/logout", "").isProblem(503, "temporarily_unavailable");
        client.post("/platforms/spotify/connect", "{}").isProblem(503, "temporarily_unavailable");
        service.client().post("/auth/google/login", "{}").isProblem(503, "temporarily_unavailable");
        service.store.heal();
        client.get("/platforms/spotify/token").isOk();
    }
}
