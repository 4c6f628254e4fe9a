package dev.patchbay.port.activity;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.port.Stores;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Activity} keeps. */
public abstract class ActivityContract {

    protected abstract Stores stores();

    @Test
    void events_come_back_whole_and_newest_first() {
        Account ann = open(stores());
        Event first = event(ann, "first", NOW.minusNanos(1000));
        Event second = new Event(ann.id(), Event.Kind.SIGNED_IN, Optional.empty(), "zweitens 🎧", NOW);
        Event third = event(ann, "third, at the same time", NOW);
        Event oldest = event(ann, "late to be noted", NOW.minusSeconds(60));
        stores().activity().add(first);
        stores().activity().add(second);
        stores().activity().add(third);
        stores().activity().add(oldest);
        stores().activity().add(event(open(stores()), "somebody else", NOW));

        assertThat(stores().activity().recent(ann.id(), 200)).containsExactly(third, second, first, oldest);
        assertThat(stores().activity().recent(ann.id(), 2)).containsExactly(third, second);
    }

    @Test
    void every_kind_is_kept() {
        Account ann = open(stores());
        for (Event.Kind kind : Event.Kind.values()) {
            stores().activity().add(new Event(ann.id(), kind, Optional.of(SPOTIFY), "", NOW));
        }

        assertThat(stores().activity().recent(ann.id(), 200))
                .extracting(Event::kind)
                .containsExactlyInAnyOrder(Event.Kind.values());
    }

    @Test
    void the_limit_is_1_to_200() {
        Account ann = open(stores());

        assertThatThrownBy(() -> stores().activity().recent(ann.id(), 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stores().activity().recent(ann.id(), 201))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Event event(Account account, String detail, Instant at) {
        return new Event(account.id(), Event.Kind.PLATFORM_CONNECTED, Optional.of(SPOTIFY), detail, at);
    }
}
