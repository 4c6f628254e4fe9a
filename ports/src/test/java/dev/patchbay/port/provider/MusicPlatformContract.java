package dev.patchbay.port.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.TokenAnswer.GrantDead;
import dev.patchbay.domain.connection.TokenAnswer.Granted;
import dev.patchbay.domain.connection.TokenAnswer.Unavailable;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every {@link MusicPlatform} promises, played against a stage. Capabilities are tested both ways: what is
 * declared works, and what is not declared is answered without a call.
 */
public abstract class MusicPlatformContract extends RefreshContract {
    @Test
    void a_descriptor_is_the_same_object_every_time() {
        assertThat(platform.descriptor()).isSameAs(platform.descriptor());
        assertThat(platform.id()).isEqualTo(platform.descriptor().id());
    }

    @Proves(Promise.FLOW)
    @Test
    void an_authorization_request_carries_state_and_challenge_and_the_exact_redirect_uri() {
        Visit visit = visit();

        URI url = Visit.url(platform.authorize(stage.app(), visit.intent()));

        assertSound(url, visit);
        if (!visit.intent().scopes().isEmpty()) {
            assertThat(Scopes.parse(Visit.parameter(url, "scope").orElseThrow()))
                    .isEqualTo(visit.intent().scopes());
        }
    }

    @Proves(Promise.FLOW)
    @Test
    void a_request_that_asks_again_is_sound_too() {
        Visit again = visit().again();

        assertSound(Visit.url(platform.authorize(stage.app(), again.intent())), again);
    }

    private void assertSound(URI url, Visit visit) {
        if (stage.speaksOAuth()) {
            Requests.assertSound(url, stage.app(), visit.intent());
            return;
        }
        assertThat(stage.stateIn(url)).contains(visit.intent().state().value().reveal());
        Requests.assertNothingSecret(url, stage.app(), visit.intent());
    }

    @Proves(Promise.IDENTITY)
    @Test
    void a_consent_ends_in_tokens_and_a_known_account() {
        Visit visit = visit();
        URI redirect = consent(visit);
        assertThat(Visit.parameter(redirect, "state"))
                .contains(visit.intent().state().value().reveal());
        assertThat(platform.vouchesFor(Visit.parameter(redirect, "iss"))).isTrue();

        Granted granted = granted(platform.exchange(stage.app(), visit.after(redirect, platform.codeParameter())));

        assertThat(granted.tokenType()).isEqualToIgnoringCase(stage.tokenType());
        assertThat(granted.expiresIn().isPresent())
                .as("an access token ends, or is known not to")
                .isNotEqualTo(platform.descriptor().usualAccessLife().equals(Clocks.ENDLESS));
        assertThat(granted.refreshToken().isPresent())
                .isEqualTo(platform.descriptor().can(Capability.REFRESH));
        assertThat(platform.whoIs(stage.app(), granted.accessToken())).isInstanceOf(WhoAnswer.Known.class);
        assertThat(platform.whoIs(stage.app(), connect().accessToken()))
                .as("the same person is the same account")
                .isEqualTo(platform.whoIs(stage.app(), granted.accessToken()));
    }

    @Proves(Promise.FLOW)
    @Test
    void an_app_without_a_secret_is_served_by_pkce_alone_or_is_refused_as_an_app() {
        ClientApp app = stage.app();
        ClientApp bare = new ClientApp(app.id(), app.kind(), Optional.empty(), app.redirectUri());
        CodeExchange consented = consented();

        TokenAnswer answer = platform.exchange(bare, consented);

        if (platform.descriptor().can(Capability.PUBLIC_CLIENT)) {
            Granted granted = granted(answer);
            assertThat(platform.whoIs(stage.app(), granted.accessToken())).isInstanceOf(WhoAnswer.Known.class);
            if (platform.descriptor().can(Capability.REFRESH)) {
                granted(platform.refresh(bare, granted.refreshToken().orElseThrow()));
            }
        } else {
            assertThat(answer).isEqualTo(new TokenAnswer.AppRefused(Cause.APP_REJECTED));
        }
    }

    @Proves(Promise.FLOW)
    @Test
    void a_cancelled_consent_comes_back_vouched_for_and_without_a_code() {
        URI redirect = stage.cancel(Visit.url(platform.authorize(stage.app(), visit().intent())));

        assertThat(platform.vouchesFor(Visit.parameter(redirect, "iss"))).isTrue();
        assertThat(Visit.parameter(redirect, platform.codeParameter())).isEmpty();
    }

    @Proves(Promise.FLOW)
    @Test
    void nobody_vouches_for_a_stranger() {
        assertThat(platform.vouchesFor(Optional.of("https://elsewhere.example")))
                .isFalse();
        assertThat(platform.vouchesFor(Optional.of(""))).isFalse();
        assertThat(platform.vouchesFor(Optional.of("not a URL"))).isFalse();
    }

    @Proves(Promise.FLOW)
    @Test
    void a_spent_code_is_refused_and_not_retried() {
        CodeExchange once = consented();
        granted(platform.exchange(stage.app(), once));

        assertThat(platform.exchange(stage.app(), once)).isEqualTo(new GrantDead());
        assertThat(stage.arrived(StageCall.EXCHANGE)).isEqualTo(2);
    }

    @Proves(Promise.FLOW)
    @Test
    void a_code_of_another_flow_is_refused() {
        assumeTrue(stage.speaksOAuth(), "this party knows no PKCE");
        CodeExchange mine = consented();
        CodeExchange mixed = new CodeExchange(mine.code(), visit().intent().verifier(), mine.nonceFingerprint());

        assertThat(platform.exchange(stage.app(), mixed)).isEqualTo(new GrantDead());
    }

    @ParameterizedTest
    @EnumSource(names = {"BAD_GATEWAY", "HTML_FOR_JSON", "OVERSIZE", "BODY_CUT", "ANSWER_DROPPED", "FIELDS_RENAMED"})
    void an_exchange_without_a_usable_answer_is_an_outage_and_made_once(StageFault fault) {
        CodeExchange exchange = consented();
        stage.next(StageCall.EXCHANGE, fault);

        assertThat(platform.exchange(stage.app(), exchange)).isInstanceOf(Unavailable.class);
        assertThat(stage.arrived(StageCall.EXCHANGE)).isEqualTo(1);
    }

    @Proves(Promise.FLOW)
    @Test
    void fewer_scopes_are_reported_as_granted() {
        assumeFalse(platform.descriptor().defaultScopes().isEmpty(), "this platform has no scopes");
        CodeExchange exchange = consented();
        stage.next(StageCall.EXCHANGE, StageFault.FEWER_SCOPES);

        Scopes scopes =
                granted(platform.exchange(stage.app(), exchange)).scopes().orElseThrow();

        assertThat(scopes.containsAll(platform.descriptor().defaultScopes())).isFalse();
    }

    @Proves(Promise.REVOKE)
    @Test
    void a_revoked_grant_is_gone_and_revoking_again_is_no_error() {
        assumeTrue(platform.descriptor().can(Capability.REVOKE), "this platform revokes nothing");
        Granted granted = connect();
        TokensInHand tokens = TokensInHand.of(granted);

        assertThat(platform.revoke(stage.app(), tokens)).isEqualTo(Revocation.REVOKED);
        assertThat(platform.whoIs(stage.app(), granted.accessToken())).isEqualTo(new WhoAnswer.TokenNotAccepted());
        assertThat(platform.revoke(stage.app(), tokens)).isEqualTo(Revocation.REVOKED);
    }

    @Proves(Promise.REVOKE)
    @Test
    void a_platform_that_revokes_nothing_says_so_without_a_call() {
        assumeFalse(platform.descriptor().can(Capability.REVOKE), "this platform revokes");
        Granted granted = connect();
        int before = stage.arrivedInAll();

        assertThat(platform.revoke(stage.app(), TokensInHand.of(granted))).isEqualTo(Revocation.NOT_SUPPORTED);
        assertThat(stage.arrivedInAll()).isEqualTo(before);
    }

    @Proves(Promise.ERROR_CLASSES)
    @Test
    void an_access_token_that_is_not_good_is_not_accepted() {
        Granted granted = connect();
        stage.withdraw();

        assertThat(platform.whoIs(stage.app(), granted.accessToken())).isEqualTo(new WhoAnswer.TokenNotAccepted());
        assertThat(platform.whoIs(stage.app(), Secret.of("not a\ntoken"))).isEqualTo(new WhoAnswer.TokenNotAccepted());
    }

    @ParameterizedTest
    @EnumSource(names = {"BAD_GATEWAY", "HTML_FOR_JSON", "OVERSIZE", "BODY_CUT", "FIELDS_RENAMED"})
    void a_profile_that_cannot_be_read_is_an_outage(StageFault fault) {
        Granted granted = connect();
        stage.next(StageCall.PROFILE, fault);

        assertThat(platform.whoIs(stage.app(), granted.accessToken())).isInstanceOf(WhoAnswer.Unavailable.class);
        assertThat(stage.arrived(StageCall.PROFILE)).isEqualTo(1);
    }

    @Proves(Promise.LIMITS)
    @Test
    void a_profile_may_be_throttled_too() {
        Granted granted = connect();
        stage.next(StageCall.PROFILE, StageFault.THROTTLED_FOR_A_DAY);

        assertThat(platform.whoIs(stage.app(), granted.accessToken()))
                .isEqualTo(new WhoAnswer.Throttled(Cause.THROTTLED, Optional.of(Duration.ofDays(1))));
    }

    @Proves(Promise.LIMITS)
    @Test
    void a_quota_that_is_used_up_is_told_from_a_pause_at_the_profile_too() {
        assumeFalse(stage.unknownFaults().contains(StageFault.QUOTA_EXCEEDED), "this platform has no quota");
        Granted granted = connect();
        stage.next(StageCall.PROFILE, StageFault.QUOTA_EXCEEDED);

        assertThat(platform.whoIs(stage.app(), granted.accessToken()))
                .isInstanceOfSatisfying(WhoAnswer.Throttled.class, pause -> assertThat(pause.cause())
                        .isEqualTo(Cause.APP_QUOTA_EXCEEDED));
    }

    @Proves(Promise.ERROR_CLASSES)
    @Test
    void no_secret_is_in_any_text() {
        List<Object> said = new ArrayList<>();
        Visit visit = visit();
        CodeExchange exchange = visit.after(consent(visit), platform.codeParameter());
        Granted granted = granted(platform.exchange(stage.app(), exchange));
        Secret token = granted.refreshToken().orElse(granted.accessToken());
        said.addAll(List.of(visit.intent(), exchange, granted, stage.app(), platform));
        said.add(platform.exchange(stage.app(), exchange));
        said.add(platform.whoIs(stage.app(), granted.accessToken()));
        for (StageFault fault : List.of(
                StageFault.BAD_GATEWAY,
                StageFault.BODY_CUT,
                StageFault.FIELDS_RENAMED,
                StageFault.OVERSIZE,
                StageFault.ANSWER_DROPPED,
                StageFault.APP_REFUSED,
                StageFault.GRANT_REFUSED)) {
            stage.next(StageCall.REFRESH, fault);
            said.add(platform.refresh(stage.app(), token));
        }
        said.add(platform.refresh(stage.app(), token));
        said.add(platform.revoke(stage.app(), TokensInHand.of(granted)));

        Requests.assertWithoutSecrets(said + stage.log(), stage, visit);
    }
}
