package dev.patchbay.port.clientapp;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.anAppOf;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.AppCondition.Blocked;
import dev.patchbay.domain.clientapp.AppCondition.CoolingDown;
import dev.patchbay.domain.clientapp.AppCondition.Doubted;
import dev.patchbay.domain.clientapp.AppCondition.Fine;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    void a_doubt_that_lasts_keeps_the_time_of_its_first_note() {
        ClientAppId app = anAppOf(SPOTIFY);
        stores().appConditions().note(app, new Doubted(NOW, NOW.plus(minutes(1))));
        assertThat(stores().appConditions().of(app)).isEqualTo(new Doubted(NOW, NOW.plus(minutes(1))));

        stores().appConditions().note(app, new Doubted(LATER, LATER.plus(minutes(2))));

        assertThat(stores().appConditions().of(app)).isEqualTo(new Doubted(NOW, LATER.plus(minutes(2))));
    }

    @Test
    void a_doubt_after_one_that_is_over_begins_anew() {
        ClientAppId app = anAppOf(SPOTIFY);
        Instant over = NOW.plus(Doubted.LONGEST);
        stores().appConditions().note(app, new Doubted(NOW, NOW.plus(minutes(1))));
        stores().appConditions().note(app, new Doubted(over.minusNanos(1000), over));
        assertThat(stores().appConditions().of(app)).isEqualTo(new Doubted(NOW, over));

        stores().appConditions().note(app, new Doubted(over, over.plus(minutes(1))));

        assertThat(stores().appConditions().of(app)).isEqualTo(new Doubted(over, over.plus(minutes(1))));
    }

    @Test
    void a_doubt_and_a_block_begin_anew_after_each_other() {
        ClientAppId app = anAppOf(SPOTIFY);
        List<AppCondition> notes = List.of(
                new Blocked(Cause.APP_REJECTED, NOW, LATER),
                new Doubted(LATER, LATER),
                new Blocked(Cause.APP_REJECTED, LATER, LATER));

        for (AppCondition note : notes) {
            stores().appConditions().note(app, note);
            assertThat(stores().appConditions().of(app)).isEqualTo(note);
        }
    }

    @Test
    void the_one_try_of_a_blocked_or_doubted_app_is_taken_by_moving_it() {
        for (AppCondition note : List.of(new Blocked(Cause.APP_REJECTED, NOW, LATER), new Doubted(NOW, LATER))) {
            ClientAppId app = anAppOf(SPOTIFY);
            Instant next = LATER.plus(minutes(5));
            stores().appConditions().note(app, note);

            assertThat(stores().appConditions().takeTry(app, LATER.minusNanos(1000), next))
                    .isFalse();
            assertThat(stores().appConditions().of(app)).isEqualTo(note);
            assertThat(stores().appConditions().takeTry(app, LATER, next)).isTrue();
            assertThat(stores().appConditions().takeTry(app, LATER, next)).isFalse();

            assertThat(stores().appConditions().of(app))
                    .isEqualTo(
                            switch (note) {
                                case Blocked blocked -> new Blocked(Cause.APP_REJECTED, NOW, next);
                                default -> new Doubted(NOW, next);
                            });
        }
    }

    @Test
    void there_is_no_try_to_take_of_an_app_that_is_fine_or_pauses() {
        ClientAppId app = anAppOf(SPOTIFY);
        assertThat(stores().appConditions().takeTry(app, NOW, LATER)).isFalse();

        stores().appConditions().note(app, new CoolingDown(Cause.THROTTLED, NOW, NOW));

        assertThat(stores().appConditions().takeTry(app, NOW, LATER)).isFalse();
        assertThat(stores().appConditions().of(app)).isEqualTo(new CoolingDown(Cause.THROTTLED, NOW, NOW));
    }

    @Test
    void of_many_who_take_the_try_at_once_exactly_one_does() {
        ClientAppId app = anAppOf(SPOTIFY);
        stores().appConditions().note(app, new Doubted(NOW, NOW));

        assertThat(Race.of(() -> stores().appConditions().takeTry(app, NOW, LATER)))
                .containsOnlyOnce(true);
    }

    @Test
    void a_try_is_moved_forward_or_everybody_could_take_it() {
        ClientAppId app = anAppOf(SPOTIFY);
        stores().appConditions().note(app, new Doubted(NOW, NOW));

        assertThatThrownBy(() -> stores().appConditions().takeTry(app, NOW, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_note_says_whether_it_changed_how_the_app_fares() {
        ClientAppId app = anAppOf(SPOTIFY);
        Instant over = LATER.plus(Doubted.LONGEST);
        Map<AppCondition, Boolean> notes = new LinkedHashMap<>();
        notes.put(new Fine(), false);
        notes.put(new Blocked(Cause.APP_REJECTED, NOW, NOW.plus(minutes(1))), true);
        notes.put(new Blocked(Cause.APP_REJECTED, NOW, NOW.plus(minutes(2))), false);
        notes.put(new Blocked(Cause.APP_REJECTED, LATER, LATER.plus(minutes(2))), false);
        notes.put(new Blocked(Cause.APP_OWNER_NOT_PREMIUM, LATER, LATER.plus(minutes(2))), true);
        notes.put(new Doubted(LATER, LATER), true);
        notes.put(new Doubted(LATER.plus(minutes(1)), LATER.plus(minutes(2))), false);
        notes.put(new Doubted(over, over), true);
        notes.put(new CoolingDown(Cause.THROTTLED, over, over), true);
        notes.put(new CoolingDown(Cause.THROTTLED, over, over.plus(minutes(1))), true);

        notes.forEach((note, changes) -> assertThat(stores().appConditions().note(app, note))
                .as(note.toString())
                .isEqualTo(changes));

        assertThat(stores().appConditions().note(app, new Fine())).isTrue();
    }

    @Test
    void of_many_who_note_the_same_trouble_at_once_one_hears_that_it_is_new() {
        ClientAppId app = anAppOf(SPOTIFY);
        Blocked trouble = new Blocked(Cause.APP_REJECTED, NOW, LATER);

        assertThat(Race.of(() -> stores().appConditions().note(app, trouble))).containsOnlyOnce(true);

        Blocked another = new Blocked(Cause.APP_OWNER_NOT_PREMIUM, NOW, LATER);
        assertThat(Race.of(() -> stores().appConditions().note(app, another))).containsOnlyOnce(true);
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
