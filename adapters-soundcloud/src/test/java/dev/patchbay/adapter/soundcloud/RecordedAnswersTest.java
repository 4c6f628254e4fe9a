package dev.patchbay.adapter.soundcloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.LocalServer;
import dev.patchbay.oauth.Recorded;
import dev.patchbay.port.provider.Promise;
import dev.patchbay.port.provider.Proves;
import dev.patchbay.port.provider.Proving;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers as SoundCloud writes them. */
@Proves(Promise.RECORDED_ANSWERS)
class RecordedAnswersTest implements Proving {
    private final LocalServer server = new LocalServer(asked -> LocalServer.Reply.of(500, ""));
    private final GuardedHttp http = new GuardedHttp(Clock.systemUTC());
    private final SoundCloudPlatform soundcloud =
            new SoundCloudPlatform(http, new SoundCloudSettings(server.at("/secure"), server.at("/api")));

    @Override
    public String provider() {
        return soundcloud.id().value();
    }

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    private void answering(int status, String recorded) {
        server.answer(asked -> LocalServer.Reply.of(status, Recorded.answer("soundcloud/" + recorded)));
    }

    private WhoAnswer who(int status, String recorded) {
        answering(status, recorded);
        return soundcloud.whoIs(app(), Secret.of("2-29-access"));
    }

    private TokenAnswer refresh(int status, String recorded) {
        answering(status, recorded);
        return soundcloud.refresh(app(), Secret.of("sc-refresh"));
    }

    private ClientApp app() {
        return new ClientApp(
                new ClientAppId(soundcloud.id(), "id"),
                ClientApp.Kind.OWN,
                Optional.of(Secret.of("secret")),
                URI.create("http://127.0.0.1/callback"));
    }

    @Test
    void the_urn_is_the_id_and_the_header_says_oauth() {
        assertThat(who(200, "me.json"))
                .isEqualTo(new WhoAnswer.Known(new ExternalAccount(
                        "soundcloud:users:123",
                        Optional.of("ann"),
                        Optional.of("https://i1.sndcdn.com/avatars-000123-large.jpg"))));
        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/api/me");
            assertThat(asked.authorization()).isEqualTo("OAuth 2-29-access");
        });
    }

    @Test
    void a_numeric_id_becomes_the_urn_it_is_part_of() {
        assertThat(who(200, "me-before-urn.json"))
                .isEqualTo(new WhoAnswer.Known(
                        new ExternalAccount("soundcloud:users:123", Optional.of("ann"), Optional.empty())));
        assertThat(who(200, "me-without-id.json")).isInstanceOf(WhoAnswer.Unavailable.class);
    }

    @Test
    void a_renewal_shows_the_secret_in_the_form() {
        TokenAnswer answer = refresh(200, "token.json");

        assertThat(answer).isInstanceOfSatisfying(TokenAnswer.Granted.class, granted -> {
            assertThat(granted.tokenType()).isEqualTo("OAuth");
            assertThat(granted.expiresIn()).contains(Duration.ofSeconds(3599));
            assertThat(granted.refreshToken()).contains(Secret.of("sc-refresh"));
        });
        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.authorization()).isEmpty();
            assertThat(asked.body()).contains("client_id=id").contains("client_secret=secret");
        });
    }

    @Test
    void only_the_plain_word_ends_a_grant() {
        assertThat(refresh(400, "invalid-grant.json")).isEqualTo(new TokenAnswer.GrantDead());
        assertThat(refresh(401, "legacy-invalid-grant.json")).isInstanceOf(TokenAnswer.Unavailable.class);
        assertThat(refresh(403, "blocked.html")).isInstanceOf(TokenAnswer.Unavailable.class);
        assertThat(who(403, "blocked.html")).isInstanceOf(WhoAnswer.Unavailable.class);
    }

    @Test
    void it_is_strict_and_a_consent_does_not_end() {
        assertThat(soundcloud.descriptor().grantClass()).isEqualTo(new GrantClass.Strict());
        assertThat(soundcloud.descriptor().consentLength()).isEmpty();
    }
}
