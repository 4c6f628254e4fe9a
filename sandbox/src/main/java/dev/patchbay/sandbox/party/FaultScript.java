package dev.patchbay.sandbox.party;

import dev.patchbay.sandbox.ledger.Endpoint;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The faults that a party still has to commit: a queue, and one that lasts. Safe for many threads. */
final class FaultScript {
    private final List<Fault> queue = new ArrayList<>();
    private @Nullable Fault lasting;

    synchronized void add(List<Fault> faults) {
        queue.addAll(faults);
    }

    synchronized void always(Fault fault) {
        lasting = fault;
    }

    synchronized void wellAgain() {
        lasting = null;
    }

    synchronized void calm() {
        queue.clear();
        lasting = null;
    }

    /** The fault for a call to this endpoint: the first queued one that fits, which is used up, or the lasting one. */
    synchronized Optional<Fault> take(Endpoint endpoint) {
        Iterator<Fault> waiting = queue.iterator();
        while (waiting.hasNext()) {
            Fault fault = waiting.next();
            if (fault.endpoints().contains(endpoint)) {
                waiting.remove();
                return Optional.of(fault);
            }
        }
        return lasting != null && lasting.endpoints().contains(endpoint) ? Optional.of(lasting) : Optional.empty();
    }

    /** What is still to come, in words. */
    synchronized List<String> pending() {
        List<String> words = new ArrayList<>();
        queue.forEach(fault -> words.add(fault.kind().label()));
        if (lasting != null) {
            words.add("always " + lasting.kind().label());
        }
        return words;
    }
}
