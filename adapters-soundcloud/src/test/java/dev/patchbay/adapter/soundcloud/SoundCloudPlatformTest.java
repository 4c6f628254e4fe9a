package dev.patchbay.adapter.soundcloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.AppFindings.Finding;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.TokenAnswer.Granted;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.SandboxPlatformStage;
import dev.patchbay.port.provider.MusicPlatformContract;
import dev.patchbay.port.provider.PlatformStage;
import dev.patchbay.port.provider.TokensInHand;
import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.party.Fault;
import dev.patchbay.sandbox.soundcloud.SandboxSoundCloud;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SoundCloudPlatformTest extends MusicPlatformContract {
    @Override
    protected PlatformStage open(Duration patience) {
        return SandboxPlatformStage.soundcloud(
                patience,
                (http, sandbox) -> new SoundCloudPlatform(
                        http,
                        new SoundCloudSettings(
                                sandbox.soundcloud().authUrl(),
                                sandbox.soundcloud().apiUrl())));
    }

    private SandboxSoundCloud soundcloud() {
        return ((SandboxPlatformStage) stage).sandbox().soundcloud();
    }

    @Test
    void an_account_is_known_by_its_urn() {
        assertThat(platform.whoIs(stage.app(), connect().accessToken()))
                .isEqualTo(new WhoAnswer.Known(new ExternalAccount(
                        SandboxSoundCloud.urnOf("ann"),
                        Optional.of("Ann Lindqvist"),
                        Optional.of("https://i1.sndcdn.com/avatars-ann-large.jpg"))));
    }

    @Test
    void an_empty_scope_is_a_grant_all_the_same() {
        Granted granted = connect();

        assertThat(granted.scopes()).contains(Scopes.NONE);
        assertThat(platform.objectionTo(granted, Scopes.NONE)).isEmpty();
    }

    @Test
    void a_refresh_token_is_good_once() {
        Secret first = connect().refreshToken().orElseThrow();
        Granted renewed = (Granted) platform.refresh(stage.app(), first);

        assertThat(renewed.refreshToken()).isPresent().isNotEqualTo(Optional.of(first));
        assertThat(renewed.tokenType()).isEqualTo("OAuth");
        assertThat(platform.refresh(stage.app(), first)).isEqualTo(new TokenAnswer.GrantDead());
    }

    @Test
    void a_blocked_page_is_an_outage_and_no_refusal() {
        Granted granted = connect();
        soundcloud().script(Fault.Kind.BLOCKED_PAGE.at(Endpoint.PROFILE));
        soundcloud().script(Fault.Kind.BLOCKED_PAGE.at(Endpoint.REFRESH));

        assertThat(platform.whoIs(stage.app(), granted.accessToken())).isInstanceOf(WhoAnswer.Unavailable.class);
        assertThat(platform.refresh(stage.app(), granted.refreshToken().orElseThrow()))
                .isInstanceOf(TokenAnswer.Unavailable.class);
        assertThat(platform.refresh(stage.app(), granted.refreshToken().orElseThrow()))
                .isInstanceOf(Granted.class);
    }

    @Test
    void sign_out_takes_the_access_token_and_nothing_else() {
        Granted granted = connect();

        assertThat(platform.revoke(stage.app(), new TokensInHand(Optional.empty(), granted.refreshToken())))
                .isEqualTo(Revocation.FAILED);
        assertThat(platform.revoke(
                        stage.app(), new TokensInHand(Optional.of(Secret.of("expired")), granted.refreshToken())))
                .as("the person is told where to do it themselves")
                .isEqualTo(Revocation.FAILED);
        assertThat(platform.revoke(stage.app(), TokensInHand.of(granted))).isEqualTo(Revocation.REVOKED);
        assertThat(platform.refresh(stage.app(), granted.refreshToken().orElseThrow()))
                .isEqualTo(new TokenAnswer.GrantDead());
    }

    @Test
    void a_look_at_an_app_tells_whether_its_secret_is_taken() {
        ClientApp app = stage.app();
        ClientApp wrong =
                new ClientApp(app.id(), app.kind(), Optional.of(Secret.of("not the secret")), app.redirectUri());

        assertThat(platform.check(app).credentialsAreGood()).isTrue();
        assertThat(platform.check(wrong).clientSecret()).isInstanceOf(Finding.Wrong.class);
    }
}
