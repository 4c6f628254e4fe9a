package dev.patchbay.faults.world;

/**
 * A person with a session.
 *
 * @param id at every party
 * @param account here
 */
public record Somebody(String id, String account, String session) {
    @Override
    public String toString() {
        return id;
    }
}
