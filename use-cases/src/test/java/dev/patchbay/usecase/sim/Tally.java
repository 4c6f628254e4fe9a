package dev.patchbay.usecase.sim;

/** What happened in one universe, or in many, in numbers. */
final class Tally {
    long universes;
    long asks;
    long lent;
    long unavailable;
    long withheld;
    long calls;
    long rotations;
    long disconnects;
    long reconnects;
    long appChanges;
    long withdrawn;
    long unavoidable;
    long spooled;
    long events;

    /** From a process's death until the row says that a grant was lost with it, in microseconds. */
    long longestDoubt;

    final long[] faults = new long[Fault.values().length];

    void add(Tally other) {
        universes += other.universes;
        asks += other.asks;
        lent += other.lent;
        unavailable += other.unavailable;
        withheld += other.withheld;
        calls += other.calls;
        rotations += other.rotations;
        disconnects += other.disconnects;
        reconnects += other.reconnects;
        appChanges += other.appChanges;
        withdrawn += other.withdrawn;
        unavoidable += other.unavoidable;
        spooled += other.spooled;
        events += other.events;
        longestDoubt = Math.max(longestDoubt, other.longestDoubt);
        for (int i = 0; i < faults.length; i++) {
            faults[i] += other.faults[i];
        }
    }

    long of(Fault fault) {
        return faults[fault.ordinal()];
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(universes)
                .append(" universes, ")
                .append(events)
                .append(" events; asked ")
                .append(asks);
        text.append(", lent ").append(lent).append(", withheld ").append(withheld);
        text.append(", store away ").append(unavailable).append("; calls ").append(calls);
        text.append(", rotations ").append(rotations).append("; disconnects ").append(disconnects);
        text.append(", reconnects ").append(reconnects).append(", app changes ").append(appChanges);
        text.append("; grants withdrawn ")
                .append(withdrawn)
                .append(", lost unavoidably ")
                .append(unavoidable);
        text.append("; spooled ").append(spooled);
        for (Fault fault : Fault.values()) {
            text.append("; ").append(fault).append(' ').append(of(fault));
        }
        return text.toString();
    }
}
