package dev.patchbay.sandbox.party;

import dev.patchbay.sandbox.ledger.Journal;
import dev.patchbay.sandbox.web.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The accounts at one party. Those added are kept by the journal. Safe for many threads. */
final class People {
    private final Journal journal;
    private final String topic;
    private final Map<String, Person> byId = new LinkedHashMap<>();

    People(Journal journal, String party, List<Person> residents) {
        this.journal = journal;
        this.topic = party + ".people";
        residents.forEach(person -> byId.put(person.id(), person));
        for (Map<String, Object> line : journal.takeEarlier(topic)) {
            Person person = new Person(
                    String.valueOf(line.get("id")),
                    String.valueOf(line.get("name")),
                    String.valueOf(line.get("email")));
            byId.put(person.id(), person);
        }
    }

    synchronized List<Person> all() {
        return List.copyOf(byId.values());
    }

    synchronized Optional<Person> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Adds somebody; an empty e-mail address is made up from the id. */
    synchronized Person add(String name, String email) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String base = letters.isEmpty() ? "person" : letters.substring(0, Math.min(20, letters.length()));
        String id = byId.containsKey(base) ? base + (byId.size() + 1) : base;
        Person person = new Person(id, name, email.isEmpty() ? id + "@example.com" : email);
        journal.append(topic, Json.object("id", id, "name", person.name(), "email", person.email()));
        byId.put(id, person);
        return person;
    }
}
