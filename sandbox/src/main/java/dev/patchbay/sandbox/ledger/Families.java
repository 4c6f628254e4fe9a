package dev.patchbay.sandbox.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All families, found by grant and by person. Guarded by the books' lock. */
final class Families {
    private final Growing<Grant> grants = new Growing<>();
    private final Map<String, Family> byId = new HashMap<>();
    private final Map<Consenter, List<Family>> byPerson = new HashMap<>();

    /** A person at a party; people of the same id at two parties are two. */
    private record Consenter(String party, String person) {}

    void add(Grant grant) {
        Family family = new Family(grant);
        grants.add(grant);
        byId.put(grant.id(), family);
        byPerson.computeIfAbsent(new Consenter(grant.party(), grant.person()), p -> new ArrayList<>(1))
                .add(family);
    }

    int count() {
        return grants.size();
    }

    List<Grant> grants() {
        return grants.soFar();
    }

    Family of(Grant grant) {
        return of(grant.id());
    }

    Family of(String id) {
        return Optional.ofNullable(byId.get(id)).orElseThrow(() -> new IllegalStateException("the books lack " + id));
    }

    /** All of a person, ended ones included, oldest first. */
    List<Family> of(String party, String person) {
        return byPerson.getOrDefault(new Consenter(party, person), List.of());
    }
}
