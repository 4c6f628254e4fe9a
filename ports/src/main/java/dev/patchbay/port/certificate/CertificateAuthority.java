package dev.patchbay.port.certificate;

import dev.patchbay.domain.certificate.AuthorityId;
import dev.patchbay.domain.certificate.CertificateChain;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.domain.certificate.ChallengeToken;
import dev.patchbay.domain.certificate.KeyAndChain;
import dev.patchbay.domain.certificate.OrderFailure;
import dev.patchbay.domain.certificate.RenewalWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who issues certificates to whoever answers at a name. It keeps its account there by itself. Its calls take seconds to
 * minutes and none longer than {@link #LONGEST}. Safe for many threads; never throws for what happens there.
 */
public interface CertificateAuthority {
    /** How long an order may take. */
    Duration LONGEST = Duration.ofMinutes(5);

    /** Which one it is; the same for every object and process that speaks to it. */
    AuthorityId id();

    /**
     * Has a certificate issued, with a private key that is made for it and was never used.
     *
     * @param board where challenges have to be answered before the authority is told to look; whatever is put there is taken down again
     */
    Ordering order(Order order, ChallengeBoard board);

    /** Asks when a certificate, which it issued, had better be renewed. Costs nothing and changes nothing. */
    Advice advice(CertificateChain chain);

    /**
     * What is ordered.
     *
     * @param replaces the one that it is to take the place of; lets some authorities lift their limits. Counts for nothing where they
     *     know no such thing
     */
    record Order(CertificateNames names, Optional<CertificateChain> replaces) {}

    /** Where challenges are answered. May throw {@link dev.patchbay.port.StoreUnavailable}, which then comes out of the order. */
    interface ChallengeBoard {
        /** Returns when every process of the service answers it. */
        void put(Challenge challenge);

        /** Answers it no more; one that is not there is fine. */
        void takeDown(ChallengeToken token);
    }

    /** What came of an order. */
    sealed interface Ordering {
        /** There it is, not yet looked at. */
        record Issued(KeyAndChain certificate) implements Ordering {}

        /** The authority objects to what it is to replace, and to nothing else: without that it may be ordered at once. */
        record ReplacesRefused(String detail) implements Ordering {}

        /** There is none. */
        record Failed(OrderFailure failure) implements Ordering {}
    }

    /** What it says about renewing. */
    sealed interface Advice {
        /**
         * @param askAgainAt when to ask next, as it said
         * @param explanation a page about an unusual window
         */
        record Suggested(RenewalWindow window, Optional<Instant> askAgainAt, Optional<String> explanation)
                implements Advice {}

        /** It does not give such advice. */
        record NotGiven() implements Advice {}

        /** No answer now; what it said before still holds. */
        record Unavailable(String detail) implements Advice {}
    }
}
