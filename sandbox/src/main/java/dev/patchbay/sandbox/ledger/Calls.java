package dev.patchbay.sandbox.ledger;

import dev.patchbay.sandbox.web.Delivery;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls that were made: how many of each kind, and what became of each refresh. Guarded by the books' lock. */
final class Calls {
    private final Map<String, Map<Endpoint, Integer>> counts = new HashMap<>();
    private final Growing<RefreshCall> refreshes = new Growing<>();

    void called(String party, Endpoint endpoint) {
        counts.computeIfAbsent(party, p -> new EnumMap<>(Endpoint.class)).merge(endpoint, 1, Integer::sum);
    }

    int count(String party, Endpoint endpoint) {
        return counts.getOrDefault(party, Map.of()).getOrDefault(endpoint, 0);
    }

    int count(Endpoint endpoint) {
        return counts.values().stream()
                .mapToInt(ofParty -> ofParty.getOrDefault(endpoint, 0))
                .sum();
    }

    int nextNumber() {
        return refreshes.size() + 1;
    }

    void received(int number, String party, Optional<IssuedToken> presented, Instant at) {
        refreshes.add(RefreshCall.received(number, party, presented, at));
    }

    void processed(int number, Instant at, List<IssuedToken> issued) {
        refreshes.set(number - 1, refresh(number).processed(at, issued));
    }

    /** Returns whether this is the first that is heard of an answer. */
    boolean answered(int number, Instant at, Delivery how) {
        boolean first = refresh(number).isInFlight();
        refreshes.set(number - 1, refresh(number).answered(at, how));
        return first;
    }

    RefreshCall refresh(int number) {
        return refreshes.get(number - 1);
    }

    List<RefreshCall> refreshes() {
        return List.copyOf(refreshes.soFar());
    }
}
