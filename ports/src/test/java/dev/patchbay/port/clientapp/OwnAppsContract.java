package dev.patchbay.port.clientapp;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.anAccount;
import static dev.patchbay.port.Fixtures.anOwnAppOf;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.OwnApp.Previous;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link OwnApps} keeps. */
public abstract class OwnAppsContract {

    protected abstract Stores stores();

    @Test
    void what_was_brought_comes_back_whole() {
        Account ann = open(stores());
        OwnApp first = put(anOwnAppOf(ann));
        assertThat(apps().of(ann.id(), SPOTIFY)).contains(first);

        OwnApp changed = put(next(first, Optional.of(previousUntil(NOW.plus(days(7))))));
        assertThat(apps().of(ann.id(), SPOTIFY)).contains(changed);

        OwnApp open = put(new OwnApp(
                ann.id(), SPOTIFY, "other", Optional.empty(), NOW, Optional.empty(), 3, NOW.plusNanos(1000)));
        assertThat(apps().of(ann.id())).containsExactly(open);
    }

    @Test
    void nobody_finds_somebody_elses_app_nor_one_of_another_platform() {
        Account ann = open(stores());
        put(anOwnAppOf(ann));

        assertThat(apps().of(ann.id(), SOUNDCLOUD)).isEmpty();
        assertThat(apps().of(open(stores()).id(), SPOTIFY)).isEmpty();
        assertThat(apps().of(open(stores()).id())).isEmpty();
    }

    @Test
    void of_many_first_apps_one_is_kept() {
        Account ann = open(stores());

        assertThat(Race.of(() -> apps().put(anOwnAppOf(ann)))).containsOnlyOnce(true);
    }

    @Test
    void of_many_changes_of_one_version_one_counts() {
        Account ann = open(stores());
        OwnApp first = put(anOwnAppOf(ann));

        assertThat(Race.of(() -> apps().put(next(first, Optional.empty())))).containsOnlyOnce(true);
        assertThat(apps().remove(ann.id(), SPOTIFY, 1)).isFalse();
        assertThat(apps().of(ann.id(), SPOTIFY).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void an_app_that_is_removed_is_gone_and_can_be_brought_anew() {
        Account ann = open(stores());
        OwnApp first = put(anOwnAppOf(ann));

        assertThat(apps().remove(ann.id(), SPOTIFY, 1)).isTrue();

        assertThat(apps().of(ann.id(), SPOTIFY)).isEmpty();
        assertThat(apps().put(next(first, Optional.empty()))).isFalse();
        put(first);
    }

    @Test
    void an_app_goes_with_its_account_and_does_not_come_without_one() {
        Account ann = open(stores());
        put(anOwnAppOf(ann));
        stores().accounts().erase(ann.id());

        assertThat(apps().of(ann.id(), SPOTIFY)).isEmpty();
        assertThatThrownBy(() -> apps().put(anOwnAppOf(anAccount()))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_previous_secret_is_preferred_and_forgotten_at_its_version_only() {
        Account ann = open(stores());
        OwnApp first = put(anOwnAppOf(ann));
        assertThat(apps().preferPrevious(ann.id(), SPOTIFY, 1)).isFalse();
        Previous previous = previousUntil(NOW.plus(days(7)));
        put(next(first, Optional.of(previous)));

        assertThat(apps().preferPrevious(ann.id(), SPOTIFY, 1)).isFalse();
        assertThat(apps().preferPrevious(ann.id(), SPOTIFY, 2)).isTrue();
        assertThat(kept(ann)).contains(new Previous(previous.secret(), previous.until(), true));

        assertThat(apps().forgetPrevious(ann.id(), SPOTIFY, 1)).isFalse();
        assertThat(apps().forgetPrevious(ann.id(), SPOTIFY, 2)).isTrue();
        assertThat(kept(ann)).isEmpty();
        assertThat(apps().forgetPrevious(ann.id(), SPOTIFY, 2)).isFalse();
    }

    @Test
    void previous_secrets_are_forgotten_when_their_time_is_over() {
        Instant longAgo = NOW.minus(days(1000));
        Account ann = open(stores());
        put(next(put(anOwnAppOf(ann)), Optional.of(previousUntil(longAgo))));
        Account bob = open(stores());
        put(next(put(anOwnAppOf(bob)), Optional.of(previousUntil(longAgo.plusNanos(1000)))));

        apps().forgetPreviousSecrets(longAgo);

        assertThat(kept(ann)).isEmpty();
        assertThat(kept(bob)).isPresent();
    }

    private Optional<Previous> kept(Account account) {
        return apps().of(account.id(), SPOTIFY).orElseThrow().previous();
    }

    private OwnApp put(OwnApp app) {
        assertThat(apps().put(app)).isTrue();
        return app;
    }

    private OwnApps apps() {
        return stores().ownApps();
    }

    private static Previous previousUntil(Instant until) {
        return new Previous(new SealedSecret(new byte[] {2}), until, false);
    }

    private static OwnApp next(OwnApp app, Optional<Previous> previous) {
        return new OwnApp(
                app.owner(),
                app.platform(),
                app.clientId(),
                Optional.of(new SealedSecret(new byte[] {3})),
                NOW.plusSeconds(1),
                previous,
                app.version() + 1,
                app.since());
    }
}
