package dev.patchbay.oauth;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.JWSVerifierFactory;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.patchbay.domain.vault.Secret;
import java.security.Key;
import java.security.interfaces.EdECPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;

/**
 * Verifies ID tokens. Keys come from the provider's own key set and nowhere else ({@code jku}, {@code jwk} and {@code
 * x5u} headers are ignored); only asymmetric algorithms that the provider advertises count, never {@code none} or
 * HS256. Safe for many threads.
 */
final class IdTokens {
    private final ProviderKeys keys;
    private final Clock clock;

    IdTokens(ProviderKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** What an ID token proves. */
    sealed interface Verdict {
        /** Everything it claims, by its issuer's word. */
        record Proven(Claims claims) implements Verdict {}

        /** Nothing. */
        record Untrusted(String check) implements Verdict {}

        /** It cannot be known now: the keys are not to be had. */
        record Unknown(String why) implements Verdict {}
    }

    /** @param accessToken what came with it, and what its {@code at_hash} must fit when it has one */
    Verdict verify(Secret idToken, Secret accessToken, ProviderMetadata metadata, IdTokenRules rules) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWTClaimsSetAwareJWSKeySelector(
                new SigningKeys(keys.at(metadata.keys()), metadata.algorithms(), rules.issuers()));
        processor.setJWSVerifierFactory(verifiers());
        // The rules below know our clock and name the check that failed.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        try {
            JWT token = JWTParser.parse(idToken.reveal());
            Claims claims = new Claims(processor.process(token, null));
            Optional<String> broken = rules.broken(claims, clock.instant())
                    .or(() -> brokenHash(claims, token.getHeader().getAlgorithm(), accessToken));
            return broken.isPresent() ? new Verdict.Untrusted(broken.get()) : new Verdict.Proven(claims);
        } catch (ParseException e) {
            return new Verdict.Untrusted("not a JWT");
        } catch (BadJWSException e) {
            return new Verdict.Untrusted("signature");
        } catch (BadJOSEException e) {
            return new Verdict.Untrusted("algorithm or key");
        } catch (KeySourceException e) {
            return new Verdict.Unknown("the provider's keys cannot be had");
        } catch (JOSEException e) {
            return new Verdict.Untrusted("signature");
        }
    }

    private static JWSVerifierFactory verifiers() {
        return new DefaultJWSVerifierFactory() {
            @Override
            public JWSVerifier createJWSVerifier(JWSHeader header, Key key) throws JOSEException {
                return key instanceof EdECPublicKey ed && JWSAlgorithm.Family.ED.contains(header.getAlgorithm())
                        ? new EdDsaVerifier(ed)
                        : super.createJWSVerifier(header, key);
            }
        };
    }

    /** Optional in the code flow; where it is there it ties the two tokens together (Core 1.0 §3.1.3.8). */
    private static Optional<String> brokenHash(Claims claims, Algorithm algorithm, Secret accessToken) {
        boolean fits = !claims.has("at_hash")
                || claims.text("at_hash")
                        .filter(AccessTokenHash.of(algorithm.getName(), accessToken)::equals)
                        .isPresent();
        return fits ? Optional.empty() : Optional.of("access token hash");
    }
}
