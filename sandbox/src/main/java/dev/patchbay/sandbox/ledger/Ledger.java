package dev.patchbay.sandbox.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the stand-ins know to be true: the judge of a test. Safe for many threads; each answer is true at one moment.
 * Everything is kept for the life of the sandbox, and longer with a journal. What is asked of one token, grant or person costs
 * the same however many others there are; the lists of everything are handed out without being copied, save {@link
 * #refreshes} and {@link #issuedSecrets}.
 */
public sealed interface Ledger permits Books {
    /** Whether this refresh token would be accepted now. */
    boolean isLiveRefreshToken(String token);

    /** Whether this access token would be accepted now. */
    boolean isLiveAccessToken(String token);

    /** The family of a code or token: the grant it was issued under. Empty if it was never issued here. */
    Optional<Grant> familyOf(String token);

    /** This code or token as it was issued: when, for which grant. Empty if it was never issued here. */
    Optional<IssuedToken> issued(String token);

    /**
     * From when on this code or token is not, or will not be, accepted, as far as is settled now: it expires, was rotated
     * away (its grace period included), was redeemed, or its family ended. Empty if it was never issued here.
     */
    Optional<Instant> acceptedUntil(String token);

    /** All codes and tokens of this family, oldest first. They hold secrets. */
    List<IssuedToken> tokensOf(Grant grant);

    /** The refresh token of this family that was issued last, live or not. Empty if there never was one. */
    Optional<IssuedToken> newestRefreshToken(Grant grant);

    /** Why the family ended, such as {@code refresh token reused}. Empty while it lives. */
    Optional<String> endOf(Grant grant);

    /** How often this code or token was sent to us, whatever was answered; 0 if never, also for strangers' tokens. */
    int presentationsOf(String token);

    /** How often this code was sent to a token endpoint, whatever was answered. */
    int exchangesOf(String code);

    /** Calls with {@code grant_type=refresh_token} at all parties, whatever was answered. */
    int refreshCalls();

    /** Calls with {@code grant_type=refresh_token} that carried a refresh token of this family, whatever was answered. */
    int refreshCalls(Grant grant);

    /** Those calls, each with what had become of it when this was asked, oldest first. */
    List<RefreshCall> refreshesOf(Grant grant);

    /** All calls with {@code grant_type=refresh_token}, strangers' tokens included, oldest first. */
    List<RefreshCall> refreshes();

    /**
     * The most refresh calls of this family that were in flight at one moment: received, and neither answered nor lost. A
     * caller that stopped waiting is not noticed here; its call counts until the party is done with it.
     */
    int mostRefreshesInFlight(Grant grant);

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

    /** Every code and token ever issued, and the bot's token, for searching logs and files for leaks. */
    Set<String> issuedSecrets();
}
