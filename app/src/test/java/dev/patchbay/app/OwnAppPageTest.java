package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.patchbay.sandbox.party.SandboxClient;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** In a real browser: somebody brings an app of their own with nothing to read but what is on the screen. */
@Timeout(180)
class OwnAppPageTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void thereIsABrowser() {
        assumeTrue(Chromium.installed().isPresent(), "chromium is not installed");
    }

    @Test
    void a_person_registers_brings_checks_and_connects_with_an_own_app_and_removes_it() throws Exception {
        try (World world = World.usual();
                Patchbay service = world.start(folder);
                Chromium page = Chromium.start(Files.createDirectory(folder.resolve("profile")))) {
            signIn(page, service);

            page.press("button", "Your own app");
            page.await("document.querySelector('dialog[open] #redirect-uri')");
            assertThat(page.evaluate("document.getElementById('redirect-uri').value"))
                    .isEqualTo(service.baseUrl() + "/platforms/spotify/callback");
            SandboxClient own = world.sandbox().spotify().clients().get(1);
            give(page, "  " + own.id() + "\t", "a-secret-of-another-app-altogether");
            page.await("document.querySelector('[data-finding=secret].wrong, [data-finding=id].wrong')");
            assertThat(page.text()).contains("Something is not right yet").doesNotContain("a-secret-of");

            page.press("#app-change summary", "Give");
            give(page, own.id(), own.secret());
            page.await("document.querySelector('[data-finding=secret].ok')");
            assertThat(page.text()).contains("Nothing is wrong as far as this could be checked");

            page.press("#app-connect", "Connect with it");
            page.press("button.main", "Agree");
            page.await("document.querySelector('#card-spotify .state.connected')");

            page.press("#app-spotify", "Your own app");
            page.await("document.querySelector('dialog[open]').innerText.includes('1 connection was made with it')");
            page.press("#app-remove", "Remove this app");
            page.await("document.querySelector('dialog[open]').innerText.includes('your own connection')");
            page.press("#app-yes", "Remove it");
            page.await("document.querySelector('dialog[open]').innerText.includes('have ended')");
            page.press("dialog[open] button", "Close");
            page.await("document.querySelector('#card-spotify .state.needs_reconnect')");
            assertThat(page.evaluate("document.documentElement.outerHTML").toString())
                    .doesNotContain(own.secret());
        }
    }

    private static void give(Chromium page, String id, String secret) {
        page.fill("#app-client-id", id);
        page.fill("#app-client-secret", secret);
        page.press("#app-save", "Save");
    }

    private static void signIn(Chromium page, Patchbay service) {
        page.open(service.baseUrl());
        page.press("form.sign-in button", "");
        page.press("button.person", "Ann");
        page.await("document.querySelector('#card-spotify')");
    }
}
