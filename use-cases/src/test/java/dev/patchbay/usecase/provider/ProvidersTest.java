package dev.patchbay.usecase.provider;

import static dev.patchbay.port.Fixtures.GOOGLE;
import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.usecase.World.GITHUB;
import static dev.patchbay.usecase.World.YOUTUBE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.usecase.FakeIdentityProvider;
import dev.patchbay.usecase.FakePlatform;
import dev.patchbay.usecase.World;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvidersTest {

    private final World world = new World();

    @Test
    void two_claimants_of_one_id_stop_the_start_and_are_both_named() {
        assertThatThrownBy(() ->
                        new Providers(List.of(), List.of(world.spotify, FakePlatform.constant(SPOTIFY, world.clock))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'spotify'")
                .hasMessageContaining(FakePlatform.class.getName() + " and " + FakePlatform.class.getName());
        assertThatThrownBy(() -> new Providers(
                        List.of(new FakeIdentityProvider(GOOGLE, true), new FakeIdentityProvider(GOOGLE, false)),
                        List.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_party_may_be_both_an_identity_provider_and_a_platform() {
        var both = new Providers(
                List.of(new FakeIdentityProvider(GOOGLE, true)), List.of(FakePlatform.constant(GOOGLE, world.clock)));

        assertThat(both.identityProvider(GOOGLE)).isPresent();
        assertThat(both.platform(GOOGLE)).isPresent();
        assertThat(both.names()).containsOnlyKeys(GOOGLE);
    }

    @Test
    void everybody_found_is_listed_by_id() {
        assertThat(List.copyOf(world.providers.names().keySet()))
                .isSorted()
                .contains(GITHUB, GOOGLE, SOUNDCLOUD, SPOTIFY, YOUTUBE)
                .hasSize(2 + world.platforms.size());
        assertThat(world.providers.platform(GOOGLE)).isEmpty();
        assertThat(world.providers.identityProvider(SPOTIFY)).isEmpty();
    }

    @Test
    void without_credentials_no_sign_in_is_offered_and_a_platform_is_marked() {
        var list = new ListProviders(world.providers, world.sharedApps);
        assertThat(list.forSignIn()).extracting(IdentityProvider::id).containsExactly(GITHUB, GOOGLE);

        world.apps.remove(GITHUB);
        world.apps.remove(SPOTIFY);

        assertThat(list.forSignIn()).extracting(IdentityProvider::id).containsExactly(GOOGLE);
        assertThat(list.platforms())
                .extracting(offer -> offer.descriptor().id() + " " + offer.sharedApp())
                .contains("soundcloud true", "spotify false", "youtube true")
                .hasSize(world.platforms.size());
    }
}
