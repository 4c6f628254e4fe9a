package dev.patchbay.benchmarks;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.session.SessionId;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * That many made-up accounts, each with one session and one connection, known by their number: nobody has to remember ids or read
 * them back. Ids grow with the number, so that rows are written in the order of their keys, which is several times faster.
 *
 * @param size at least 1, at most 4 million
 */
record Population(int size) {
    /** A prime larger than any size, so that counting in its steps visits everybody once, here and there. */
    private static final long STEP = 7_368_787;

    private static final int KINDS = 3;

    Population {
        if (size < 1 || size > 4_000_000) {
            throw new IllegalArgumentException("a population has 1 to 4 million accounts");
        }
    }

    AccountId account(int number) {
        return AccountId.of(id(number, 0));
    }

    SessionId session(int number) {
        return new SessionId(id(number, 1));
    }

    ConnectionId connection(int number) {
        return new ConnectionId(id(number, 2));
    }

    /** Numbers from all over the population: going on where another call ended, nobody comes twice before everybody came. */
    IntStream scattered(int from, int count) {
        return IntStream.range(from, from + count).map(turn -> (int) (turn * STEP % size));
    }

    private UUID id(int number, int kind) {
        var random = new SplittableRandom((long) number * KINDS + kind);
        long place = ((long) number << 32) / size << 32;
        long version4 = random.nextLong() & 0xFFFF_0FFFL | 0x4000L;
        return new UUID(place | version4, random.nextLong() >>> 2 | Long.MIN_VALUE);
    }
}
