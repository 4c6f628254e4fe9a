package dev.patchbay.sandbox.party;

import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.web.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** How long a party's answers take: what is slow until further notice, and what is held. Safe for many threads. */
final class Pace {
    private final Map<Endpoint, Duration> slowness = new EnumMap<>(Endpoint.class);
    private final List<Hold> ordered = new ArrayList<>();
    private final List<Hold> holding = new ArrayList<>();

    synchronized void slow(Duration time, Set<Endpoint> endpoints) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("an answer cannot take less than no time");
        }
        slowness.keySet().removeAll(endpoints);
        if (!time.isZero()) {
            endpoints.forEach(endpoint -> slowness.put(endpoint, time));
        }
    }

    synchronized void prompt() {
        slowness.clear();
    }

    synchronized Hold hold(Endpoint endpoint) {
        Hold hold = new Hold(endpoint);
        ordered.add(hold);
        return hold;
    }

    /** Lets all held answers go and forgets the holds that no call has met. */
    synchronized void releaseAll() {
        ordered.forEach(Hold::release);
        holding.forEach(Hold::release);
        ordered.clear();
        holding.clear();
    }

    /** The answer, at the pace that was ordered when its call came. */
    Reply paced(Endpoint endpoint, Supplier<Reply> answer) {
        Duration time;
        Optional<Hold> hold;
        synchronized (this) {
            time = slowness.getOrDefault(endpoint, Duration.ZERO);
            hold = take(endpoint);
        }
        Reply reply = answer.get().after(time);
        hold.ifPresent(Hold::processed);
        return hold.map(held -> reply.heldBy(held.gate())).orElse(reply);
    }

    private Optional<Hold> take(Endpoint endpoint) {
        ordered.removeIf(Hold::isReleased);
        holding.removeIf(Hold::isReleased);
        Iterator<Hold> waiting = ordered.iterator();
        while (waiting.hasNext()) {
            Hold hold = waiting.next();
            if (hold.endpoint() == endpoint) {
                waiting.remove();
                holding.add(hold);
                return Optional.of(hold);
            }
        }
        return Optional.empty();
    }

    /** What is out of the ordinary, in words. */
    synchronized List<String> pending() {
        List<String> words = new ArrayList<>();
        slowness.forEach((endpoint, time) -> words.add(label(endpoint) + " takes " + time.toMillis() + " ms"));
        ordered.forEach(hold -> words.add("hold the next " + label(hold.endpoint())));
        holding.removeIf(Hold::isReleased);
        holding.forEach(hold -> words.add("holding a " + label(hold.endpoint())));
        return words;
    }

    private static String label(Endpoint endpoint) {
        return endpoint.name().toLowerCase(Locale.ROOT);
    }
}
