package dev.patchbay.usecase.account;

import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.connection.Disconnect;
import dev.patchbay.usecase.connection.Lending;
import dev.patchbay.usecase.session.ProveSession;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EraseAccountTest {

    private final World world = new World();
    private final Person ann = world.somebody();
    private final EraseAccount erase = new EraseAccount(
            world.store.accounts(), world.store.connections(), world.disconnect, world.removeApp, world.vault);

    @Test
    void nothing_is_left_of_an_erased_account_and_the_report_says_what_was_revoked_where() {
        Connection spotify = world.connected(ann, world.spotify);
        Connection soundcloud = world.connected(ann, world.soundcloud);

        assertThat(erase.erase(ann.in()))
                .containsExactly(
                        new Disconnect.Report(SOUNDCLOUD, Revocation.REVOKED, Optional.empty()),
                        new Disconnect.Report(
                                SPOTIFY,
                                Revocation.NOT_SUPPORTED,
                                Optional.of(URI.create("https://spotify.example/apps"))));

        var id = ann.account().id();
        assertThat(world.store.accounts().find(id)).isEmpty();
        assertThat(world.store.signInMethods().of(id)).isEmpty();
        assertThat(world.store.connections().of(id)).isEmpty();
        assertThat(world.store.activity().recent(id, 100)).isEmpty();
        assertThat(new ProveSession(world.store.sessions(), world.clock).prove(ann.claim()))
                .isEmpty();
        assertThat(world.lendToken.lend(ann.claim(), SPOTIFY, Optional.empty())).isEqualTo(new Lending.NoSession());
        assertThat(world.soundcloud.liveConsents()).isZero();
        assertThat(world.soundcloud.isLive(world.soundcloud.revoked().getFirst()))
                .isFalse();
        assertUnreadable(spotify);
        assertUnreadable(soundcloud);
    }

    @Test
    void others_keep_everything() {
        Person bob = world.somebody();
        Connection bobs = world.connected(bob, world.soundcloud);
        world.connected(ann, world.soundcloud);

        erase.erase(ann.in());

        assertThat(world.stored(bobs)).isEqualTo(bobs);
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(bobs))).isTrue();
        assertThat(world.lendToken.lend(bob.claim(), SOUNDCLOUD, Optional.empty()))
                .isInstanceOf(Lending.Lent.class);
    }

    @Test
    void a_platform_that_does_not_answer_does_not_keep_anybody_here() {
        world.connected(ann, world.soundcloud);
        world.soundcloud.revocation(Revocation.FAILED);

        assertThat(erase.erase(ann.in()))
                .extracting(Disconnect.Report::revocation)
                .containsExactly(Revocation.FAILED);
        assertThat(world.store.accounts().find(ann.account().id())).isEmpty();
    }

    @Test
    void stopped_half_way_it_can_be_asked_for_again() {
        world.connected(ann, world.soundcloud);
        world.vault.failWith(new StoreUnavailable("away", null));
        assertThatThrownBy(() -> erase.erase(ann.in())).isInstanceOf(StoreUnavailable.class);
        assertThat(world.store.accounts().find(ann.account().id())).isPresent();

        world.vault.heal();
        erase.erase(ann.in());
        assertThat(world.store.accounts().find(ann.account().id())).isEmpty();
        assertThat(erase.erase(ann.in())).isEmpty();
    }

    @Test
    void a_person_sees_and_changes_their_profile_until_it_is_erased() {
        var manage = new ManageAccount(
                world.store.accounts(), world.store.signInMethods(), world.store.activity(), world.clock);

        assertThat(manage.profile(ann.in()).orElseThrow().methods()).hasSize(1);
        var renamed = manage.rename(ann.in(), new DisplayName("Anna")).orElseThrow();
        assertThat(renamed.account().displayName()).isEqualTo(new DisplayName("Anna"));
        assertThat(manage.activity(ann.in())).extracting(Event::kind).containsExactly(Event.Kind.RENAMED);

        erase.erase(ann.in());
        assertThat(manage.profile(ann.in())).isEmpty();
        assertThat(manage.rename(ann.in(), new DisplayName("Nobody"))).isEmpty();
    }

    private void assertUnreadable(Connection backup) {
        assertThat(world.vault.open(
                        backup.keyOwner(),
                        backup.accessTokenPlace(),
                        backup.tokens().accessToken()))
                .isEqualTo(new Opening.Unreadable());
    }
}
