package dev.patchbay.sandbox.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the stand-ins know to be true: the judge of a test. Safe for many threads; each answer is true at one moment.
 * Everything is kept for the life of the sandbox, and longer with a journal.
 */
public sealed interface Ledger permits Books {
    /** Whether this refresh token would be accepted now. */
    boolean isLiveRefreshToken(String token);

    /** Whether this access token would be accepted now. */
    boolean isLiveAccessToken(String token);

    /** The family of a code or token: the grant it was issued under. Empty if it was never issued here. */
    Optional<Grant> familyOf(String token);

    /** Why the family ended, such as {@code refresh token reused}. Empty while it lives. */
    Optional<String> endOf(Grant grant);

    /** How often this code or token was sent to us, whatever was answered; 0 if never, also for strangers' tokens. */
    int presentationsOf(String token);

    /** How often this code was sent to a token endpoint, whatever was answered. */
    int exchangesOf(String code);

    /** Calls with {@code grant_type=refresh_token} at all parties, whatever was answered. */
    int refreshCalls();

    /** Calls to the party's token endpoint, whatever the grant type and the answer. */
    int tokenCalls(String party);

    /** Calls of one kind at one party, whatever was answered. */
    int calls(String party, Endpoint endpoint);

    /** The refresh tokens of this person at this party that would be accepted now. */
    Set<String> liveRefreshTokens(String party, String person);

    /** All grants, oldest first. */
    List<Grant> grants();

    /** All codes and tokens, oldest first. They hold secrets. */
    List<IssuedToken> tokens();

    /** Everything that happened, oldest first, without secrets. */
    List<LedgerEvent> events();

    /** Every code and token ever issued, for searching logs and files for leaks. */
    Set<String> issuedSecrets();
}
