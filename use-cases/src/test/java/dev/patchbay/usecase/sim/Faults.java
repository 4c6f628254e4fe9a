package dev.patchbay.usecase.sim;

import java.util.Map;

/**
 * Which faults strike in a universe, how readily, and how often at most. They are asked for where they would hurt, not by
 * the clock: purely time-random faults miss the narrow windows.
 */
final class Faults {
    private static final Fault[] ALL = Fault.values();

    private final double[] rates = new double[ALL.length];
    private final int[] left = new int[ALL.length];
    private final int[] struck = new int[ALL.length];
    private final Dice dice;
    private boolean calm;

    /** @param rates the chance at each point where the fault could strike; a fault that is not named never does */
    Faults(Dice dice, Map<Fault, Double> rates, int most) {
        this.dice = dice;
        rates.forEach((fault, rate) -> {
            this.rates[fault.ordinal()] = rate;
            left[fault.ordinal()] = most;
        });
    }

    static Faults none(Dice dice) {
        return new Faults(dice, Map.of(), 0);
    }

    boolean strikes(Fault fault) {
        return strikes(fault, 1);
    }

    /** @param heat how promising the place is, between 0 and 1 */
    boolean strikes(Fault fault, double heat) {
        int kind = fault.ordinal();
        if (calm || left[kind] == 0 || !dice.chance(rates[kind] * heat)) {
            return false;
        }
        left[kind]--;
        struck[kind]++;
        return true;
    }

    /** From now on nothing goes wrong any more. */
    void calm() {
        calm = true;
    }

    boolean isCalm() {
        return calm;
    }

    int struck(Fault fault) {
        return struck[fault.ordinal()];
    }
}
