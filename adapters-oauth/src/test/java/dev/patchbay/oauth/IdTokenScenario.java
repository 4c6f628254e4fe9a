package dev.patchbay.oauth;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.ForgedKey.Kind;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What can be wrong, or only unusual, with an ID token and with what it is checked against: the client's scenarios of the
 * OpenID conformance suite, and some of attackers.
 */
public enum IdTokenScenario {
    SIGNED_BY_RS256(Verdict.PROVEN, forge -> {}),
    SIGNED_BY_PS256(Verdict.PROVEN, forge -> forge.signedBy(Kind.PS256, "pss")),
    SIGNED_BY_ES256(Verdict.PROVEN, forge -> forge.signedBy(Kind.ES256, "ec")),
    SIGNED_BY_ED25519(Verdict.PROVEN, forge -> forge.signedBy(Kind.EdDSA, "ed")),
    SIGNED_BY_ED25519_UNDER_ITS_NEWER_NAME(Verdict.PROVEN, forge -> {
        forge.signedBy(Kind.EdDSA, "ed");
        forge.header.put("alg", "Ed25519");
    }),
    RIGHT_ACCESS_TOKEN_HASH_BESIDE_ED25519(Verdict.PROVEN, forge -> {
        forge.signedBy(Kind.EdDSA, "ed");
        forge.claims.put("at_hash", AccessTokenHash.of("EdDSA", Secret.of(Forge.ACCESS_TOKEN)));
    }),
    KEY_ROTATED_JUST_BEFORE_SIGNING(Verdict.PROVEN, forge -> forge.signedBy(Kind.RS256, "two")),
    UNREADABLE_KEY_BESIDE_OURS(Verdict.PROVEN, forge -> {
        forge.keys.add(Map.of("kty", "RSA", "n", "", "e", "AQAB", "kid", "broken"));
        forge.keys.add("not even an object");
    }),
    KEY_OF_UNKNOWN_TYPE_BESIDE_OURS(
            Verdict.PROVEN, forge -> forge.keys.add(Map.of("kty", "AKP", "alg", "ML-DSA-44", "kid", "later"))),
    KEY_FOR_ENCRYPTION_BESIDE_OURS_AND_NO_KID(Verdict.PROVEN, forge -> {
        forge.publish(ForgedKey.of(Kind.RS256, "two")).put("use", "enc");
        forge.header.remove("kid");
    }),
    NO_KID_AND_ONE_KEY(Verdict.PROVEN, forge -> forge.header.remove("kid")),
    NO_TYPE_IN_THE_HEADER(Verdict.PROVEN, forge -> forge.header.remove("typ")),
    AUDIENCE_IN_A_LIST(Verdict.PROVEN, forge -> forge.claims.put("aud", List.of(Forge.CLIENT))),
    SEVERAL_AUDIENCES_AND_WE_ARE_THE_PARTY(Verdict.PROVEN, forge -> {
        forge.claims.put("aud", List.of("somebody-else", Forge.CLIENT));
        forge.claims.put("azp", Forge.CLIENT);
    }),
    CLOCK_HALF_A_MINUTE_AHEAD(Verdict.PROVEN, forge -> add(forge, "iat", 30)),
    CLOCK_HALF_A_MINUTE_BEHIND(Verdict.PROVEN, forge -> add(forge, "exp", -330)),
    RIGHT_ACCESS_TOKEN_HASH(
            Verdict.PROVEN,
            forge -> forge.claims.put("at_hash", AccessTokenHash.of("RS256", Secret.of(Forge.ACCESS_TOKEN)))),
    UNKNOWN_CLAIMS(Verdict.PROVEN, forge -> forge.claims.put("roles", List.of(Map.of("a", 1)))),

    NO_ISSUER(Verdict.REFUSED, forge -> forge.claims.remove("iss")),
    OTHER_ISSUER(Verdict.REFUSED, forge -> forge.claims.put("iss", "https://elsewhere.example")),
    ISSUER_WITH_ANOTHER_END(Verdict.REFUSED, forge -> forge.claims.merge("iss", "/x", (a, b) -> "" + a + b)),
    ISSUER_IN_CAPITALS(
            Verdict.REFUSED,
            forge -> forge.claims.computeIfPresent(
                    "iss", (n, iss) -> iss.toString().toUpperCase(Locale.ROOT))),
    ISSUER_NO_TEXT(Verdict.REFUSED, forge -> forge.claims.put("iss", 7)),
    NO_AUDIENCE(Verdict.REFUSED, forge -> forge.claims.remove("aud")),
    OTHER_AUDIENCE(Verdict.REFUSED, forge -> forge.claims.put("aud", "somebody-else")),
    SEVERAL_AUDIENCES_AND_NO_PARTY(
            Verdict.REFUSED, forge -> forge.claims.put("aud", List.of("somebody-else", Forge.CLIENT))),
    OTHER_PARTY(Verdict.REFUSED, forge -> forge.claims.put("azp", "somebody-else")),
    NO_SUBJECT(Verdict.REFUSED, forge -> forge.claims.remove("sub")),
    BLANK_SUBJECT(Verdict.REFUSED, forge -> forge.claims.put("sub", " ")),
    SUBJECT_NO_TEXT(Verdict.REFUSED, forge -> forge.claims.put("sub", List.of("24400320"))),
    SUBJECT_TOO_LONG(Verdict.REFUSED, forge -> forge.claims.put("sub", "1".repeat(256))),
    NO_EXPIRY(Verdict.REFUSED, forge -> forge.claims.remove("exp")),
    EXPIRED(Verdict.REFUSED, forge -> add(forge, "exp", -420)),
    NO_TIME_OF_ISSUE(Verdict.REFUSED, forge -> forge.claims.remove("iat")),
    ISSUED_IN_THE_FUTURE(Verdict.REFUSED, forge -> add(forge, "iat", 120)),
    ISSUED_A_DAY_AGO_AND_STILL_ALIVE(Verdict.REFUSED, forge -> add(forge, "iat", -86_400)),
    NOT_VALID_YET(Verdict.REFUSED, forge -> {
        forge.claims.put("nbf", forge.claims.get("iat"));
        add(forge, "nbf", 120);
    }),
    NO_NONCE(Verdict.REFUSED, forge -> forge.claims.remove("nonce")),
    OTHER_NONCE(Verdict.REFUSED, forge -> forge.claims.put("nonce", "the-nonce-of-another-attempt")),
    NONCE_IN_A_LIST(Verdict.REFUSED, forge -> forge.claims.put("nonce", List.of(ForgingOp.NONCE))),
    WRONG_ACCESS_TOKEN_HASH(
            Verdict.REFUSED,
            forge -> forge.claims.put("at_hash", AccessTokenHash.of("RS256", Secret.of("another-token")))),

    BAD_RS256_SIGNATURE(Verdict.REFUSED, forge -> forge.finish(Forge::damaged)),
    BAD_PS256_SIGNATURE(Verdict.REFUSED, forge -> {
        forge.signedBy(Kind.PS256, "pss");
        forge.finish(Forge::damaged);
    }),
    BAD_ES256_SIGNATURE(Verdict.REFUSED, forge -> {
        forge.signedBy(Kind.ES256, "ec");
        forge.finish(Forge::damaged);
    }),
    BAD_ED25519_SIGNATURE(Verdict.REFUSED, forge -> {
        forge.signedBy(Kind.EdDSA, "ed");
        forge.finish(Forge::damaged);
    }),
    CLAIMS_CHANGED_AFTER_SIGNING(
            Verdict.REFUSED,
            forge -> forge.finish(token -> {
                Map<String, Object> others = new LinkedHashMap<>(forge.claims);
                others.put("sub", "1");
                String[] parts = token.split("\\.");
                return parts[0] + "." + Forge.part(others) + "." + parts[2];
            })),
    UNSIGNED(Verdict.REFUSED, forge -> {
        forge.header.put("alg", "none");
        forge.finish(token -> token.substring(0, token.lastIndexOf('.') + 1));
    }),
    UNSIGNED_IN_MIXED_CASE(Verdict.REFUSED, forge -> {
        forge.header.put("alg", "nOnE");
        forge.finish(token -> token.substring(0, token.lastIndexOf('.') + 1));
    }),
    SIGNATURE_LEFT_OUT(Verdict.REFUSED, forge -> forge.finish(token -> token.substring(0, token.lastIndexOf('.') + 1))),
    HS256_WITH_THE_CLIENT_SECRET(
            Verdict.REFUSED, forge -> forge.mac(Forge.CLIENT_SECRET.getBytes(StandardCharsets.UTF_8))),
    HS256_WITH_THE_PUBLIC_KEY(Verdict.REFUSED, forge -> forge.mac(forge.key.publicText())),
    STRANGERS_KEY_UNDER_OUR_KID(Verdict.REFUSED, forge -> forge.signOnlyWith(ForgedKey.of(Kind.RS256, "stranger"))),
    KID_OF_NO_KEY(Verdict.REFUSED, forge -> forge.header.put("kid", "nobody")),
    NO_KID_AND_SEVERAL_KEYS(Verdict.REFUSED, forge -> {
        forge.publish(ForgedKey.of(Kind.RS256, "two"));
        forge.header.remove("kid");
    }),
    STRANGERS_KEY_IN_THE_HEADER(Verdict.REFUSED, forge -> {
        forge.signOnlyWith(ForgedKey.of(Kind.RS256, "stranger"));
        forge.header.put("jwk", forge.key.published());
        forge.header.remove("kid");
    }),
    STRANGERS_KEYS_AT_AN_ADDRESS(Verdict.REFUSED, forge -> {
        forge.signOnlyWith(ForgedKey.of(Kind.RS256, "stranger"));
        forge.header.put("kid", "stranger");
        forge.header.put("jku", forge.base + ForgingOp.TRAP);
    }),
    STRANGERS_CERTIFICATE_AT_AN_ADDRESS(Verdict.REFUSED, forge -> {
        forge.signOnlyWith(ForgedKey.of(Kind.RS256, "stranger"));
        forge.header.put("x5u", forge.base + ForgingOp.TRAP);
    }),
    KEY_IS_FOR_ENCRYPTION(Verdict.REFUSED, forge -> forge.publishedKey().put("use", "enc")),
    KEY_IS_FOR_ANOTHER_ALGORITHM(Verdict.REFUSED, forge -> forge.publishedKey().put("alg", "RS512")),
    KEY_IS_RESERVED_FOR_ANOTHER_ISSUER(
            Verdict.REFUSED, forge -> forge.publishedKey().put("issuer", "https://elsewhere.example")),
    ALGORITHM_NOT_ADVERTISED(
            Verdict.REFUSED,
            forge -> forge.metadata.put("id_token_signing_alg_values_supported", List.of("ES256", "PS256"))),
    EXTENSION_THAT_MUST_BE_UNDERSTOOD(Verdict.REFUSED, forge -> {
        forge.header.put("crit", List.of("b65"));
        forge.header.put("b65", true);
    }),
    TYPE_OF_AN_ACCESS_TOKEN(Verdict.REFUSED, forge -> forge.header.put("typ", "at+jwt")),
    NO_JWT(Verdict.REFUSED, forge -> forge.finish(token -> "eyJhbGciOiJSUzI1NiJ9.e30")),
    WRAPPED_IN_ANOTHER(
            Verdict.REFUSED,
            forge -> forge.finish(token -> {
                String payload = Forge.base64(token.getBytes(StandardCharsets.US_ASCII));
                String input = Forge.part(Map.of("alg", "RS256", "cty", "JWT", "kid", "one")) + "." + payload;
                return input + "." + Forge.base64(forge.key.sign(input));
            })),

    METADATA_OF_ANOTHER_ISSUER(Verdict.NO_ANSWER, forge -> forge.metadata.put("issuer", "https://elsewhere.example")),
    METADATA_WITH_ANOTHER_END(Verdict.NO_ANSWER, forge -> forge.metadata.merge("issuer", "/x", (a, b) -> "" + a + b)),
    METADATA_WITHOUT_KEYS(Verdict.NO_ANSWER, forge -> forge.metadata.remove("jwks_uri")),
    METADATA_WITH_NO_ALGORITHM_OF_OURS(
            Verdict.NO_ANSWER,
            forge -> forge.metadata.put("id_token_signing_alg_values_supported", List.of("HS256", "none"))),
    NO_KEYS_AT_ALL(Verdict.NO_ANSWER, forge -> forge.keys.clear());

    /** How it must end. */
    public enum Verdict {
        /** Somebody is signed in. */
        PROVEN,
        /** It proves nothing. */
        REFUSED,
        /** There is nothing to check it against, which is nobody's forgery. */
        NO_ANSWER
    }

    private final Verdict verdict;
    private final Consumer<Forge> change;

    IdTokenScenario(Verdict verdict, Consumer<Forge> change) {
        this.verdict = verdict;
        this.change = change;
    }

    /** How it ends at a provider without anything special. */
    public Verdict verdict() {
        return verdict;
    }

    void changes(Forge forge) {
        change.accept(forge);
    }

    private static void add(Forge forge, String claim, long seconds) {
        forge.claims.computeIfPresent(claim, (name, time) -> ((Number) time).longValue() + seconds);
    }
}
