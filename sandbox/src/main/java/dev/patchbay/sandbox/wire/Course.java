package dev.patchbay.sandbox.wire;

import java.util.EnumMap;
import java.util.Map;

/** A wire as one connection goes through it: whether its cue has come, and how much has passed since. */
final class Course {
    private final Wire wire;
    private boolean begun;
    private final Map<Direction, Long> passed = new EnumMap<>(Direction.class);

    Course(Wire wire) {
        this.wire = wire;
        this.begun = wire.cue().isEmpty();
    }

    Wire wire() {
        return wire;
    }

    void hear(Upstream upstream) {
        begun = begun || wire.cue().filter(upstream::holds).isPresent();
    }

    Course begin() {
        begun = true;
        return this;
    }

    Flow flow(Direction direction) {
        return begun ? wire.flow(direction) : Flow.SOUND;
    }

    void pass(Direction direction, long bytes) {
        if (begun) {
            passed.merge(direction, bytes, Long::sum);
        }
    }

    /** How many bytes may still go this way before the cut. */
    long room(Direction direction) {
        return flow(direction).limit() - passed.getOrDefault(direction, 0L);
    }
}
