package dev.patchbay.faults.history;

import dev.patchbay.faults.history.LedgerFacts.Access;
import dev.patchbay.faults.world.Played;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All that happened in a run, written down while it happens. Safe for many threads. */
public final class History {
    private final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Interruption> interruptions = new ConcurrentLinkedQueue<>();
    private final Map<Link, EndState> ends = new ConcurrentHashMap<>();
    private final Map<Played, LedgerFacts> ledgers = new EnumMap<>(Played.class);

    /** A client's request, once it has ended. */
    public void add(Asked one) {
        asked.add(one);
    }

    /** A killed process, or a cut wire. */
    public void add(Interruption one) {
        interruptions.add(one);
    }

    /** How a connection is in the end; replaces what was said before. */
    public void add(EndState one) {
        ends.put(one.link(), one);
    }

    /** What that platform knows, read after the run. */
    public synchronized void add(Played platform, LedgerFacts facts) {
        ledgers.put(platform, facts);
    }

    /** Everything asked, in the order in which it ended. */
    public List<Asked> asked() {
        return new ArrayList<>(asked);
    }

    /** How every connection is in the end. */
    public List<EndState> ends() {
        return List.copyOf(ends.values());
    }

    synchronized Map<Played, LedgerFacts> ledgers() {
        return new EnumMap<>(ledgers);
    }

    Optional<Access> access(Link link, Fingerprint token) {
        return Optional.ofNullable(ledgers().get(link.platform())).flatMap(facts -> facts.access(token));
    }

    /** One in a span of time, its ends included. */
    Optional<Interruption> interruptionBetween(Instant from, Instant to) {
        return interruptions.stream()
                .filter(one -> !one.at().isBefore(from) && !one.at().isAfter(to))
                .findFirst();
    }

    /** The numbers. */
    @Override
    public String toString() {
        long lent = asked.stream()
                .filter(one -> one.answered() instanceof Asked.Answered.Lent)
                .count();
        long unknown = asked.stream()
                .filter(one -> one.answered() instanceof Asked.Answered.Unknown)
                .count();
        long calls = ledgers().values().stream()
                .mapToLong(facts -> facts.calls().size())
                .sum();
        return asked.size() + " requests (" + lent + " lent, " + unknown + " without an answer), " + calls
                + " refresh calls, " + interruptions.size() + " interruptions";
    }
}
