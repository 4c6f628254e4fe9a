package dev.patchbay.pages;

import dev.patchbay.pages.stage.Stage;
import dev.patchbay.pages.stage.Visitor;

/** States of affairs that several tests look at. */
final class Sights {
    /**
     * Their connections: Spotify needs them, SoundCloud asked for a pause, YouTube Music is well, Last.fm and TIDAL are not connected. For as
     * long as the story lasts, but the pause is the shared app's, and thus everybody's, until it is over.
     */
    static Visitor somebodyWithTroubles(Stage stage, Visitor visitor, int pauseSeconds) {
        String name = visitor.person().name();
        visitor.signsIn("Google").connects("Spotify");
        visitor.card("Spotify").isConnectedAs(name);
        visitor.connects("SoundCloud");
        visitor.card("SoundCloud").isConnectedAs(name);
        visitor.card("YouTube Music").act("Connect").click();
        visitor.outside().signsInAs(name, visitor.person().email());
        visitor.card("YouTube Music").isConnectedAs(name);

        stage.outside().withdraw("spotify", visitor.person());
        visitor.card("Spotify").act("Check now").click();
        visitor.card("Spotify").needsReconnecting();
        stage.outside().once("too-many-requests", "soundcloud", "profile", pauseSeconds);
        visitor.card("SoundCloud").act("Check now").click();
        visitor.card("SoundCloud").says("Wait until");
        return visitor;
    }

    private Sights() {}
}
