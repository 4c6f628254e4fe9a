package dev.patchbay.app;

import static dev.patchbay.sandbox.SandboxOptions.SPOTIFY_OWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A seat in somebody's app, from REST alone. */
class SeatTest {
    private static final String APP = "/platforms/spotify/app";
    private static final String SEATS = APP + "/seats";
    private static final String SEAT = "/platforms/spotify/seat";

    @TempDir
    Path folder;

    private World world;
    private Patchbay service;

    @BeforeEach
    void open() {
        world = World.usual();
        service = world.start(folder);
    }

    @AfterEach
    void close() {
        service.close();
        world.close();
    }

    @Test
    void somebody_is_invited_is_missed_on_the_list_connects_and_loses_the_seat_again() {
        Browser ann = world.signIn(service.baseUrl(), "ann");
        Browser bob = world.signIn(service.baseUrl(), "bob");
        ann.put(
                APP,
                "{\"clientId\":\"" + SPOTIFY_OWN_CLIENT.id() + "\",\"clientSecret\":\"" + SPOTIFY_OWN_CLIENT.secret()
                        + "\"}");
        world.sandbox().spotify().seat(SPOTIFY_OWN_CLIENT.id(), "bob", false);

        Map<String, Object> offered = ann.post(SEATS, "{\"label\":\"Bob\"}").data();
        String invitation = "{\"invitation\":\"" + offered.get("invitation") + "\"}";
        assertThat(bob.post(SEAT + "/look", invitation).data()).containsEntry("owner", "Ann Lindqvist");
        assertThat(bob.post(SEAT, invitation).status()).isEqualTo(200);
        assertThat(bob.post(SEAT, invitation).code()).isEqualTo("invitation_invalid");

        assertThat(connect(bob)).hasParameter("error", "not_on_app_list");
        assertThat(row(ann)).containsEntry("listed", "no").containsEntry("connection", "not_connected");
        assertThat(String.valueOf(row(ann).get("step"))).contains("User Management");
        assertThat(ann.get(APP).body()).contains("\"state\":\"fine\"").contains("Bob");

        world.sandbox().spotify().seat(SPOTIFY_OWN_CLIENT.id(), "bob", true);
        assertThat(connect(bob)).hasParameter("connected", "spotify");
        assertThat(row(ann)).containsEntry("listed", "yes").containsEntry("connection", "connected");
        assertThat(bob.get("/platforms/spotify/token").status()).isEqualTo(200);

        String seat = SEATS + "/" + offered.get("id");
        assertThat(ann.delete(seat).code()).isEqualTo("connections_would_end");
        assertThat(ann.delete(seat + "?confirm=true").data()).containsEntry("connectionEnded", true);
        Browser.Answer ended = bob.get("/platforms/spotify/token");
        assertThat(ended.code()).isEqualTo("reauth_required");
        assertThat(ended.json()).containsEntry("cause", "seat_ended").containsEntry("nextAction", "reconnect");
        assertThat(ann.get(SEATS).data()).containsEntry("seats", List.of());
    }

    private URI connect(Browser browser) {
        Object authUrl = browser.post("/platforms/spotify/connect", "{\"app\":\"seat\"}")
                .data()
                .get("authUrl");
        return browser.follow(world.sandbox().spotify().approve(URI.create(String.valueOf(authUrl)), "bob"));
    }

    private static Map<String, Object> row(Browser owner) {
        @SuppressWarnings("unchecked")
        var rows = (List<Map<String, Object>>) owner.get(SEATS).data().getOrDefault("seats", List.of());
        return rows.getFirst();
    }
}
