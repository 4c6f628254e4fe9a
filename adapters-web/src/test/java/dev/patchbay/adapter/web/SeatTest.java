package dev.patchbay.adapter.web;

import static dev.patchbay.port.Fixtures.SPOTIFY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.port.Fixtures;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeatTest {

    private static final String APP = "/platforms/spotify/app";
    private static final String SEATS = APP + "/seats";
    private static final String SEAT = "/platforms/spotify/seat";

    private final TestService service = TestService.start();
    private final TestService.Person ann = service.person("Ann");
    private final TestService.Person bob = service.person("Bob");
    private final ClientAppId anns = new ClientAppId(SPOTIFY, "anns-app", Optional.of(ann.account.id()));

    @BeforeEach
    void bring() {
        ann.client()
                .send("PUT", APP, "{\"clientId\":\"anns-app\",\"clientSecret\":\"hush\"}")
                .isOk();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void an_invitation_is_answered_once_and_its_address_keeps_it_in_the_fragment() {
        assertThat(ann.client().get(SEATS).isOk().at("data.seats")).isEqualTo(List.of());
        Answer offered = offer();
        String invitation = offered.text("data.invitation");

        URI address = URI.create(offered.text("data.invitationUrl"));
        assertThat(address.getFragment()).isEqualTo("seat=spotify." + invitation);
        assertThat(address.getQuery()).isNull();
        assertThat(address.toString()).startsWith(TestService.HOME);
        Answer ledger = ann.client().get(SEATS).isOk();
        assertThat(ledger.body()).doesNotContain(invitation);
        assertThat(ledger.text("data.seats.0.state")).isEqualTo("offered");
        assertThat(ledger.text("data.seats.0.label")).isEqualTo("Bob from work");
        assertThat(ledger.text("data.seats.0.until")).isEqualTo(offered.text("data.until"));
        assertThat(ledger.text("data.step")).contains("User Management");
    }

    @Test
    void the_invited_person_looks_takes_and_is_told_whose_app_it_is_but_not_the_owners_words_for_them() {
        String body = invitation(offer());

        Answer look = bob.client().post(SEAT + "/look", body).isOk();
        assertThat(look.text("data.owner")).isEqualTo("Ann");
        assertThat(look.text("data.promises.2")).contains("no access to your tokens");
        assertThat(look.text("data.step")).contains("e-mail address");
        assertThat(look.text("data.until")).isNotBlank();
        assertThat(look.body()).doesNotContain("from work");
        bob.client().get(SEAT).isProblem(404, "no_seat");

        bob.client().post(SEAT, body).isOk();
        bob.client().post(SEAT, body).isProblem(400, "invitation_invalid");
        service.person("Cid").client().post(SEAT + "/look", body).isProblem(400, "invitation_invalid");
        assertThat(bob.client().get(SEAT).isOk().text("data.listed")).isEqualTo("unknown");
        bob.client().post("/platforms/spotify/connect", "{\"app\":\"seat\"}").isOk();
        ann.client().post("/platforms/spotify/connect", "{\"app\":\"seat\"}").isProblem(404, "no_app");
        assertThat(ann.client().get(SEATS).isOk().text("data.seats.0.displayName"))
                .isEqualTo("Bob");
    }

    @Test
    void what_cannot_be_is_refused_with_a_code_of_its_own() {
        String body = invitation(offer());
        ann.client().post(SEAT, body).isProblem(409, "your_own_app");
        bob.client().post(SEAT, "{}").isProblem(400, "invitation_invalid");
        bob.client().post(SEAT, "[]").isProblem(400, "invalid_request");
        bob.client().post("/platforms/soundcloud/seat", body).isProblem(400, "invitation_invalid");
        bob.client().post("/platforms/nosuch/seat", body).isProblem(404, "unknown_platform");
        bob.client().get(SEATS).isProblem(404, "no_app");
        ann.client().post(SEATS, "{}").isProblem(400, "invalid_request");
        ann.client().post(SEATS, "{\"label\":\" \"}").isProblem(400, "invalid_request");
        ann.client().delete(SEATS + "/1").isProblem(404, "no_seat");
        bob.client().delete(SEAT).isProblem(404, "no_seat");
        bob.client().post(SEAT, body).isOk();
        bob.client().post(SEAT + "/look", invitation(offer())).isProblem(409, "seated_already");
    }

    @Test
    void ending_a_seat_with_a_connection_needs_a_yes() {
        Answer offered = offer();
        bob.client().post(SEAT, invitation(offered)).isOk();
        service.connected(bob.account, row -> row.madeWith(anns));
        assertThat(bob.client().get("/platforms/spotify/health").isOk().text("data.app.kind"))
                .isEqualTo("seat");
        String seat = SEATS + "/" + offered.text("data.id");
        bob.client().delete(seat + "?confirm=true").isProblem(404, "no_seat");

        ann.client().delete(seat).isProblem(409, "connections_would_end");
        bob.client().delete(SEAT).isProblem(409, "connections_would_end");
        assertThat(ann.client().delete(seat + "?confirm=true").isOk().text("data.connectionEnded"))
                .isEqualTo("true");

        Answer withheld = bob.client().get("/platforms/spotify/token").isProblem(409, "reauth_required");
        assertThat(withheld.text("cause")).isEqualTo("seat_ended");
        assertThat(ann.client().get("/user/activity").isOk().text("data.0.event"))
                .isEqualTo("seat_ended");
    }

    @Test
    void whom_the_platform_misses_on_the_list_is_told_to_the_owner_with_the_step() {
        bob.client().post(SEAT, invitation(offer())).isOk();
        service.store.appLists().missing(anns, bob.account.id(), Fixtures.NOW);

        Answer app = ann.client().get(APP).isOk();
        assertThat(app.text("data.app.state")).isEqualTo("fine");
        assertThat(app.text("data.app.notListed.0.displayName")).isEqualTo("Bob");
        assertThat(app.text("data.app.notListedStep")).contains("User Management");
        Answer ledger = ann.client().get(SEATS).isOk();
        assertThat(ledger.text("data.seats.0.listed")).isEqualTo("no");
        assertThat(ledger.text("data.seats.0.step")).contains("User Management");
        assertThat(bob.client().get(SEAT).isOk().text("data.step")).contains("User Management");
    }

    private Answer offer() {
        return ann.client().post(SEATS, "{\"label\":\"Bob from work\"}").isOk();
    }

    private static String invitation(Answer offered) {
        return "{\"invitation\":\"" + offered.text("data.invitation") + "\"}";
    }
}
