package dev.patchbay.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.patchbay.domain.vault.Secret;
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
        record Proven(JWTClaimsSet claims) implements Verdict {
            /** Claims are about a person; none is printed. */
            @Override
            public String toString() {
                return "Proven";
            }
        }

        /** Nothing. */
        record Untrusted(String check) implements Verdict {}

        /** It cannot be known now: the keys are not to be had. */
        record Unknown(String why) implements Verdict {}
    }

    Verdict verify(Secret idToken, ProviderMetadata metadata, IdTokenRules rules) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(metadata.algorithms(), keys.at(metadata.keys())));
        // The rules below know our clock and name the check that failed.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        try {
            JWTClaimsSet claims = processor.process(idToken.reveal(), null);
            Optional<String> broken = rules.broken(claims, clock.instant());
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
}
