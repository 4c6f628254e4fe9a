package dev.patchbay.port.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every implementation of {@link Presence} keeps. */
public abstract class PresenceContract {

    /** A process that starts now. */
    protected abstract Presence started();

    /** That process ends, and everybody who is there may know it from now on. */
    protected abstract void end(Presence process);

    @Test
    void every_start_has_a_name_of_its_own_that_fits_and_stays() {
        Presence first = started();
        String name = first.me();
        end(first);
        Presence second = started();

        assertThat(name).isNotBlank().hasSizeLessThanOrEqualTo(64);
        assertThat(second.me()).isNotEqualTo(name).isEqualTo(second.me());
    }

    @Test
    void who_asks_is_not_gone() {
        Presence me = started();

        assertThat(me.isGone(me.me())).isFalse();
    }

    @Test
    void who_has_ended_is_gone_for_those_who_come_later() {
        Presence earlier = started();
        end(earlier);

        assertThat(started().isGone(earlier.me())).isTrue();
    }
}
