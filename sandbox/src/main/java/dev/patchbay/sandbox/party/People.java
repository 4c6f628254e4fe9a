package dev.patchbay.sandbox.party;

import dev.patchbay.sandbox.ledger.Journal;
import dev.patchbay.sandbox.web.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The accounts at one party. Those added are kept by the journal. Safe for many threads. */
final class People {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");

    private final Journal journal;
    private final String topic;
    private final Map<String, Person> byId = new LinkedHashMap<>();
    private final List<Person> offered = new ArrayList<>();

    People(Journal journal, String party, List<Person> residents) {
        this.journal = journal;
        this.topic = party + ".people";
        residents.forEach(person -> keep(person, true));
        for (Map<String, Object> line : journal.takeEarlier(topic)) {
            Person person = new Person(
                    String.valueOf(line.get("id")),
                    String.valueOf(line.get("name")),
                    String.valueOf(line.get("email")));
            keep(person, !Boolean.TRUE.equals(line.get("made-up")));
        }
    }

    private void keep(Person person, boolean offer) {
        byId.put(person.id(), person);
        if (offer) {
            offered.add(person);
        }
    }

    synchronized List<Person> all() {
        return List.copyOf(byId.values());
    }

    /** Everybody but the made-up, of whom there may be too many for a page. */
    synchronized List<Person> offered() {
        return List.copyOf(offered);
    }

    synchronized Optional<Person> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Adds somebody; an empty e-mail address is made up from the id. */
    synchronized Person add(String name, String email) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String base = letters.isEmpty() ? "person" : letters.substring(0, Math.min(20, letters.length()));
        String id = base;
        for (int n = byId.size() + 1; byId.containsKey(id); n++) {
            id = base + n;
        }
        Person person = new Person(id, name, email.isEmpty() ? id + "@example.com" : email);
        journal.append(topic, Json.object("id", id, "name", person.name(), "email", person.email()));
        keep(person, true);
        return person;
    }

    /** The person of this id; if there is nobody, one is made up who is not offered on pages. */
    synchronized Person findOrMakeUp(String id) {
        Person known = byId.get(id);
        if (known != null) {
            return known;
        }
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a person's id is lower-case letters, digits and hyphens");
        }
        Person person = new Person(id, "Made-up " + id, id + "@example.com");
        journal.append(topic, Json.object("id", id, "name", person.name(), "email", person.email(), "made-up", true));
        keep(person, false);
        return person;
    }
}
