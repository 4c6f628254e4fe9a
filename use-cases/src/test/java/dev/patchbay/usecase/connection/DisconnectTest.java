package dev.patchbay.usecase.connection;

import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.usecase.Lendings.assertWithheld;
import static dev.patchbay.usecase.Lendings.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.WrappedConnections;
import dev.patchbay.usecase.refresh.Verdict.State;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisconnectTest {

    private final World world = new World();
    private final Person ann = world.somebody();

    @Test
    void a_connection_given_up_is_gone_here_and_ended_there() {
        Connection connection = world.connected(ann, world.soundcloud);

        assertThat(world.disconnect.disconnect(ann.in(), SOUNDCLOUD))
                .contains(new Disconnect.Report(SOUNDCLOUD, Revocation.REVOKED, Optional.empty()));

        assertThat(world.store.connections().find(connection.id())).isEmpty();
        assertThat(world.soundcloud.revoked()).containsExactly(world.refreshTokenOf(connection));
        assertThat(world.soundcloud.liveConsents()).isZero();
        assertThat(world.happenedTo(ann)).containsExactly(Event.Kind.PLATFORM_DISCONNECTED);
        assertThat(world.disconnect.disconnect(ann.in(), SOUNDCLOUD)).isEmpty();
    }

    @Test
    void the_access_token_is_given_back_where_there_is_nothing_else() {
        Connection connection = world.connected(ann, world.soundcloud, fixture -> fixture.withoutRefreshToken());

        world.disconnect.disconnect(ann.in(), SOUNDCLOUD);

        assertThat(world.soundcloud.revoked()).containsExactly(world.accessTokenOf(connection));
    }

    @Test
    void where_the_platform_cannot_end_it_the_person_hears_where_to_do_it() {
        world.connected(ann, world.spotify);

        assertThat(world.disconnect.disconnect(ann.in(), SPOTIFY))
                .contains(new Disconnect.Report(
                        SPOTIFY, Revocation.NOT_SUPPORTED, Optional.of(URI.create("https://spotify.example/apps"))));
    }

    @Test
    void where_the_platform_does_not_answer_it_is_gone_here_all_the_same() {
        Connection connection = world.connected(ann, world.soundcloud);
        world.soundcloud.revocation(Revocation.FAILED);

        assertThat(world.disconnect.disconnect(ann.in(), SOUNDCLOUD))
                .contains(new Disconnect.Report(
                        SOUNDCLOUD, Revocation.FAILED, Optional.of(URI.create("https://soundcloud.example/apps"))));
        assertThat(world.store.connections().find(connection.id())).isEmpty();
    }

    @Test
    void tokens_that_cannot_be_read_do_not_keep_a_connection_alive() {
        Connection connection = world.connected(ann, world.soundcloud);
        world.vault.destroyKeysOf(ann.account().id());

        assertThat(world.disconnect
                        .disconnect(ann.in(), SOUNDCLOUD)
                        .orElseThrow()
                        .revocation())
                .isEqualTo(Revocation.FAILED);
        assertThat(world.store.connections().find(connection.id())).isEmpty();
        assertThat(world.soundcloud.revoked()).isEmpty();
    }

    @Test
    void tokens_of_one_app_are_not_shown_in_the_name_of_another() {
        world.connected(ann, world.soundcloud);
        ClientApp registered = Fixtures.aSharedApp(SOUNDCLOUD);
        world.apps.put(
                SOUNDCLOUD,
                new ClientApp(
                        Fixtures.anAppOf(SOUNDCLOUD),
                        ClientApp.Kind.SHARED,
                        registered.clientSecret(),
                        registered.redirectUri()));

        assertThat(world.disconnect
                        .disconnect(ann.in(), SOUNDCLOUD)
                        .orElseThrow()
                        .revocation())
                .isEqualTo(Revocation.FAILED);
        assertThat(world.soundcloud.revoked()).isEmpty();
    }

    @Test
    void a_renewal_that_lands_after_the_disconnect_leaves_nothing_behind() {
        Connection connection = world.expired(ann, world.soundcloud);
        world.soundcloud.beforeAnswering(() ->
                assertThat(world.disconnect.disconnect(ann.in(), SOUNDCLOUD)).isPresent());

        assertWithheld(
                world.lendToken.lend(ann.claim(), SOUNDCLOUD, Optional.empty()),
                State.NOT_CONNECTED,
                Cause.NOT_CONNECTED);

        assertThat(world.store.connections().find(connection.id())).isEmpty();
        assertThat(world.soundcloud.liveConsents()).isZero();
        assertWithheld(
                world.lendToken.lend(ann.claim(), SOUNDCLOUD, Optional.empty()),
                State.NOT_CONNECTED,
                Cause.NOT_CONNECTED);
        assertThat(world.soundcloud.refreshes()).isEqualTo(1);
    }

    @Test
    void a_renewal_that_lands_during_the_disconnect_is_given_up_with_it() {
        Connection connection = world.expired(ann, world.soundcloud);
        var racing = new WrappedConnections(world.store.connections()) {
            private boolean renewed;

            @Override
            public boolean remove(ConnectionId id, long version) {
                if (!renewed) {
                    renewed = true;
                    tokenOf(world.lendToken.lend(ann.claim(), SOUNDCLOUD, Optional.empty()));
                }
                return super.remove(id, version);
            }
        };

        assertThat(world.disconnecting(racing).disconnect(ann.in(), SOUNDCLOUD)).isPresent();

        assertThat(world.store.connections().find(connection.id())).isEmpty();
        assertThat(world.soundcloud.liveConsents()).isZero();
    }

    @Test
    void a_connection_made_again_meanwhile_is_not_reached_by_a_renewal_of_the_one_before() {
        world.expired(ann, world.soundcloud);
        world.soundcloud.beforeAnswering(() -> {
            assertThat(world.disconnect.disconnect(ann.in(), SOUNDCLOUD)).isPresent();
            Connection _ = world.connected(ann, world.soundcloud);
        });

        assertWithheld(
                world.lendToken.lend(ann.claim(), SOUNDCLOUD, Optional.empty()),
                State.NOT_CONNECTED,
                Cause.NOT_CONNECTED);

        String token = tokenOf(world.lendToken.lend(ann.claim(), SOUNDCLOUD, Optional.empty()));
        assertThat(world.soundcloud.isLive(token)).isTrue();
        assertThat(world.soundcloud.liveConsents()).isEqualTo(1);
    }

    @Test
    void a_grant_is_ended_there_even_when_it_cannot_be_written_down_here() {
        world.connected(ann, world.soundcloud);
        Activity broken = new Activity() {
            @Override
            public void add(Event event) {
                throw new StoreUnavailable("away", null);
            }

            @Override
            public List<Event> recent(AccountId account, int limit) {
                return List.of();
            }
        };
        var disconnect = new Disconnect(
                world.providers, world.clientApps, world.store.connections(), world.vault, broken, world.clock);

        assertThatThrownBy(() -> disconnect.disconnect(ann.in(), SOUNDCLOUD)).isInstanceOf(StoreUnavailable.class);
        assertThat(world.soundcloud.liveConsents()).isZero();
    }

    @Test
    void somebody_elses_connection_stays() {
        Person bob = world.somebody();
        Connection connection = world.connected(bob, world.soundcloud);

        assertThat(world.disconnect.disconnect(ann.in(), SOUNDCLOUD)).isEmpty();
        assertThat(world.stored(connection)).isEqualTo(connection);
    }
}
