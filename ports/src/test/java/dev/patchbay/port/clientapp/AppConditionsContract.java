package dev.patchbay.port.clientapp;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.anAppOf;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.AppCondition.Blocked;
import dev.patchbay.domain.clientapp.AppCondition.CoolingDown;
import dev.patchbay.domain.clientapp.AppCondition.Fine;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link AppConditions} keeps. */
public abstract class AppConditionsContract {

    private static final Instant LATER = NOW.plus(hours(1)).plusNanos(1000);

    protected abstract Stores stores();

    @Test
    void an_app_of_which_nothing_was_noted_is_fine() {
        assertThat(stores().appConditions().of(anAppOf(SPOTIFY))).isEqualTo(new Fine());
    }

    @Test
    void the_last_note_counts() {
        ClientAppId app = anAppOf(SPOTIFY);
        List<AppCondition> notes = List.of(
                new CoolingDown(Cause.THROTTLED, NOW, LATER),
                new Blocked(Cause.APP_REJECTED, NOW, LATER),
                new CoolingDown(Cause.APP_QUOTA_EXCEEDED, NOW, LATER.plus(minutes(1))),
                new Fine(),
                new CoolingDown(Cause.THROTTLED, LATER, LATER.plus(minutes(1))),
                new CoolingDown(Cause.THROTTLED, LATER.plus(minutes(1)), LATER.plus(minutes(2))));

        for (AppCondition note : notes) {
            stores().appConditions().note(app, note);
            assertThat(stores().appConditions().of(app)).isEqualTo(note);
        }
    }

    @Test
    void a_block_that_lasts_keeps_the_time_of_its_first_note() {
        ClientAppId app = anAppOf(SPOTIFY);
        stores().appConditions().note(app, new Blocked(Cause.APP_REJECTED, NOW, NOW.plus(minutes(1))));

        stores().appConditions().note(app, new Blocked(Cause.APP_REJECTED, LATER, LATER.plus(minutes(2))));

        assertThat(stores().appConditions().of(app))
                .isEqualTo(new Blocked(Cause.APP_REJECTED, NOW, LATER.plus(minutes(2))));
    }

    @Test
    void a_block_for_another_cause_or_after_a_pause_begins_anew() {
        ClientAppId app = anAppOf(SPOTIFY);
        Blocked other = new Blocked(Cause.APP_OWNER_NOT_PREMIUM, LATER, LATER.plus(minutes(2)));
        Blocked again = new Blocked(Cause.APP_OWNER_NOT_PREMIUM, LATER.plus(minutes(5)), LATER.plus(minutes(6)));
        stores().appConditions().note(app, new Blocked(Cause.APP_REJECTED, NOW, NOW.plus(minutes(1))));

        stores().appConditions().note(app, other);
        assertThat(stores().appConditions().of(app)).isEqualTo(other);

        stores().appConditions().note(app, new Fine());
        stores().appConditions().note(app, again);
        assertThat(stores().appConditions().of(app)).isEqualTo(again);
    }

    @Test
    void client_ids_are_told_apart_exactly() {
        ClientAppId app = anAppOf(SPOTIFY);
        List<ClientAppId> alike = List.of(
                new ClientAppId(SPOTIFY, app.clientId().toUpperCase(Locale.ROOT)),
                new ClientAppId(SPOTIFY, app.clientId() + " "),
                new ClientAppId(new ProviderId("other"), app.clientId()));

        stores().appConditions().note(app, new Blocked(Cause.APP_REJECTED, NOW, LATER));

        assertThat(alike)
                .allSatisfy(
                        other -> assertThat(stores().appConditions().of(other)).isEqualTo(new Fine()));
    }

    @Test
    void the_longest_client_id_fits() {
        ClientAppId app = new ClientAppId(SPOTIFY, "🎧".repeat(127) + "é");

        stores().appConditions().note(app, new Blocked(Cause.APP_REJECTED, NOW, LATER));

        assertThat(stores().appConditions().of(app)).isEqualTo(new Blocked(Cause.APP_REJECTED, NOW, LATER));
    }

    @Test
    void many_may_note_at_once() {
        ClientAppId app = anAppOf(SPOTIFY);
        Blocked note = new Blocked(Cause.APP_REJECTED, NOW, LATER);

        List<AppCondition> seen = Race.of(() -> {
            stores().appConditions().note(app, note);
            return stores().appConditions().of(app);
        });

        assertThat(seen).containsOnly(note);
    }
}
