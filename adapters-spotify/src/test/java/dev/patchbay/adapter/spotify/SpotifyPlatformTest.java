package dev.patchbay.adapter.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.TokenAnswer.Granted;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.oauth.SandboxPlatformStage;
import dev.patchbay.port.provider.MusicPlatformContract;
import dev.patchbay.port.provider.PlatformStage;
import dev.patchbay.port.provider.StageCall;
import dev.patchbay.sandbox.spotify.SandboxSpotify;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpotifyPlatformTest extends MusicPlatformContract {
    @Override
    protected PlatformStage open(Duration patience) {
        return SandboxPlatformStage.spotify(
                patience,
                (http, sandbox) -> new SpotifyPlatform(
                        http, new SpotifySettings(sandbox.spotifyAccountsUrl(), sandbox.spotifyApiUrl())));
    }

    private SandboxSpotify spotify() {
        return ((SandboxPlatformStage) stage).sandbox().spotify();
    }

    @Test
    void an_account_is_known_by_its_account_id() {
        assertThat(platform.whoIs(stage.app(), connect().accessToken()))
                .isEqualTo(new WhoAnswer.Known(new ExternalAccount(
                        SandboxSpotify.accountIdOf("ann"), Optional.of("Ann Lindqvist"), Optional.empty())));
    }

    @Test
    void somebody_without_a_seat_gets_tokens_and_is_then_refused() {
        spotify().seat("ann", false);

        Granted granted = connect();

        assertThat(platform.whoIs(stage.app(), granted.accessToken()))
                .isEqualTo(new WhoAnswer.Refused(Cause.NOT_ON_APP_LIST));
        assertThat(stage.arrived(StageCall.REFRESH))
                .as("a 403 is never refreshed")
                .isZero();
    }

    @Test
    void an_owner_without_premium_is_the_apps_trouble() {
        Granted granted = connect();
        spotify().ownerPremium(false);

        assertThat(platform.whoIs(stage.app(), granted.accessToken()))
                .isEqualTo(new WhoAnswer.Refused(Cause.APP_OWNER_NOT_PREMIUM));
    }
}
