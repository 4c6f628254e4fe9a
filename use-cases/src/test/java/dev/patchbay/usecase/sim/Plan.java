package dev.patchbay.usecase.sim;

import static dev.patchbay.usecase.sim.Kernel.SECOND;

import dev.patchbay.domain.provider.GrantClass;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a universe is like; drawn before anything happens in it. Each has some kinds of fault and not others: mixed all
 * together they hide one another.
 *
 * @param accessLife of an access token, in microseconds
 * @param length of the busy part, in microseconds
 * @param rates the chance of each fault at each point where it could strike
 * @param mostOfEach how often a fault may strike
 * @param askers about how many requests for tokens each person makes
 */
record Plan(
        GrantClass grantClass,
        int hosts,
        int people,
        long accessLife,
        long length,
        Map<Fault, Double> rates,
        int mostOfEach,
        int askers,
        boolean disconnects,
        boolean reconnects,
        boolean appChanges,
        boolean withdrawals) {
    private static final List<GrantClass> CLASSES = List.of(
            new GrantClass.StrictRevoke(),
            new GrantClass.StrictRevoke(),
            new GrantClass.StrictRevoke(),
            new GrantClass.Strict(),
            new GrantClass.Strict(),
            new GrantClass.Grace(Duration.ofSeconds(60)),
            new GrantClass.Grace(Duration.ofSeconds(30)),
            new GrantClass.Overlap(),
            new GrantClass.NonRotating());

    private static final List<Integer> HOSTS = List.of(1, 2, 2, 3, 3);

    static Plan drawn(Dice dice) {
        long life = dice.between(150, 500) * SECOND;
        return new Plan(
                dice.oneOf(CLASSES),
                dice.oneOf(HOSTS),
                1 + dice.below(2),
                life,
                life * 5 / 2,
                rates(dice),
                1 + dice.below(3),
                30 + dice.below(40),
                dice.chance(0.15),
                dice.chance(0.25),
                dice.chance(0.08),
                dice.chance(0.08));
    }

    private static Map<Fault, Double> rates(Dice dice) {
        Map<Fault, Double> rates = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            if (dice.chance(0.45)) {
                rates.put(fault, usual(fault) * (dice.chance(0.3) ? 3 : 1));
            }
        }
        return rates;
    }

    private static double usual(Fault fault) {
        return switch (fault) {
            case KILL, PAUSE -> 0.04;
            case OUTAGE, READ_ONLY -> 0.02;
            case LOST_COMMIT -> 0.03;
            case LOST_REQUEST, LOST_ANSWER, GATEWAY_ERROR -> 0.06;
            case LATE_ANSWER, SLOW_REQUEST -> 0.1;
            case ERROR_PAGES, THROTTLED, APP_REFUSED -> 0.05;
        };
    }
}
