package dev.patchbay.port.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.Race;
import dev.patchbay.port.Stores;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link SealedShelf} keeps. */
public abstract class SealedShelfContract {

    protected abstract Stores stores();

    @Test
    void what_was_added_is_found_by_its_name() {
        String name = aName();
        SealedSecret sealed = new SealedSecret(new byte[8192]);

        assertThat(stores().sealedShelf().find(name)).isEmpty();
        assertThat(stores().sealedShelf().add(name, sealed)).isTrue();
        assertThat(stores().sealedShelf().find(name)).contains(sealed);
    }

    @Test
    void the_first_of_a_name_stays() {
        String name = aName();
        stores().sealedShelf().add(name, sealed(1));

        assertThat(stores().sealedShelf().add(name, sealed(2))).isFalse();
        assertThat(stores().sealedShelf().find(name)).contains(sealed(1));
    }

    @Test
    void names_are_told_apart_exactly() {
        String name = aName();
        stores().sealedShelf().add(name, sealed(1));

        assertThat(List.of(name.toUpperCase(Locale.ROOT), name + " ", " " + name))
                .allSatisfy(
                        other -> assertThat(stores().sealedShelf().find(other)).isEmpty());
    }

    @Test
    void of_many_who_add_one_name_at_once_exactly_one_does_and_all_find_the_same() {
        String name = aName();
        AtomicInteger runner = new AtomicInteger();

        List<Boolean> added = Race.of(() -> stores().sealedShelf().add(name, sealed(runner.incrementAndGet())));

        assertThat(added).containsOnlyOnce(true);
        assertThat(Race.of(() -> stores().sealedShelf().find(name)).stream().distinct())
                .hasSize(1);
    }

    private static String aName() {
        return "session-signing-key/" + UUID.randomUUID();
    }

    private static SealedSecret sealed(int value) {
        return new SealedSecret(new byte[] {(byte) value});
    }
}
