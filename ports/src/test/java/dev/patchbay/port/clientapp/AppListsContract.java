package dev.patchbay.port.clientapp;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.anAccount;
import static dev.patchbay.port.Fixtures.anAppOf;
import static dev.patchbay.port.Fixtures.anOwnAppOf;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import dev.patchbay.port.clientapp.AppLists.Missing;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link AppLists} keeps. */
public abstract class AppListsContract {

    protected abstract Stores stores();

    @Test
    void a_refusal_is_of_one_person_with_one_app_and_keeps_its_first_time() {
        Account ann = open(stores());
        Account bob = open(stores());
        ClientAppId app = anOwnAppOf(ann).id();
        ClientAppId alike = new ClientAppId(SPOTIFY, app.clientId(), Optional.of(bob.id()));

        lists().missing(app, bob.id(), NOW.plus(minutes(1)));
        lists().missing(app, ann.id(), NOW);
        lists().missing(app, bob.id(), NOW.plus(minutes(2)));

        assertThat(lists().missingFrom(app))
                .containsExactly(new Missing(ann.id(), NOW), new Missing(bob.id(), NOW.plus(minutes(1))));
        assertThat(lists().missingFrom(alike)).isEmpty();
        assertThat(lists().missingFrom(new ClientAppId(SPOTIFY, app.clientId())))
                .isEmpty();
    }

    @Test
    void many_who_note_the_same_note_it_once() {
        Account ann = open(stores());
        ClientAppId app = anAppOf(SPOTIFY);

        Race.of(() -> {
            lists().missing(app, ann.id(), NOW);
            return true;
        });

        assertThat(lists().missingFrom(app)).containsExactly(new Missing(ann.id(), NOW));
    }

    @Test
    void whoever_is_served_is_forgotten_and_nobody_else() {
        Account ann = open(stores());
        Account bob = open(stores());
        ClientAppId app = anAppOf(SPOTIFY);
        lists().missing(app, ann.id(), NOW);
        lists().missing(app, bob.id(), NOW);

        lists().forget(app, ann.id());
        lists().forget(app, ann.id());

        assertThat(lists().missingFrom(app)).containsExactly(new Missing(bob.id(), NOW));
    }

    @Test
    void an_apps_notes_are_forgotten_together_and_no_other_apps() {
        Account ann = open(stores());
        ClientAppId app = anAppOf(SPOTIFY);
        ClientAppId other = anAppOf(SPOTIFY);
        lists().missing(app, ann.id(), NOW);
        lists().missing(other, ann.id(), NOW);

        lists().forgetAll(app);

        assertThat(lists().missingFrom(app)).isEmpty();
        assertThat(lists().missingFrom(other)).hasSize(1);
    }

    @Test
    void a_note_goes_with_its_account_and_does_not_come_without_one() {
        Account ann = open(stores());
        ClientAppId app = anAppOf(SPOTIFY);
        lists().missing(app, ann.id(), NOW);
        stores().accounts().erase(ann.id());

        assertThat(lists().missingFrom(app)).isEmpty();
        assertThatThrownBy(() -> lists().missing(app, anAccount().id(), NOW)).isInstanceOf(IllegalStateException.class);
    }

    private AppLists lists() {
        return stores().appLists();
    }
}
