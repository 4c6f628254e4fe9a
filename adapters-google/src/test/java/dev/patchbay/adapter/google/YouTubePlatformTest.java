package dev.patchbay.adapter.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.TokenAnswer.Granted;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.oauth.SandboxPlatformStage;
import dev.patchbay.port.provider.MusicPlatformContract;
import dev.patchbay.port.provider.PlatformStage;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.youtube.SandboxYouTube;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YouTubePlatformTest extends MusicPlatformContract {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Override
    protected PlatformStage open(Duration patience) {
        return SandboxPlatformStage.youtube(
                patience,
                (http, sandbox) -> new YouTubePlatform(
                        http,
                        Clock.systemUTC(),
                        new YouTubeSettings(
                                sandbox.googleIssuer(), sandbox.youtube().apiUrl())));
    }

    private Sandbox sandbox() {
        return ((SandboxPlatformStage) stage).sandbox();
    }

    @Test
    void an_account_is_known_by_its_channel() {
        assertThat(platform.whoIs(stage.app(), connect().accessToken()))
                .isInstanceOfSatisfying(WhoAnswer.Known.class, known -> {
                    assertThat(known.account().id()).isEqualTo(SandboxYouTube.channelOf("ann"));
                    assertThat(known.account().name()).contains("Ann Lindqvist");
                    assertThat(known.account().picture()).isPresent();
                });
    }

    @Test
    void a_second_consent_brings_a_refresh_token_too() {
        assertThat(connect().refreshToken()).isPresent();
        assertThat(connect().refreshToken()).isPresent();
    }

    @Test
    void somebody_without_a_channel_is_told_so() {
        sandbox().youtube().channel("ann", false);

        assertThat(platform.whoIs(stage.app(), connect().accessToken()))
                .isEqualTo(new WhoAnswer.Refused(Cause.NO_CHANNEL));
    }

    @Test
    void a_grant_of_a_project_in_testing_ends_and_says_why() {
        assertThat(connect().consentLasts()).isEmpty();
        sandbox().google().testing(true);

        Granted granted = connect();

        assertThat(granted.consentLasts()).contains(Duration.ofDays(7).minusSeconds(1));
        assertThat(platform.advice(Clocks.consented(
                        NOW, Duration.ofHours(1), granted.consentLasts().map(NOW::plus))))
                .hasValueSatisfying(words -> assertThat(words).contains("publish"));
        assertThat(platform.advice(Clocks.consented(NOW, Duration.ofHours(1), Optional.empty())))
                .isEmpty();
    }

    @Test
    void a_permission_that_was_left_out_is_noticed() {
        Scopes asked = platform.descriptor().defaultScopes();
        Granted whole = connect();

        assertThat(platform.objectionTo(whole, asked)).isEmpty();
        assertThat(platform.objectionTo(with(whole, Scopes.of(YouTubeFacts.READ)), asked))
                .contains(Cause.SCOPE_MISSING);
        assertThat(platform.objectionTo(with(whole, Scopes.of(YouTubeFacts.READ)), Scopes.of(YouTubeFacts.READ)))
                .isEmpty();
        assertThat(platform.objectionTo(with(whole, Scopes.of(YouTubeFacts.MANAGE, "openid")), asked))
                .as("managing includes reading")
                .isEmpty();
        assertThat(platform.objectionTo(with(whole, Scopes.NONE), asked)).contains(Cause.SCOPE_MISSING);
    }

    private static Granted with(Granted granted, Scopes scopes) {
        return new Granted(
                granted.tokenType(),
                granted.accessToken(),
                granted.refreshToken(),
                granted.expiresIn(),
                Optional.of(scopes));
    }
}
