package dev.patchbay.port.provider;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.aPlatform;
import static dev.patchbay.port.Fixtures.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Rotations} remembers. */
public abstract class RotationsContract {

    protected abstract Stores stores();

    @Test
    void what_was_seen_once_is_remembered_for_that_platform_alone() {
        ProviderId platform = aPlatform();
        assertThat(stores().rotations().wasSeen(platform)).isFalse();

        stores().rotations().note(platform, NOW);
        stores().rotations().note(platform, NOW.plus(days(1)));

        assertThat(stores().rotations().wasSeen(platform)).isTrue();
        assertThat(stores().rotations().wasSeen(aPlatform())).isFalse();
    }

    @Test
    void many_may_see_it_at_once() {
        ProviderId platform = aPlatform();

        assertThat(Race.of(() -> {
                    stores().rotations().note(platform, NOW);
                    return stores().rotations().wasSeen(platform);
                }))
                .containsOnly(true);
    }
}
