package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page {@code /account}, walked through by a real browser. */
class AccountWalkTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void thereIsABrowser() {
        assumeTrue(Chromium.installed().isPresent(), "chromium is not installed");
    }

    @Test
    void a_person_changes_their_name_ends_a_session_reads_german_and_erases_it_all() throws Exception {
        try (World world = World.usual();
                Patchbay service = world.start(folder);
                Chromium page = Chromium.start(Files.createDirectory(folder.resolve("profile")))) {
            Browser elsewhere = world.connected(service.baseUrl(), "ann");
            page.open(service.baseUrl());
            page.press("form.sign-in button", "");
            page.press("button.person", "Ann");
            page.await("document.querySelector('#card-spotify .state.connected')");
            page.open(service.baseUrl().resolve("/account"));
            page.await("location.pathname === '/account' && 'ready' in document.documentElement.dataset");

            page.fill("#display-name", "Anna");
            page.press("#save-name", "Save name");
            page.await("document.getElementById('notices').innerText.includes('You are called Anna here now.')");
            assertThat(elsewhere.get("/user/profile").data()).containsEntry("displayName", "Anna");

            page.press("[data-act=end-session]", "Sign out there");
            page.await("document.getElementById('notices').innerText.includes('That session was ended.')");
            assertThat(elsewhere.get("/user/profile").status()).isEqualTo(401);
            assertThat(page.text()).contains("this one");

            page.fill("#chosen-language", "de");
            page.press("#save-language", "Save language");
            page.await("document.documentElement.lang === 'de' && 'ready' in document.documentElement.dataset");
            assertThat(page.text()).contains("Wo du angemeldet bist", "Der Anzeigename wurde geändert");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);

            page.press("#erase summary", "Mein Konto löschen");
            page.press("#erase-account", "Mein Konto löschen");
            page.await("document.querySelector('dialog[open] #erase-name')");
            assertThat(page.text()).contains("Den Zugriff dort kannst nur du beenden");
            type(page, "Ann");
            assertThat(page.evaluate("document.getElementById('erase-yes').disabled"))
                    .isEqualTo(true);
            type(page, "Anna");
            page.press("#erase-yes", "Löschen");
            page.await("document.querySelector('dialog[open] #erased-title')");
            assertThat(page.text()).contains("Dein Konto ist gelöscht", "Spotify: Beende den Zugriff selbst");
            page.press("dialog[open] button", "");
            page.await("document.querySelector('form.sign-in')");
        }
    }

    private static void type(Chromium page, String name) {
        page.fill("#erase-name", name);
        page.evaluate("document.getElementById('erase-name').dispatchEvent(new Event('input'))");
    }
}
