package dev.patchbay.domain.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The two clocks of a connection.
 *
 * @param accessIssuedAt when the request for the present access token was sent
 * @param accessExpiresAt when it ends; counted from {@code accessIssuedAt}, so never later than the provider thinks. Of a token that
 *     does not end it is {@link #NEVER}; {@link #accessEnds} tells the two apart
 * @param consentedAt when the person last consented; never moved by a refresh
 * @param reauthorizeBy the end of that consent; empty when it does not end by itself
 */
public record Clocks(
        Instant accessIssuedAt, Instant accessExpiresAt, Instant consentedAt, Optional<Instant> reauthorizeBy) {
    /** The life of an access token that does not end by itself. */
    public static final Duration ENDLESS = ChronoUnit.FOREVER.getDuration();

    /** Stands for the end of a token that has none: later than anybody asks for, and what every database can hold. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** Room for the way to the caller and for clocks that differ. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private static final Duration EARLY = Duration.ofSeconds(150);
    private static final int JITTER_PERCENT = 5;

    /**
     * Those of a consent given just now.
     *
     * @param asked when the request for the tokens was sent
     * @param accessLife of the access token; {@link #ENDLESS} when it does not end
     */
    public static Clocks consented(Instant asked, Duration accessLife, Optional<Instant> reauthorizeBy) {
        return new Clocks(asked, endAfter(asked, accessLife), asked, reauthorizeBy);
    }

    private static Instant endAfter(Instant from, Duration life) {
        return life.equals(ENDLESS) ? NEVER : from.plus(life);
    }

    /** The end that a stored time stands for; empty for {@link #NEVER}. */
    public static Optional<Instant> endIn(Instant stored) {
        return Optional.of(stored).filter(time -> time.isBefore(NEVER));
    }

    /** When the access token ends; empty when it does not end by itself. */
    public Optional<Instant> accessEnds() {
        return endIn(accessExpiresAt);
    }

    /**
     * Whether the access token is good for that long. What a token never had cannot be asked of it: no more than half of its
     * whole life is demanded, so that short-lived tokens are lent too.
     */
    public boolean isFreshFor(Duration minTtl, Instant now) {
        Duration demanded = min(minTtl, accessLife().dividedBy(2));
        return now.plus(max(demanded, min(SLACK, accessLife().dividedBy(4)))).isBefore(accessExpiresAt);
    }

    /** Whether the access token has not expired. */
    public boolean isStillValid(Instant now) {
        return now.isBefore(accessExpiresAt);
    }

    public boolean consentHasEnded(Instant now) {
        return reauthorizeBy.isPresent() && !now.isBefore(reauthorizeBy.get());
    }

    /**
     * When a renewal is due: early enough that trouble passes unseen, spread by the connection's id so that a cohort does not
     * fall on one moment. Never, of a token that does not end.
     */
    public Instant refreshAfter(ConnectionId id) {
        if (accessEnds().isEmpty()) {
            return NEVER;
        }
        Duration life = accessLife();
        Duration early = min(max(EARLY, life.dividedBy(10)), life.dividedBy(2));
        long spread = Math.floorMod(id.value().getLeastSignificantBits(), 1000);
        Duration jitter = life.multipliedBy(JITTER_PERCENT * spread).dividedBy(100_000);
        return accessExpiresAt.minus(early).minus(jitter);
    }

    private Duration accessLife() {
        return Duration.between(accessIssuedAt, accessExpiresAt);
    }

    /** These clocks after a refresh: the access token's moves, the consent's does not. */
    public Clocks refreshed(Instant issuedAt, Duration accessLife) {
        return new Clocks(issuedAt, endAfter(issuedAt, accessLife), consentedAt, reauthorizeBy);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
