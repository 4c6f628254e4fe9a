package dev.patchbay.adapter.lastfm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.AppFindings;
import dev.patchbay.domain.clientapp.AppFindings.Finding;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.TokenAnswer.Granted;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.SandboxLastfmStage;
import dev.patchbay.port.provider.MusicPlatformContract;
import dev.patchbay.port.provider.PlatformStage;
import dev.patchbay.sandbox.lastfm.SandboxLastfm;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LastfmPlatformTest extends MusicPlatformContract {
    @Override
    protected PlatformStage open(Duration patience) {
        return new SandboxLastfmStage(
                patience,
                (http, lastfm) -> new LastfmPlatform(http, new LastfmSettings(lastfm.authUrl(), lastfm.apiUrl())));
    }

    private SandboxLastfm lastfm() {
        return ((SandboxLastfmStage) stage).sandbox().lastfm();
    }

    @Test
    void an_account_is_known_by_its_name() {
        assertThat(platform.whoIs(stage.app(), connect().accessToken()))
                .isEqualTo(new WhoAnswer.Known(new ExternalAccount(
                        "ann_fm",
                        Optional.of("ann_fm"),
                        Optional.of("https://lastfm.freetls.fastly.net/i/u/ann.png"))));
    }

    @Test
    void a_session_key_that_was_withdrawn_is_not_accepted_whatever_the_status() {
        Granted granted = connect();
        lastfm().withdraw("ann");

        assertThat(platform.whoIs(stage.app(), granted.accessToken())).isEqualTo(new WhoAnswer.TokenNotAccepted());
        lastfm().quietErrors(true);
        assertThat(platform.whoIs(stage.app(), granted.accessToken())).isEqualTo(new WhoAnswer.TokenNotAccepted());
    }

    @Test
    void an_app_with_a_wrong_key_or_secret_is_the_apps_trouble() {
        Granted granted = connect();

        for (boolean quiet : new boolean[] {false, true}) {
            lastfm().quietErrors(quiet);
            assertThat(platform.whoIs(withKey("00000000000000000000000000000000"), granted.accessToken()))
                    .isEqualTo(new WhoAnswer.Refused(Cause.APP_REJECTED));
            assertThat(platform.whoIs(withSecret("not the secret"), granted.accessToken()))
                    .isEqualTo(new WhoAnswer.Refused(Cause.APP_REJECTED));
        }
    }

    @Test
    void without_a_shared_secret_nothing_is_asked() {
        ClientApp app = stage.app();
        ClientApp bare = new ClientApp(app.id(), app.kind(), Optional.empty(), app.redirectUri());

        assertThat(platform.whoIs(bare, Secret.of("sk"))).isEqualTo(new WhoAnswer.Refused(Cause.APP_REJECTED));
        assertThat(stage.arrivedInAll()).isZero();
    }

    @Test
    void a_session_is_without_end_and_without_anything_to_renew_it() {
        Granted granted = connect();

        assertThat(granted.expiresIn()).isEmpty();
        assertThat(granted.refreshToken()).isEmpty();
        assertThat(granted.scopes()).isEmpty();
        assertThat(platform.refresh(stage.app(), granted.accessToken())).isEqualTo(new TokenAnswer.GrantDead());
    }

    @Test
    void a_look_at_an_app_says_which_half_of_it_is_wrong() {
        AppFindings good = platform.check(stage.app());
        AppFindings key = platform.check(withKey("00000000000000000000000000000000"));
        AppFindings secret = platform.check(withSecret("not the secret"));

        assertThat(good.credentialsAreGood()).isTrue();
        assertThat(key.clientId()).isInstanceOf(Finding.Wrong.class);
        assertThat(key.clientSecret()).isInstanceOf(Finding.NotChecked.class);
        assertThat(secret.clientId()).isInstanceOf(Finding.Good.class);
        assertThat(secret.clientSecret()).isInstanceOf(Finding.Wrong.class);
    }

    private ClientApp withKey(String key) {
        return new ClientApp(
                new ClientAppId(platform.id(), key),
                ClientApp.Kind.OWN,
                stage.app().clientSecret(),
                stage.app().redirectUri());
    }

    private ClientApp withSecret(String secret) {
        return new ClientApp(
                stage.app().id(),
                ClientApp.Kind.OWN,
                Optional.of(Secret.of(secret)),
                stage.app().redirectUri());
    }
}
