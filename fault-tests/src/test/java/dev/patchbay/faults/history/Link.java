package dev.patchbay.faults.history;

import dev.patchbay.faults.world.Played;

/** One person's connection to one platform. */
public record Link(Played platform, String person) {
    @Override
    public String toString() {
        return platform.id() + " of " + person;
    }
}
