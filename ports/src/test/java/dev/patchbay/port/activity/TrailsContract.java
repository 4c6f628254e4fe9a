package dev.patchbay.port.activity;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.activity.Noted;
import dev.patchbay.port.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Trails} keeps. */
public abstract class TrailsContract {

    protected abstract Stores stores();

    @Test
    void a_trail_is_read_in_parts_and_nothing_is_left_out_or_told_twice() {
        Account ann = open(stores());
        Account bob = open(stores());
        List<Event> hers = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            hers.add(note(ann, "number " + i));
            note(bob, "somebody else");
        }

        List<Event> read = new ArrayList<>();
        long last = 0;
        for (List<Noted> part = stores().trails().after(ann.id(), last, 3);
                !part.isEmpty();
                part = stores().trails().after(ann.id(), last, 3)) {
            assertThat(part).hasSizeLessThanOrEqualTo(3);
            part.forEach(noted -> read.add(noted.event()));
            last = part.getLast().row();
        }

        assertThat(read).isEqualTo(hers);
    }

    @Test
    void the_limit_is_1_to_500() {
        Account ann = open(stores());

        for (int limit : new int[] {0, 501}) {
            assertThatThrownBy(() -> stores().trails().after(ann.id(), 0, limit))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Event note(Account account, String detail) {
        var event = new Event(account.id(), Event.Kind.SIGNED_IN, Optional.empty(), detail, NOW);
        stores().activity().add(event);
        return event;
    }
}
