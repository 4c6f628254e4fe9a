package dev.patchbay.adapter.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.attempt.PkceVerifier;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.LocalServer;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.AuthorizationStart;
import dev.patchbay.port.provider.Promise;
import dev.patchbay.port.provider.Proves;
import dev.patchbay.port.provider.Proving;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers as Spotify writes them, and as a mock made from its OpenAPI description might. */
@Proves(Promise.RECORDED_ANSWERS)
class RecordedAnswersTest implements Proving {
    private final LocalServer server = new LocalServer(asked -> LocalServer.Reply.of(500, ""));
    private final GuardedHttp http = new GuardedHttp(Clock.systemUTC());
    private final SpotifyPlatform spotify =
            new SpotifyPlatform(http, new SpotifySettings(server.at("/accounts"), server.at("/v1")));

    @Override
    public String provider() {
        return spotify.id().value();
    }

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    private WhoAnswer who(int status, String recorded) {
        server.answer(asked -> LocalServer.Reply.of(status, recorded(recorded)));
        return spotify.whoIs(app(), Secret.of("BQ-access"));
    }

    private static String recorded(String name) {
        try (InputStream file = RecordedAnswersTest.class.getResourceAsStream("/spotify/" + name)) {
            assertThat(file).as(name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WhoAnswer known(String id, Optional<String> name, Optional<String> picture) {
        return new WhoAnswer.Known(new ExternalAccount(id, name, picture));
    }

    @Test
    void the_account_id_goes_before_the_id() {
        assertThat(who(200, "me.json"))
                .isEqualTo(
                        known("acct-7Qk2", Optional.of("Ann Lindqvist"), Optional.of("https://i.scdn.co/image/large")));
        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/v1/me");
            assertThat(asked.authorization()).isEqualTo("Bearer BQ-access");
        });
    }

    @Test
    void a_profile_without_account_id_name_and_picture_still_has_its_id() {
        assertThat(who(200, "me-before-account-id.json")).isEqualTo(known("ann", Optional.empty(), Optional.empty()));
    }

    @Test
    void members_of_unexpected_types_are_absent() {
        assertThat(who(200, "me-odd-types.json")).isEqualTo(known("ann", Optional.empty(), Optional.empty()));
    }

    @Test
    void the_first_picture_that_can_be_shown_is_taken() {
        assertThat(who(200, "me-odd-images.json"))
                .isEqualTo(known("12345", Optional.empty(), Optional.of("https://i.scdn.co/image/ok")));
    }

    @Test
    void a_profile_without_an_id_is_nobodys() {
        assertThat(who(200, "me-without-id.json")).isInstanceOf(WhoAnswer.Unavailable.class);
    }

    @Test
    void each_403_is_told_by_its_words() {
        assertThat(who(403, "forbidden-seat.txt")).isEqualTo(new WhoAnswer.Refused(Cause.NOT_ON_APP_LIST));
        assertThat(who(403, "forbidden-premium.txt")).isEqualTo(new WhoAnswer.Refused(Cause.APP_OWNER_NOT_PREMIUM));
        assertThat(who(403, "forbidden-scope.json")).isEqualTo(new WhoAnswer.Refused(Cause.SCOPE_MISSING));
        assertThat(who(403, "forbidden-other.json")).isEqualTo(new WhoAnswer.Refused(Cause.TOKEN_REFUSED));
        assertThat(who(403, "forbidden-page.html")).isInstanceOf(WhoAnswer.Unavailable.class);
        assertThat(server.asked()).as("none of them led to another call").hasSize(5);
    }

    @Test
    void a_used_up_quota_is_named() {
        assertThat(who(429, "quota-exceeded.json"))
                .isEqualTo(new WhoAnswer.Throttled(Cause.APP_QUOTA_EXCEEDED, Optional.empty()));
    }

    @Test
    void asking_again_shows_the_consent_screen() {
        assertThat(authorizationUrl(true).getRawQuery()).contains("show_dialog=true");
        assertThat(authorizationUrl(false).getRawQuery()).doesNotContain("show_dialog");
    }

    private URI authorizationUrl(boolean askAgain) {
        Secret random = Secret.of("0123456789012345678901234567890123456789012");
        AuthorizationStart start = spotify.authorize(
                app(),
                new AuthorizationIntent(
                        new State(random),
                        random,
                        new PkceVerifier(random),
                        spotify.descriptor().defaultScopes(),
                        askAgain));
        return ((AuthorizationStart.Ready) start).authorizationUrl();
    }

    private ClientApp app() {
        return new ClientApp(
                new ClientAppId(spotify.id(), "id"),
                ClientApp.Kind.OWN,
                Optional.empty(),
                URI.create("http://127.0.0.1/callback"));
    }

    @Test
    void a_consent_lasts_six_calendar_months_and_refresh_tokens_stay() {
        assertThat(spotify.descriptor().consentEnds(Instant.parse("2026-08-31T12:00:00Z")))
                .contains(Instant.parse("2027-02-28T12:00:00Z"));
        assertThat(spotify.descriptor().grantClass()).isEqualTo(new GrantClass.NonRotating());
    }
}
