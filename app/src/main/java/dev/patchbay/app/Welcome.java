package dev.patchbay.app;

import dev.patchbay.sandbox.Sandbox;
import java.net.URI;

/** What the demo prints once everything runs: where to click, and what to type. */
final class Welcome {
    static String text(URI baseUrl, Sandbox sandbox, String newMasterKey) {
        String keyLine = newMasterKey.isEmpty()
                ? ""
                : "A master key was made for this demo: " + newMasterKey + " (a real service keeps it elsewhere).\n";
        return """

            Patchbay demo is running.

              Click    %1$s
                       sign in at the sandbox's Google, Microsoft, GitHub …, connect its Spotify, SoundCloud, YouTube Music and
                       Last.fm, watch the clocks
              API      %1$s/docs
              Chat     %4$s
                       the same from Telegram: pick somebody, say /start, then /login
              Sandbox  %2$s   (what the outside world saw, and how to make it misbehave)

            Or from a shell, as a program would:

              1. begin; open the authUrl it prints in a browser, choose a person, and note the handoff in the address bar
                 curl -s %1$s/auth/google/login -H 'Content-Type: application/json' -d '{"return":"handoff"}'

              2. swap the handoff, together with the state from step 1, for a session token
                 curl -s %1$s/auth/session -H 'Content-Type: application/json' -d '{"handoff":"...","state":"..."}'

              3. once Spotify is connected (on the page): a token that is good now, every time you ask; the sandbox's live 60 s
                 curl -s %1$s/platforms/spotify/token -H 'Authorization: Bearer ...'

            %3$sStop with Ctrl-C, or kill it with -9: the next ./patchbay demo goes on where it was.

            """.formatted(
                        baseUrl, sandbox.home(), keyLine, sandbox.telegram().chatPage());
    }

    private Welcome() {}
}
