package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.patchbay.sandbox.party.SandboxClient;
import java.net.URI;
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

            page.press("#app-spotify", "Your own app");
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

    @Test
    void an_owner_offers_a_seat_and_somebody_else_takes_it_is_missed_on_the_list_and_connects_with_it()
            throws Exception {
        try (World world = World.usual();
                Patchbay service = world.start(folder);
                Chromium owner = Chromium.start(Files.createDirectory(folder.resolve("owner")));
                Chromium guest = Chromium.start(Files.createDirectory(folder.resolve("guest")))) {
            SandboxClient own = world.sandbox().spotify().clients().get(1);
            world.sandbox().spotify().seat(own.id(), "bob", false);
            signIn(owner, service);
            owner.press("#app-spotify", "Your own app");
            give(owner, own.id(), own.secret());
            owner.await("document.querySelector('[data-finding=secret].ok')");
            owner.press("#app-seats summary", "Seats");
            owner.await("document.querySelector('#app-seats').innerText.includes('Seat 1 is your own')");
            owner.fill("#seat-label", "Bob from work");
            owner.press("#seat-offer", "Offer a seat");
            owner.await("document.querySelector('#seat-link')");
            String link = String.valueOf(owner.evaluate("document.getElementById('seat-link').value"));
            assertThat(link).startsWith(service.baseUrl() + "/#seat=spotify.");

            guest.open(URI.create(link));
            guest.await("document.body.innerText.includes('Sign in to see whose it is')");
            assertThat(guest.evaluate("location.href").toString()).isEqualTo(service.baseUrl() + "/");
            guest.press("form.sign-in button", "");
            guest.press("button.person", "Bob");
            guest.await("document.querySelector('dialog[open]#seat-invitation')");
            assertThat(guest.text())
                    .contains("A seat in Ann Lindqvist’s app at Spotify", "no access to your tokens")
                    .doesNotContain("from work");
            guest.press("#seat-take", "Take the seat and connect");
            agreeAsBob(guest);
            guest.await("document.querySelector('#notices .bad')");
            assertThat(guest.text()).contains("has not added this person to the app's list of users");
            guest.await("document.querySelector('#seat-spotify').innerText.includes('User Management')");
            assertThat(guest.evaluate("sessionStorage.length")).isEqualTo(0);

            owner.press("dialog[open] button", "Close");
            owner.press("#app-spotify", "Your own app");
            owner.press("#app-seats summary", "Seats");
            owner.await("document.querySelector('[data-seat=\"2\"]').innerText.includes('Not on the app')");
            assertThat(owner.text()).contains("does not serve these people");

            world.sandbox().spotify().seat(own.id(), "bob", true);
            guest.press("#main-spotify", "Connect");
            guest.await("document.querySelector('#card-spotify .state.connected')");
            owner.press("dialog[open] button", "Close");
            owner.press("#app-spotify", "Your own app");
            owner.press("#app-seats summary", "Seats");
            owner.await("document.querySelector('[data-seat=\"2\"] .state.connected')");
            assertThat(owner.text()).doesNotContain("does not serve these people");
            owner.press("[data-end=\"2\"]", "End this seat");
            owner.press("#app-yes", "End it");
            owner.await("document.querySelector('dialog[open]').innerText.includes('the connection made with it')");
            guest.open(service.baseUrl());
            guest.await("document.querySelector('#card-spotify .state.needs_reconnect')");
        }
    }

    private static void agreeAsBob(Chromium page) {
        page.press("input[value=bob]", "");
        page.press("button.main", "Agree");
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
