package dev.patchbay.port.activity;

import dev.patchbay.domain.activity.AuditLink;
import dev.patchbay.domain.activity.Linked;
import dev.patchbay.domain.activity.Noted;
import java.util.List;
import java.util.Optional;

/**
 * The audit chain over what {@link Activity} keeps. Events come first and are chained a little later, so that noting one never waits for
 * another. Safe for many threads and processes.
 */
public interface AuditLog {
    /** The most that are read or appended at once. */
    int MOST = 500;

    /** The chain's end; empty when there is none yet. */
    Optional<AuditLink> last();

    /** Events that are not chained yet, as they were numbered. @param limit 1 to 500 */
    List<Noted> waiting(int limit);

    /** How many events are not chained yet. */
    long countWaiting();

    /**
     * Appends all of these links or none, and their events wait no longer. Events that were erased meanwhile are no hindrance.
     *
     * @param links at most 500, from the number after the last
     * @param adopted events that get their mark now
     * @return false when another process was first
     */
    boolean append(List<AuditLink> links, List<Noted> adopted);

    /** Links with what there is of their events, by number. @param limit 1 to 500 */
    List<Linked> links(long from, int limit);

    /** Some rows that say they are chained and have no link, or whose ref another row has too; at most 100. */
    List<Long> strays();
}
