package dev.patchbay.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.patchbay.domain.vault.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class IdTokenRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Issuers OP = new Issuers() {
        @Override
        public String inMetadata() {
            return "https://op.example";
        }

        @Override
        public boolean inRedirect(String iss) {
            return iss.equals(inMetadata());
        }

        @Override
        public Set<String> inIdToken(Claims claims) {
            return Set.of(inMetadata());
        }
    };
    private static final Duration EDGE = Duration.ofSeconds(60);
    private static final IdTokenRules RULES = rules(false);

    private static IdTokenRules rules(boolean nonceMayLack) {
        return new IdTokenRules(OP, "us", Secret.of("nonce").fingerprint(), nonceMayLack);
    }

    private static JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .issuer("https://op.example")
                .audience("us")
                .subject("1")
                .claim("nonce", "nonce")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(300)));
    }

    private static void assertBroken(String check, UnaryOperator<JWTClaimsSet.Builder> change) {
        assertThat(RULES.broken(new Claims(change.apply(good()).build()), NOW)).contains(check);
    }

    private static void assertFine(UnaryOperator<JWTClaimsSet.Builder> change) {
        assertThat(RULES.broken(new Claims(change.apply(good()).build()), NOW)).isEmpty();
    }

    @Test
    void a_good_token_breaks_no_rule() {
        assertFine(claims -> claims);
    }

    @Test
    void the_issuer_is_compared_exactly() {
        assertBroken("issuer", claims -> claims.issuer(null));
        assertBroken("issuer", claims -> claims.issuer("https://op.example/"));
        assertBroken("issuer", claims -> claims.issuer("HTTPS://op.example"));
    }

    @Test
    void we_are_the_audience() {
        assertBroken("audience", claims -> claims.audience((String) null));
        assertBroken("audience", claims -> claims.audience("them"));
    }

    @Test
    void a_token_for_several_names_us_as_the_authorized_party() {
        assertBroken("authorized party", claims -> claims.audience(List.of("us", "them")));
        assertBroken("authorized party", claims -> claims.audience(List.of("us", "them"))
                .claim("azp", "them"));
        assertBroken("authorized party", claims -> claims.claim("azp", "them"));
        assertBroken("authorized party", claims -> claims.claim("azp", 7));
        assertFine(claims -> claims.audience(List.of("us", "them")).claim("azp", "us"));
    }

    @Test
    void times_hold_within_a_minute() {
        assertBroken("expiry", claims -> claims.expirationTime(null));
        assertBroken("expiry", claims -> claims.expirationTime(Date.from(NOW.minus(EDGE))));
        assertFine(claims -> claims.expirationTime(Date.from(NOW.minus(EDGE).plusSeconds(1))));
        assertBroken("time of issue", claims -> claims.issueTime(null));
        assertBroken(
                "time of issue",
                claims -> claims.issueTime(Date.from(NOW.plus(EDGE).plusSeconds(1))));
        assertFine(claims -> claims.issueTime(Date.from(NOW.plus(EDGE))));
        assertBroken(
                "not yet valid",
                claims -> claims.notBeforeTime(Date.from(NOW.plus(EDGE).plusSeconds(1))));
        assertFine(claims -> claims.notBeforeTime(Date.from(NOW.plus(EDGE))));
    }

    @Test
    void a_token_of_an_hour_ago_is_too_old_however_long_it_lives() {
        assertBroken("time of issue", claims -> claims.issueTime(Date.from(NOW.minusSeconds(3661)))
                .expirationTime(Date.from(NOW.plusSeconds(86_400))));
        assertFine(claims -> claims.issueTime(Date.from(NOW.minusSeconds(3600))));
    }

    @Test
    void the_nonce_is_there_and_ours() {
        assertBroken("nonce", claims -> claims.claim("nonce", null));
        assertBroken("nonce", claims -> claims.claim("nonce", ""));
        assertBroken("nonce", claims -> claims.claim("nonce", "another"));
        assertBroken("nonce", claims -> claims.claim("nonce", List.of("nonce")));
    }

    @Test
    void only_where_a_nonce_may_lack_a_token_without_one_passes_and_never_one_with_another() {
        Claims without = new Claims(good().claim("nonce", null).build());
        Claims another = new Claims(good().claim("nonce", "another").build());
        Claims blank = new Claims(good().claim("nonce", "").build());

        assertThat(rules(true).broken(without, NOW)).isEmpty();
        assertThat(rules(true).broken(another, NOW)).contains("nonce");
        assertThat(rules(true).broken(blank, NOW)).contains("nonce");
    }

    @Test
    void a_subject_has_1_to_255_characters() {
        assertBroken("subject", claims -> claims.subject(null));
        assertBroken("subject", claims -> claims.subject(" "));
        assertBroken("subject", claims -> claims.subject("1".repeat(256)));
    }
}
