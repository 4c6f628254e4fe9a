package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's part about ways into the account, walked through by a real browser. */
class MergePageTest {

    @TempDir
    private Path folder;

    @Test
    void a_person_proves_another_account_looks_at_what_would_happen_and_makes_them_one() throws Exception {
        try (World world = World.usual();
                Patchbay service = world.start(folder);
                Chromium page = Chromium.start(Files.createDirectory(folder.resolve("profile")))) {
            world.connected(service.baseUrl(), "bob");
            page.open(service.baseUrl());
            page.press("form.sign-in button", "");
            page.press("button.person", "Ann");
            page.await("document.querySelector('#card-spotify .state.not_connected')");
            page.open(service.baseUrl().resolve("/account"));
            page.await("location.pathname === '/account' && 'ready' in document.documentElement.dataset");
            assertThat(page.text()).contains("Linked", "last used").doesNotContain("Remove");

            page.press("#merge-begin summary", "I have another account");
            page.press("#merge-google", "Sign in to it");
            page.press("button.person", "Bob");
            page.await("document.querySelector('dialog[open] #merge-moves')");

            assertThat(page.evaluate("location.search").toString()).isEmpty();
            assertThat(page.evaluate("document.getElementById('merge-moves').innerText")
                            .toString())
                    .contains("Connections: Spotify");
            assertThat(page.evaluate("document.getElementById('merge-lost').innerText")
                            .toString())
                    .contains("Ways to sign in: Google");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            page.press("#merge-method-google", "Take the other one");
            page.await("document.getElementById('merge-preview').innerText.includes('the account which ends stays')");
            page.press("#merge-yes", "Make them one account");

            page.await("document.getElementById('notices').innerText.includes('The two are one account now')");
            page.open(service.baseUrl());
            page.await("document.querySelector('#card-spotify .state.connected')");
        }
    }

    @Test
    void who_looked_and_says_nothing_keeps_both_accounts() throws Exception {
        try (World world = World.usual();
                Patchbay service = world.start(folder);
                Chromium page = Chromium.start(Files.createDirectory(folder.resolve("profile")))) {
            Browser bob = world.signIn(service.baseUrl(), "bob");
            page.open(service.baseUrl());
            page.press("form.sign-in button", "");
            page.press("button.person", "Ann");
            page.await("document.querySelector('#card-spotify')");
            page.open(service.baseUrl().resolve("/account"));
            page.await("location.pathname === '/account' && 'ready' in document.documentElement.dataset");
            page.press("#merge-begin summary", "I have another account");
            page.press("#merge-google", "Sign in to it");
            page.press("button.person", "Bob");
            page.await("document.querySelector('dialog[open] #merge-preview')");

            page.press("dialog[open] button", "Not now");

            page.await("document.querySelector('dialog') === null");
            assertThat(bob.get("/user/profile").status()).isEqualTo(200);
        }
    }
}
