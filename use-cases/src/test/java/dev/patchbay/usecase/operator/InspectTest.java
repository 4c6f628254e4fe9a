package dev.patchbay.usecase.operator;

import static dev.patchbay.port.Fixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.refresh.Verdict;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InspectTest {

    private final World world = new World();
    private final Inspect inspect = new Inspect(
            world.store.accounts(),
            world.store.signInMethods(),
            world.store.sessions(),
            world.store.connections(),
            world.store.appConditions(),
            world.store.appLists(),
            world.store.upkeep(),
            world.clock);

    @Test
    void an_app_is_shown_with_its_connections_together_and_how_it_fares() {
        Connection first = world.connected(world.somebody(), world.spotify);
        world.connected(world.somebody(), world.spotify);
        var blocked = new AppCondition.Blocked(
                Cause.APP_REJECTED, world.clock.instant(), world.clock.instant().plus(minutes(5)));
        world.store.appConditions().note(first.app(), blocked);

        assertThat(inspect.apps()).singleElement().satisfies(app -> {
            assertThat(app.summary().app()).isEqualTo(first.app());
            assertThat(app.summary().active()).isEqualTo(2);
            assertThat(app.condition()).isEqualTo(blocked);
        });
    }

    @Test
    void an_account_is_shown_with_all_that_is_its_own_and_nothing_that_is_secret() {
        Person ann = world.somebody();
        Connection connection = world.connected(ann, world.spotify);
        world.connected(world.somebody(), world.spotify);

        Inspect.Person shown = inspect.person(ann.account().id()).orElseThrow();

        assertThat(shown.account()).isEqualTo(ann.account());
        assertThat(shown.sessions()).hasSize(1);
        assertThat(shown.connections()).containsExactly(new Inspect.Standing(connection, Verdict.well()));
        assertThat(shown.toString())
                .doesNotContain(world.accessTokenOf(connection))
                .doesNotContain(world.refreshTokenOf(connection));
    }

    @Test
    void nobody_is_shown_as_nobody() {
        assertThat(inspect.person(AccountId.of(new UUID(1, 1)))).isEmpty();
        assertThat(inspect.apps()).isEmpty();
    }
}
