package dev.patchbay.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.pages.screen.Frame;
import dev.patchbay.pages.stage.OnStage;
import dev.patchbay.pages.stage.Stage;
import dev.patchbay.pages.stage.Visitor;
import org.junit.jupiter.api.Test;

/** With nothing to read but what is on the screen, and the second app that the sandbox's page names. */
@OnStage
class OwnAppTest {
    private static final String ID = "5a4db0c5b0f84c1e9d2f7a3b6c8e1f01";
    private static final String SECRET = "1f1e8c6b3a7f2d9e1c4f80b5c0bd4a55";

    @Test
    void somebody_brings_an_app_of_their_own_wrongly_then_rightly_and_connects_with_it(Stage stage) {
        Visitor ida = stage.visitor("Ida Moe").expects("409 (Conflict)").signsIn("Google");
        ida.card("Spotify").ownApp().click();
        ida.ownApp("Spotify").isShown();
        assertThat(ida.ownApp("Spotify").redirectUri()).isEqualTo(stage.address() + "/platforms/spotify/callback");

        ida.ownApp("Spotify").brings("  " + ID + "\t", "a-secret-of-another-app-altogether");
        ida.frame().warns("Something is not right yet");
        ida.ownApp("Spotify").finds("Client secret", "Wrong");
        ida.doesNotRead("a-secret-of");
        ida.doesNotRead("No trouble known");

        ida.ownApp("Spotify").brings(ID, SECRET).finds("Client secret", "Good");
        ida.frame().tells("Connect with it now");
        ida.ownApp("Spotify").connect().click();
        ida.outside().allowsAs("Ida Moe");
        ida.opens("/").card("Spotify").isConnectedAs("Ida Moe");

        ida.card("Spotify").ownApp().click();
        ida.reads("1 connection was made with it.");
        assertThat(ida.page().content()).doesNotContain(SECRET);
        ida.ownApp("Spotify").remove().click();
        Frame.answer(ida.frame().dialog("Connections would end"), "Remove it").click();
        ida.frame().tells("It is removed, and the connections made with it have ended.");
        ida.opens("/").card("Spotify").needsReconnecting();
    }

    @Test
    void an_owner_offers_a_seat_and_a_guest_is_missed_on_the_list_then_connects_until_it_ends(Stage stage) {
        Visitor nils = stage.visitor("Nils Moe").expects("409 (Conflict)").signsIn("Google");
        Visitor gast = stage.visitor("Gasta Moe");
        stage.outside().spotifyLists(ID, gast.person(), false);
        nils.opens("/apps/spotify")
                .ownApp("Spotify")
                .isShown()
                .brings(ID, SECRET)
                .finds("Client secret", "Good");
        nils.ownApp("Spotify").seatFor().fill("Gasta from work");
        nils.ownApp("Spotify").offerSeat().click();
        nils.frame().dialog("A seat for Gasta from work");
        String invitation = nils.ownApp("Spotify").invitation().inputValue();
        assertThat(invitation).startsWith(stage.address() + "/#seat=spotify.");

        gast.opens(invitation).frame().tells("You are offered a seat in somebody’s app.");
        assertThat(gast.page().url()).isEqualTo(stage.address() + "/");
        gast.signsInHere("Google");
        var offer = gast.frame().dialog("A seat in Nils Moe’s app at Spotify");
        gast.reads("no access to your tokens").doesNotRead("from work");
        Frame.answer(offer, "Take the seat and connect").click();
        gast.outside().allowsAs("Gasta Moe");
        gast.frame().warns("has not added this person to the app's list of users");
        gast.card("Spotify").says("User Management");

        nils.opens("/apps/spotify").reads("Not on the app’s list of users.");
        stage.outside().spotifyLists(ID, gast.person(), true);
        // Having agreed once, the guest is not asked again.
        gast.card("Spotify").act("Connect").click();
        gast.card("Spotify").isConnectedAs("Gasta Moe");
        nils.opens("/apps/spotify").doesNotRead("Not on the app’s list of users.");

        nils.ownApp("Spotify").endSeat(2).click();
        Frame.answer(nils.frame().dialog("Connections would end"), "End it").click();
        nils.frame().tells("The seat has ended, and the connection made with it.");
        gast.card("Spotify").needsReconnecting();
        nils.ownApp("Spotify").remove().click();
        nils.frame().tells("It is removed");
    }
}
