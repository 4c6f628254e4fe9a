package dev.patchbay.sandbox.spotify;

import dev.patchbay.sandbox.ledger.Journal;
import dev.patchbay.sandbox.web.Json;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What Development Mode rules for each client: who is off its list of people, and whether its owner's Premium has
 * lapsed. Kept by the journal. Safe for many threads.
 */
final class SpotifyApps {
    private static final String TOPIC = "spotify.apps";

    private final Journal journal;
    private final Set<Seat> unseated = new HashSet<>();
    private final Set<String> lapsed = new HashSet<>();

    private record Seat(String client, String person) {}

    SpotifyApps(Journal journal) {
        this.journal = journal;
    }

    /** Takes up what an earlier sandbox wrote; after the usual state has been set. */
    void takeEarlier() {
        for (Map<String, Object> line : journal.takeEarlier(TOPIC)) {
            String client = String.valueOf(line.get("client"));
            boolean yes = Boolean.TRUE.equals(line.get("yes"));
            if (line.get("person") instanceof String person) {
                seat(new Seat(client, person), yes);
            } else {
                premium(client, yes);
            }
        }
    }

    /** The state before anybody has changed it; not written down. */
    synchronized void leaveOffAtFirst(String client, String person) {
        unseated.add(new Seat(client, person));
    }

    synchronized void seat(String client, String person, boolean seated) {
        journal.append(TOPIC, Json.object("client", client, "person", person, "yes", seated));
        seat(new Seat(client, person), seated);
    }

    synchronized void ownerPremium(String client, boolean active) {
        journal.append(TOPIC, Json.object("client", client, "yes", active));
        premium(client, active);
    }

    private void seat(Seat seat, boolean seated) {
        if (seated) {
            unseated.remove(seat);
        } else {
            unseated.add(seat);
        }
    }

    private void premium(String client, boolean active) {
        if (active) {
            lapsed.remove(client);
        } else {
            lapsed.add(client);
        }
    }

    synchronized boolean isSeated(String client, String person) {
        return !unseated.contains(new Seat(client, person));
    }

    synchronized boolean isOwnerPremium(String client) {
        return !lapsed.contains(client);
    }
}
