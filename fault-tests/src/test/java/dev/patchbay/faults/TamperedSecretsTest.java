package dev.patchbay.faults;

import static dev.patchbay.sandbox.SandboxOptions.SPOTIFY_OWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.faults.database.MariaDb;
import dev.patchbay.faults.database.Rows;
import dev.patchbay.faults.database.SealedSpots;
import dev.patchbay.faults.database.Spot;
import dev.patchbay.faults.process.Service;
import dev.patchbay.faults.world.Api;
import dev.patchbay.faults.world.Api.Answer;
import dev.patchbay.faults.world.Api.NoAnswer;
import dev.patchbay.faults.world.Played;
import dev.patchbay.faults.world.Seeding;
import dev.patchbay.faults.world.Somebody;
import dev.patchbay.faults.world.World;
import dev.patchbay.sandbox.ledger.Ledger;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Sealed secrets are swapped in the store between columns, rows and people, put back to what they were before, and damaged. Whoever asks
 * gets nothing out of them, and nobody else notices.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperedSecretsTest {
    private static final List<Played> PLATFORMS = List.of(Played.SPOTIFY, Played.OVERLAPPING);
    private static final String ACCESS = "connection.access_token";
    private static final String REFRESH = "connection.refresh_token";
    private static final String APP = "own_app.secret";

    /** Somebody at a platform. */
    private record Place(Somebody who, Played platform) {
        String path(String more) {
            return "/platforms/" + platform.id() + more;
        }

        boolean has(Spot spot) {
            return spot.account().equals(who.account()) && spot.platform().equals(platform.id());
        }
    }

    private final World world = World.of(Duration.ofHours(1), Played.SPOTIFY, Played.OVERLAPPING);
    private final MariaDb server = MariaDb.shared();
    private final Stage stage = Stage.onMariaDb("tampered", server, world);
    private final List<Place> places = new ArrayList<>();
    private final Map<Place, String> tokens = new HashMap<>();
    private final Map<Place, String> checks = new HashMap<>();
    private URI service;
    private Rows rows;
    private SealedSpots spots;
    private Map<Spot, byte[]> earlier = Map.of();
    private Map<Spot, byte[]> there = Map.of();

    @BeforeAll
    void two_people_with_everything_that_is_sealed_at_two_platforms() throws NoAnswer {
        PLATFORMS.forEach(one -> stage.with(one.name() + "_CALLS_PER_SECOND", "1000"));
        Service process = stage.start(1).getFirst();
        service = process.address();
        rows = stage.rows(server);
        spots = rows.sealedSpots();
        Seeding seeding = new Seeding(world, service);
        for (Somebody who : stage.people(2)) {
            for (Played platform : PLATFORMS) {
                places.add(new Place(who, platform));
            }
        }
        change(seeding);
        earlier = spots.read();
        change(seeding);
        rows.change("UPDATE connection SET last_refreshed_at = NULL");
        rows.change("UPDATE parked_grant SET expires_at = expires_at + INTERVAL 1 DAY");
        spots.keep();
        there = spots.read();
        for (Place place : places) {
            tokens.put(place, ask(place, "/token").expect(200).data("accessToken"));
            checks.put(place, check(place));
        }
        assertThat(checks.get(places.getFirst())).as("at Spotify").contains("ok");
        spots.putBack();
    }

    /** Leaves a value of its own in every column. */
    private void change(Seeding seeding) throws NoAnswer {
        for (Place place : places) {
            rows.change("UPDATE connection SET last_refreshed_at = NULL");
            post(place, "/refresh").expect(200);
            String other = seeding.stranger("other" + Long.toHexString(System.nanoTime()));
            seeding.connectAs(place.who(), place.platform(), other).expect(409);
            bring(place, "0f1e8c6b3a7f2d9e1c4f80b5c0bd4a55");
            bring(place, SPOTIFY_OWN_CLIENT.secret());
        }
    }

    private void bring(Place place, String secret) throws NoAnswer {
        String app = "{\"clientId\":\"" + SPOTIFY_OWN_CLIENT.id() + "\",\"clientSecret\":\"" + secret + "\"}";
        Api.put(service, place.path("/app"), place.who().session(), app).expect(200);
    }

    @AfterAll
    void close() {
        spots.close();
        stage.close();
    }

    @Test
    void whatever_is_swapped_between_columns_rows_and_people_opens_for_nobody() throws NoAnswer {
        assertThat(there)
                .as("everything that is sealed")
                .hasSize(spots.columns().size() * places.size());
        List<Spot> all = List.copyOf(there.keySet());
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                tamper(Map.of(all.get(i), value(all.get(j)), all.get(j), value(all.get(i))));
            }
        }
    }

    @Test
    void what_a_row_held_before_does_not_come_back() throws NoAnswer {
        assertThat(earlier.keySet()).isEqualTo(there.keySet());
        for (Spot spot : earlier.keySet()) {
            tamper(Map.of(spot, earlier.get(spot)));
        }
    }

    @Test
    void a_flipped_bit_anywhere_spoils_what_it_is_in_and_nothing_else() throws NoAnswer {
        for (Spot spot : there.keySet()) {
            int length = value(spot).length;
            int step = Scale.of(1 + length / 4, 1);
            for (int at = 0; at < length; at += step) {
                byte[] flipped = value(spot).clone();
                flipped[at] ^= (byte) (1 << at % 8);
                tamper(Map.of(spot, flipped));
            }
        }
    }

    @Test
    void rows_of_an_erased_account_that_are_put_back_from_a_copy_open_only_if_its_data_key_is_put_back_too()
            throws NoAnswer {
        Somebody who = new Seeding(world, service).people("leaving", 1).getFirst();
        Map<String, String> tables =
                Map.of("trail", "id", "account", "id", "connection", "account_id", "data_key", "owner");
        tables.forEach((table, id) -> rows.change("CREATE TABLE copied_" + table + " AS SELECT * FROM " + table
                + " WHERE " + id + " = '" + who.account() + "'"));
        String tokens = stored(who);
        Api.delete(service, "/user", who.session()).expect(200);
        assertThat(stored(who)).isEqualTo("nothing");

        rows.change("INSERT INTO trail SELECT * FROM copied_trail");
        rows.change("INSERT INTO account SELECT * FROM copied_account");
        rows.change("INSERT INTO connection SELECT * FROM copied_connection");
        assertThat(stored(who)).isEqualTo("unreadable unreadable");

        // What is promised about backups goes no further than this.
        rows.change("INSERT INTO data_key SELECT * FROM copied_data_key");
        assertThat(stored(who)).isEqualTo(tokens).doesNotContain("unreadable");
        rows.change("DELETE FROM trail WHERE id = '" + who.account() + "'");
    }

    private String stored(Somebody who) throws NoAnswer {
        return Api.say(service, "/faults/stored", who.account());
    }

    @Test
    void what_was_not_touched_is_good() throws NoAnswer {
        for (Place place : places) {
            assertThat(check(place)).isEqualTo(checks.get(place));
            post(place, "/replacement").expect(200);
            post(place, "/refresh").expect(200);
        }
        spots.putBack();
    }

    private byte[] value(Spot spot) {
        return there.getOrDefault(spot, new byte[0]);
    }

    private void tamper(Map<Spot, byte[]> values) throws NoAnswer {
        String what = "after a change of " + values.keySet();
        try {
            values.forEach(spots::put);
            long spoilt = 0;
            for (Place place : places) {
                Set<String> bad = new TreeSet<>();
                values.keySet().stream()
                        .filter(place::has)
                        .forEach(spot -> bad.add(spot.table() + "." + spot.column()));
                demandOfConnection(place, bad, what);
                if (!bad.isEmpty()) {
                    demandOfApp(place, bad, what);
                    demandOfReplacement(place, bad, what);
                }
                spoilt += bad.contains(REFRESH) ? 1 : 0;
            }
            assertThat(rows.count("SELECT COUNT(*) FROM connection WHERE status = 'QUARANTINED'"))
                    .as("put aside " + what)
                    .isEqualTo(spoilt);
        } finally {
            spots.putBack();
        }
    }

    /** Nothing but the person's own newest token comes out, and what cannot be renewed any more says why. */
    private void demandOfConnection(Place place, Set<String> bad, String what) throws NoAnswer {
        Answer lent = ask(place, "/token?min_ttl=0");
        if (bad.contains(ACCESS)) {
            // One that cannot be read is as good as none: the refresh token brings another, unless it is unreadable
            // too.
            demandRenewedOrRefused(place, lent, !bad.contains(REFRESH), what);
        } else {
            assertThat(lent.data("accessToken")).as(what).isEqualTo(tokens.get(place));
        }
        if (bad.contains(REFRESH)) {
            demandRenewedOrRefused(place, post(place, "/refresh"), false, what);
            Answer health = ask(place, "/health");
            assertThat(health.data("state")).as(what).isEqualTo("needs_reconnect");
            assertThat(health.data("cause")).as(what).isEqualTo("secret_unreadable");
        }
    }

    private void demandRenewedOrRefused(Place place, Answer answer, boolean renewed, String what) {
        if (!renewed) {
            assertThat(answer.problem("cause")).as(what).isEqualTo("secret_unreadable");
            return;
        }
        Ledger ledger = world.sandbox(place.platform()).ledger();
        String token = answer.expect(200).data("accessToken");
        assertThat(tokens.values()).as(what).doesNotContain(token);
        assertThat(ledger.isLiveAccessToken(token)).as(what).isTrue();
        assertThat(ledger.familyOf(token).orElseThrow().person())
                .as(what)
                .isEqualTo(place.who().id());
    }

    private void demandOfApp(Place place, Set<String> bad, String what) throws NoAnswer {
        String found = check(place);
        if (bad.contains(APP)) {
            assertThat(found).as(what).contains("cannot be read any more");
        } else {
            assertThat(found).as(what).isEqualTo(checks.get(place));
        }
    }

    private void demandOfReplacement(Place place, Set<String> bad, String what) throws NoAnswer {
        if (bad.stream().anyMatch(column -> column.startsWith("parked_grant."))) {
            Answer before = ask(place, "/token?min_ttl=0");
            Answer yes = post(place, "/replacement");
            assertThat(yes.problem("code")).as(what).isEqualTo("nothing_to_replace");
            Answer after = ask(place, "/token?min_ttl=0");
            assertThat(after.data("accessToken")).as(what).isEqualTo(before.data("accessToken"));
        }
    }

    private String check(Place place) throws NoAnswer {
        return post(place, "/app/check").expect(200).data("secret");
    }

    private Answer ask(Place place, String path) throws NoAnswer {
        return Api.get(service, place.path(path), place.who().session());
    }

    private Answer post(Place place, String path) throws NoAnswer {
        return Api.post(service, place.path(path), place.who().session(), "{}");
    }
}
