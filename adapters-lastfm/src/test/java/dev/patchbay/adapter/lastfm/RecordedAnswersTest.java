package dev.patchbay.adapter.lastfm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.attempt.AuthorizationCode;
import dev.patchbay.domain.attempt.PkceVerifier;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.LocalServer;
import dev.patchbay.oauth.Recorded;
import dev.patchbay.port.provider.CodeExchange;
import dev.patchbay.port.provider.Promise;
import dev.patchbay.port.provider.Proves;
import dev.patchbay.port.provider.Proving;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as Last.fm writes them, each with status 200 and with one that says so. */
@Proves(Promise.RECORDED_ANSWERS)
class RecordedAnswersTest implements Proving {
    private final LocalServer server = new LocalServer(asked -> LocalServer.Reply.of(500, ""));
    private final GuardedHttp http = new GuardedHttp(Clock.systemUTC());
    private final LastfmPlatform lastfm =
            new LastfmPlatform(http, new LastfmSettings(server.at("/auth"), server.at("/2.0")));

    @Override
    public String provider() {
        return lastfm.id().value();
    }

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    private void answering(int status, String recorded) {
        server.answer(asked -> LocalServer.Reply.of(status, Recorded.answer("lastfm/" + recorded)));
    }

    private WhoAnswer who(int status, String recorded) {
        answering(status, recorded);
        return lastfm.whoIs(app(), Secret.of("sk-1"));
    }

    private TokenAnswer exchange(int status, String recorded) {
        answering(status, recorded);
        return lastfm.exchange(
                app(),
                new CodeExchange(
                        new AuthorizationCode(Secret.of("token-1")),
                        new PkceVerifier(Secret.of("none")),
                        Secret.of("none").fingerprint()));
    }

    private ClientApp app() {
        return new ClientApp(
                new ClientAppId(lastfm.id(), "key"),
                ClientApp.Kind.OWN,
                Optional.of(Secret.of("mysecret")),
                URI.create("http://127.0.0.1/callback"));
    }

    @Test
    void a_signature_is_the_md5_of_names_and_values_in_order_and_the_secret() {
        assertThat(Signature.of(Map.of("method", "auth.getSession", "api_key", "key", "token", "t"), Secret.of("s")))
                .isEqualTo("44f2114f805b584febafc81a93f3617f");
    }

    @Test
    void a_token_is_exchanged_by_a_signed_post_with_nothing_in_the_address() {
        assertThat(exchange(200, "session.json")).isInstanceOfSatisfying(TokenAnswer.Granted.class, granted -> {
            assertThat(granted.accessToken()).isEqualTo(Secret.of("d580d57f32848f5dcf574d1ce18d78b2"));
            assertThat(granted.tokenType()).isEqualTo("LastfmSession");
        });
        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.path()).isEqualTo("/2.0/");
            assertThat(asked.body())
                    .contains("method=auth.getSession")
                    .contains("api_key=key")
                    .contains("token=token-1")
                    .contains("format=json")
                    .contains("api_sig=")
                    .doesNotContain("mysecret");
        });
    }

    @Test
    void the_largest_picture_is_taken_and_a_list_of_one_may_be_no_list() {
        assertThat(who(200, "user.json"))
                .isEqualTo(new WhoAnswer.Known(new ExternalAccount(
                        "ann_fm",
                        Optional.of("ann_fm"),
                        Optional.of("https://lastfm.freetls.fastly.net/i/u/300x300/a.png"))));
        assertThat(who(200, "user-collapsed.json"))
                .isEqualTo(new WhoAnswer.Known(new ExternalAccount("ann_fm", Optional.of("ann_fm"), Optional.empty())));
        assertThat(who(200, "user-without-name.json")).isInstanceOf(WhoAnswer.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403})
    void each_error_is_told_by_its_number(int status) {
        for (int code : new int[] {4, 9, 14, 15}) {
            assertThat(who(status, "error-" + code + ".json")).isEqualTo(new WhoAnswer.TokenNotAccepted());
            assertThat(exchange(status, "error-" + code + ".json")).isEqualTo(new TokenAnswer.GrantDead());
        }
        for (int code : new int[] {10, 13, 26}) {
            assertThat(who(status, "error-" + code + ".json")).isEqualTo(new WhoAnswer.Refused(Cause.APP_REJECTED));
            assertThat(exchange(status, "error-" + code + ".json"))
                    .isEqualTo(new TokenAnswer.AppRefused(Cause.APP_REJECTED));
        }
        for (int code : new int[] {6, 8, 11, 16}) {
            assertThat(who(status, "error-" + code + ".json")).isInstanceOf(WhoAnswer.Unavailable.class);
            assertThat(exchange(status, "error-" + code + ".json")).isInstanceOf(TokenAnswer.Unavailable.class);
        }
        assertThat(who(status, "error-29.json")).isEqualTo(new WhoAnswer.Throttled(Cause.THROTTLED, Optional.empty()));
        assertThat(exchange(status, "error-29.json"))
                .isEqualTo(new TokenAnswer.Throttled(Cause.THROTTLED, Optional.empty()));
    }

    @Test
    void a_server_error_is_one_whatever_the_body_says() {
        assertThat(who(500, "error-9.json")).isInstanceOf(WhoAnswer.Unavailable.class);
        assertThat(who(503, "error-4.json")).isInstanceOf(WhoAnswer.Unavailable.class);
    }
}
