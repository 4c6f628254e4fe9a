package dev.patchbay.domain.merge;

import dev.patchbay.domain.provider.ProviderId;

/**
 * Both accounts have what one account has once; one of the two goes.
 *
 * @param provider where they have it
 * @param ofEnded whether that of the account that ends stays
 */
public record MergeConflict(Kind kind, ProviderId provider, boolean ofEnded) {
    /** What they both have. */
    public enum Kind {
        /** A sign-in with one provider; which one stays is a choice. */
        METHOD,
        /** A connection to one platform; which one stays is a choice. */
        CONNECTION,
        /** An app of their own at one platform; the one that the remaining connection was made with stays. */
        APP,
        /** A seat in somebody's app at one platform; the one beside the remaining connection stays. */
        SEAT
    }
}
