package dev.patchbay.domain.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the orders of one certificate went lately, and when the next may go out. Each has all names, so that what holds for the order holds
 * for each name.
 *
 * @param failures in a row, 0 after a success
 * @param tries when authorities were last asked, oldest first, at most {@link #AN_HOUR}; forgotten after a success
 * @param lastAt when something was last tried, self-checks included
 * @param lastFailure why that failed; empty after a success
 * @param nextAt before which nothing is tried; empty when the renewal plan alone decides
 */
public record OrderHistory(
        int failures,
        List<Instant> tries,
        Optional<Instant> lastAt,
        Optional<OrderFailure.Note> lastFailure,
        Optional<Instant> nextAt) {
    /** How often authorities are asked in any hour: with fewer failed validations than any of them forgives. */
    public static final int AN_HOUR = 3;

    private static final Duration HOUR = Duration.ofHours(1);

    public OrderHistory {
        tries = List.copyOf(tries);
        if (failures < 0 || tries.size() > AN_HOUR) {
            throw new IllegalArgumentException("failures are counted from 0, tries up to " + AN_HOUR);
        }
    }

    /** Before the first try. */
    public static OrderHistory none() {
        return new OrderHistory(0, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether something may be tried now. */
    public boolean mayTry(Instant now) {
        return !now.isBefore(mayTryAt());
    }

    /** From when on something may be tried; long ago when nothing is in the way. */
    public Instant mayTryAt() {
        Instant rested = nextAt.orElse(Instant.EPOCH);
        Instant counted =
                tries.size() < AN_HOUR ? Instant.EPOCH : tries.getFirst().plus(HOUR);
        return rested.isAfter(counted) ? rested : counted;
    }

    /** With a try that is about to be made: written first, so that one that ends in a crash counts too. */
    public OrderHistory trying(Instant now) {
        List<Instant> more = new ArrayList<>(tries);
        more.add(now);
        return new OrderHistory(
                failures,
                more.subList(Math.max(0, more.size() - AN_HOUR), more.size()),
                Optional.of(now),
                lastFailure,
                nextAt);
    }

    /**
     * After a failure.
     *
     * @param urgent whether the certificate that works is about to end
     * @param notBefore before which nobody is to be asked, because all of them said so
     */
    public OrderHistory failed(OrderFailure failure, boolean urgent, Optional<Instant> notBefore, Instant now) {
        int count = failures == Integer.MAX_VALUE ? failures : failures + 1;
        Instant rested = now.plus(BackOff.after(count, urgent));
        Instant next = notBefore.filter(rested::isBefore).orElse(rested);
        return new OrderHistory(count, tries, Optional.of(now), Optional.of(failure.note()), Optional.of(next));
    }

    /** After a success. */
    public OrderHistory succeeded(Instant now) {
        return new OrderHistory(0, List.of(), Optional.of(now), Optional.empty(), Optional.empty());
    }

    /** As it is when somebody wants the next try at once; only the limit of tries an hour still holds. */
    public OrderHistory hurried() {
        return new OrderHistory(failures, tries, lastAt, lastFailure, Optional.empty());
    }
}
