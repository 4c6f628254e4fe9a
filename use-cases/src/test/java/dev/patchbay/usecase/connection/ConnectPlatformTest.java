package dev.patchbay.usecase.connection;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.attempt.Proof;
import dev.patchbay.domain.attempt.Purpose;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.attempt.Beginning;
import dev.patchbay.usecase.attempt.Wish;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectPlatformTest {

    private final World world = new World();
    private final Person ann = world.somebody();

    @Test
    void who_is_not_connected_yet_is_sent_off_to_connect_with_the_default_scopes() {
        var begun = begun(connect(Wish.browser(), Optional.empty(), false));
        Attempt attempt = kept(begun);

        assertThat(attempt.purpose()).isEqualTo(Purpose.CONNECT);
        assertThat(attempt.account()).contains(ann.account().id());
        assertThat(attempt.app()).isEqualTo(world.appOf(world.spotify));
        assertThat(attempt.scopes()).isEqualTo(Scopes.of("playlist-read-private", "user-read-email"));
        assertThat(attempt.expiresAt()).isEqualTo(NOW.plus(Attempt.LIFE)).isEqualTo(begun.expiresAt());
        assertThat(world.spotify.intentOf(begun.state()).askAgain()).isFalse();
    }

    @Test
    void who_is_connected_is_sent_off_to_reconnect_and_shown_the_consent_again() {
        world.connected(ann, world.spotify);

        for (boolean demanded : new boolean[] {false, true}) {
            var begun = begun(connect(Wish.browser(), Optional.empty(), demanded));
            assertThat(world.spotify.intentOf(begun.state()).askAgain()).isTrue();
            assertThat(kept(begun).purpose()).isEqualTo(Purpose.RECONNECT);
        }
    }

    @Test
    void what_cannot_begin_says_why_and_keeps_nothing() {
        assertThat(connect(Wish.browser(), Optional.empty(), true)).isEqualTo(new Beginning.NothingToReconnect());
        assertThat(connect(Wish.browser(), Optional.of(Scopes.of("user-read-email", "admin")), false))
                .isEqualTo(new Beginning.ScopesRefused());
        assertThat(connect(
                        new Wish(Optional.of("https://evil.example/"), Wish.Ending.BROWSER), Optional.empty(), false))
                .isEqualTo(new Beginning.ReturnToRefused());
        assertThat(world.connectPlatform.connect(
                        ann.in(),
                        new ProviderId("nowhere"),
                        new AppChoice.Unsaid(),
                        Wish.browser(),
                        Optional.empty(),
                        false))
                .isEqualTo(new Beginning.UnknownProvider());
        world.spotify.down(true);
        assertThat(connect(Wish.browser(), Optional.empty(), false))
                .isEqualTo(new Beginning.Unavailable(Optional.of(seconds(7))));
        world.apps.remove(SPOTIFY);
        assertThat(connect(Wish.browser(), Optional.empty(), false)).isEqualTo(new Beginning.NoApp());

        assertThat(world.store.attempts().purge(NOW.plus(Attempt.LIFE).plusSeconds(1)))
                .isZero();
    }

    @Test
    void fewer_scopes_than_usual_may_be_asked_for() {
        var begun = begun(connect(Wish.browser(), Optional.of(Scopes.of("user-read-email")), false));

        assertThat(world.spotify.intentOf(begun.state()).scopes()).isEqualTo(Scopes.of("user-read-email"));
    }

    @Test
    void a_browser_gets_a_cookie_of_its_own_and_a_client_with_a_handoff_gets_none() {
        var browser = begun(connect(Wish.browser(), Optional.empty(), false));
        var client = begun(connect(new Wish(Optional.empty(), Wish.Ending.HANDOFF), Optional.empty(), false));

        assertThat(kept(browser).proof())
                .isEqualTo(
                        new Proof.FlowCookie(browser.flowCookie().orElseThrow().fingerprint()));
        assertThat(client.flowCookie()).isEmpty();
        assertThat(kept(client).proof()).isEqualTo(new Proof.Handoff());
    }

    @Test
    void of_the_one_time_values_only_fingerprints_and_a_sealed_verifier_are_kept() {
        var begun = begun(connect(Wish.browser(), Optional.empty(), false));
        var intent = world.spotify.intentOf(begun.state());
        Attempt attempt = kept(begun);

        assertThat(attempt.nonceFingerprint()).isEqualTo(intent.nonce().fingerprint());
        assertThat(world.vault.open(
                        attempt.keyOwner(), Attempt.verifierPlace(attempt.id(), SPOTIFY), attempt.verifier()))
                .isEqualTo(new Opening.Opened(intent.verifier().value()));
        assertThat(attempt.toString())
                .doesNotContain(begun.state().value().reveal())
                .doesNotContain(intent.verifier().value().reveal())
                .doesNotContain(intent.nonce().reveal())
                .doesNotContain(begun.flowCookie().orElseThrow().reveal());
        assertThat(begun.authorizationUrl().toString())
                .contains(begun.state().value().reveal())
                .doesNotContain(intent.verifier().value().reveal());
        assertThat(Set.of(
                        begun.state().value(),
                        intent.nonce(),
                        intent.verifier().value(),
                        begun.flowCookie().orElseThrow()))
                .hasSize(4);
    }

    @Test
    void no_two_attempts_share_a_value() {
        Set<Secret> seen = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            var begun = begun(connect(Wish.browser(), Optional.empty(), false));
            assertThat(seen.add(begun.state().value())).isTrue();
            assertThat(seen.add(begun.flowCookie().orElseThrow())).isTrue();
        }
    }

    @Test
    void where_the_browser_ends_is_fixed_at_the_beginning() {
        var own = begun(connect(new Wish(Optional.of("/done?x=1"), Wish.Ending.BROWSER), Optional.empty(), false));
        var other = begun(connect(
                new Wish(Optional.of("https://app.example/done"), Wish.Ending.BROWSER), Optional.empty(), false));
        var none = begun(connect(Wish.browser(), Optional.empty(), false));

        assertThat(kept(own).returnTo().address()).isEqualTo(URI.create("https://patchbay.example/done?x=1"));
        assertThat(kept(other).returnTo().address()).isEqualTo(URI.create("https://app.example/done"));
        assertThat(kept(none).returnTo().address()).isEqualTo(URI.create("https://patchbay.example/"));
    }

    private Beginning connect(Wish wish, Optional<Scopes> scopes, boolean reconnect) {
        return world.connectPlatform.connect(ann.in(), SPOTIFY, new AppChoice.Unsaid(), wish, scopes, reconnect);
    }

    private static Beginning.Begun begun(Beginning beginning) {
        assertThat(beginning).isInstanceOf(Beginning.Begun.class);
        return (Beginning.Begun) beginning;
    }

    private Attempt kept(Beginning.Begun begun) {
        State state = begun.state();
        return world.store
                .attempts()
                .consume(state.fingerprint(), world.clock.instant())
                .orElseThrow();
    }
}
