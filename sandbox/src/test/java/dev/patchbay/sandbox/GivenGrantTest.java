package dev.patchbay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.patchbay.sandbox.ledger.Ledger;
import dev.patchbay.sandbox.party.GivenGrant;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenGrantTest {
    private final SteeredClock clock = new SteeredClock();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withClock(clock));
    private final Ledger ledger = sandbox.ledger();
    private final App app = App.spotify(sandbox);

    @AfterEach
    void close() {
        app.close();
        sandbox.close();
    }

    private App.Answer me(Sandbox where, String accessToken) {
        return app.get(URI.create(where.spotifyApiUrl() + "/me"), "Bearer " + accessToken);
    }

    @Test
    void a_given_grant_is_as_good_as_one_from_a_browser() {
        GivenGrant given = sandbox.spotify().grant("person-17");

        assertThat(me(sandbox, given.accessToken().secret()).text("id")).isEqualTo("person-17");
        App.Answer refreshed = app.refresh(given.refreshToken().secret());
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(refreshed.text("scope").split(" "))
                .containsExactlyInAnyOrderElementsOf(given.grant().scopes());
        assertThat(ledger.familyOf(refreshed.text("access_token"))).contains(given.grant());
        assertThat(ledger.liveRefreshTokens("spotify", "person-17"))
                .containsExactly(given.refreshToken().secret());
        assertThat(given.toString()).doesNotContain(given.refreshToken().secret());
    }

    @Test
    void consent_was_given_when_it_was_said_to_be() {
        Set<String> scopes = Set.of("playlist-read-private");
        GivenGrant given =
                sandbox.spotify().grant("ann", SandboxOptions.SPOTIFY_OWN_CLIENT, scopes, Duration.ofDays(180));

        assertThat(given.grant().begunAt()).isEqualTo(clock.instant().minus(Duration.ofDays(180)));
        assertThat(given.grant().scopes()).isEqualTo(scopes);
        try (App own = App.spotify(sandbox, SandboxOptions.SPOTIFY_OWN_CLIENT)) {
            assertThat(own.refresh(given.refreshToken().secret()).status()).isEqualTo(200);
            clock.advance(Duration.ofDays(2));
            assertThat(own.refresh(given.refreshToken().secret()).text("error")).isEqualTo("invalid_grant");
        }
        assertThat(app.refresh(given.refreshToken().secret()).text("error"))
                .as("another client's")
                .isEqualTo("invalid_grant");
    }

    @Test
    void the_made_up_are_people_but_not_offered_on_pages() {
        sandbox.spotify().grant("person-17");
        sandbox.spotify().grant("person-17");
        sandbox.google().grant("ann");

        assertThat(sandbox.spotify().people()).extracting("id").containsExactly("ann", "bob", "cleo", "person-17");
        assertThat(sandbox.spotify().offered()).extracting("id").containsExactly("ann", "bob", "cleo");
        assertThat(app.get(app.authUrl(), "").body()).contains("cleo").doesNotContain("person-17");
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.spotify().grant("<b>"));
    }

    @Test
    void given_grants_outlive_a_restart(@TempDir Path folder) {
        SandboxOptions options = SandboxOptions.defaults().withClock(clock).withJournal(folder.resolve("journal"));
        GivenGrant given;
        try (Sandbox first = Sandbox.start(options)) {
            given = first.spotify().grant("person-17");
        }

        try (Sandbox second = Sandbox.start(options)) {
            assertThat(me(second, given.accessToken().secret()).text("id")).isEqualTo("person-17");
            assertThat(second.ledger().familyOf(given.refreshToken().secret())).contains(given.grant());
            assertThat(second.spotify().offered()).extracting("id").doesNotContain("person-17");
        }
    }
}
