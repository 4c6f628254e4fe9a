package dev.patchbay.adapter.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.attempt.PkceVerifier;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.LocalServer;
import dev.patchbay.oauth.Recorded;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.AuthorizationStart;
import dev.patchbay.port.provider.Promise;
import dev.patchbay.port.provider.Proves;
import dev.patchbay.port.provider.Proving;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers as YouTube writes them; the authorization server is the real one, and is not called. */
@Proves(Promise.RECORDED_ANSWERS)
class YouTubeRecordedAnswersTest implements Proving {
    /** Midnight at Google's is at 08:00 UTC in winter. */
    private static final Instant TWO_HOURS_BEFORE = Instant.parse("2026-11-22T06:00:00Z");

    private final LocalServer server = new LocalServer(asked -> LocalServer.Reply.of(500, ""));
    private final GuardedHttp http = new GuardedHttp(Clock.systemUTC());
    private final YouTubePlatform youtube = new YouTubePlatform(
            http,
            Clock.fixed(TWO_HOURS_BEFORE, ZoneOffset.UTC),
            new YouTubeSettings(GoogleSettings.REAL_ISSUER, server.at("/v3")));

    @Override
    public String provider() {
        return youtube.id().value();
    }

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    private WhoAnswer who(int status, String recorded) {
        server.answer(asked -> LocalServer.Reply.of(status, Recorded.answer("youtube/" + recorded)));
        return youtube.whoIs(app(), Secret.of("ya29.access"));
    }

    private static ClientApp app() {
        return new ClientApp(
                new ClientAppId(new ProviderId("youtube"), "id"),
                ClientApp.Kind.OWN,
                Optional.of(Secret.of("secret")),
                URI.create("http://127.0.0.1/callback"));
    }

    @Test
    void the_channel_is_the_account() {
        assertThat(who(200, "channels.json"))
                .isEqualTo(new WhoAnswer.Known(new ExternalAccount(
                        "UC_x5XG1OV2P6uZZ5FSM9Ttw",
                        Optional.of("Ann Lindqvist"),
                        Optional.of("https://yt3.ggpht.com/ann=s88"))));
    }

    @Test
    void no_channel_is_told_from_a_bad_token() {
        assertThat(who(401, "signup-required.json")).isEqualTo(new WhoAnswer.Refused(Cause.NO_CHANNEL));
        assertThat(who(200, "channels-none.json")).isEqualTo(new WhoAnswer.Refused(Cause.NO_CHANNEL));
        assertThat(who(401, "invalid-credentials.json")).isEqualTo(new WhoAnswer.TokenNotAccepted());
    }

    @Test
    void a_quota_that_is_used_up_pauses_the_app_until_midnight_in_california() {
        assertThat(who(403, "quota-exceeded.json"))
                .isEqualTo(new WhoAnswer.Throttled(Cause.APP_QUOTA_EXCEEDED, Optional.of(Duration.ofHours(2))));
    }

    @Test
    void each_403_is_told_by_its_reason() {
        assertThat(who(403, "insufficient.json")).isEqualTo(new WhoAnswer.Refused(Cause.SCOPE_MISSING));
        assertThat(who(403, "not-configured.json")).isEqualTo(new WhoAnswer.Refused(Cause.APP_REJECTED));
    }

    @Test
    void the_real_google_is_asked_for_offline_access_and_always_for_consent() {
        Secret random = Secret.of("0123456789012345678901234567890123456789012");
        AuthorizationStart start = youtube.authorize(
                app(),
                new AuthorizationIntent(
                        new State(random),
                        random,
                        new PkceVerifier(random),
                        youtube.descriptor().defaultScopes(),
                        false));

        assertThat(((AuthorizationStart.Ready) start).authorizationUrl())
                .hasHost("accounts.google.com")
                .hasPath("/o/oauth2/v2/auth")
                .hasParameter("access_type", "offline")
                .hasParameter("prompt", "consent");
        assertThat(youtube.descriptor().hosts()).contains("oauth2.googleapis.com");
        assertThat(server.asked()).isEmpty();
    }
}
