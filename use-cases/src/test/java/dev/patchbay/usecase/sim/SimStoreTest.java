package dev.patchbay.usecase.sim;

import static dev.patchbay.usecase.sim.Kernel.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.port.StoreUnavailable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimStoreTest {
    private static final Perils.Watch NOBODY = new Perils.Watch() {
        @Override
        public void killed(Boot boot) {}

        @Override
        public boolean isAnyoneElseAwake(Boot but) {
            return false;
        }
    };

    private final Boot boot = new Host(1).boot(0);
    private final List<String> heard = new ArrayList<>();
    private int rows;

    @Test
    void a_call_takes_time_and_effect() {
        Place place = new Place(1, Map.of());

        place.asks("write", () -> place.store.write(() -> ++rows));
        place.runs();

        assertThat(heard).containsExactly("1");
        assertThat(place.kernel.planned()).isGreaterThan(2);
    }

    @Test
    void a_write_on_its_way_takes_effect_though_the_process_dies() {
        Place place = new Place(1, Map.of());
        place.asks("write", () -> {
            place.kernel.at(place.kernel.now() + 10, () -> boot.die(place.kernel.now()));
            return place.store.write(() -> ++rows);
        });
        place.runs();

        assertThat(rows).isEqualTo(1);
        assertThat(heard).isEmpty();
    }

    @Test
    void a_store_that_is_away_says_only_that() {
        Place place = new Place(1, Map.of());
        place.store.goAway(10 * SECOND, false);
        place.asks("write", () -> place.store.write(() -> ++rows));
        place.asks("read", () -> place.store.read(() -> rows));
        place.runs();

        assertThat(heard).containsExactly("away", "away");
        assertThat(rows).isZero();
    }

    @Test
    void a_store_that_takes_no_writes_is_read() {
        Place place = new Place(1, Map.of());
        place.store.goAway(10 * SECOND, true);
        place.asks("write", () -> place.store.write(() -> ++rows));
        place.asks("read", () -> place.store.read(() -> "read " + rows));
        place.runs();

        assertThat(heard).containsExactlyInAnyOrder("away", "read 0");
    }

    @Test
    void a_store_that_healed_answers() {
        Place place = new Place(1, Map.of());
        place.store.goAway(10 * SECOND, false);
        place.store.heal();
        place.asks("read", () -> place.store.read(() -> "read"));
        place.runs();

        assertThat(heard).containsExactly("read");
    }

    @Test
    void a_write_whose_answer_is_lost_took_effect_or_did_not() {
        Set<Integer> effects = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            rows = 0;
            Place place = new Place(seed, Map.of(Fault.LOST_COMMIT, 1.0));
            place.asks("write", () -> place.store.write(() -> ++rows));
            place.runs();
            effects.add(rows);
        }

        assertThat(effects).containsExactlyInAnyOrder(0, 1);
        assertThat(heard).hasSize(20).containsOnly("away");
    }

    @Test
    void a_process_may_die_before_its_write_is_sent_or_after() {
        Set<Integer> effects = new HashSet<>();
        for (int seed = 0; seed < 40; seed++) {
            rows = 0;
            Place place = new Place(seed, Map.of(Fault.KILL, 0.5));
            Boot other = new Host(1).boot(0);
            place.kernel.start(other, "write", 1, () -> {
                int _ = place.store.write(() -> ++rows);
            });
            place.runs();
            if (other.isDead()) {
                effects.add(rows);
            }
        }

        assertThat(effects).containsExactlyInAnyOrder(0, 1);
    }

    private final class Place {
        final Kernel kernel;
        final SimStore store;

        Place(long seed, Map<Fault, Double> rates) {
            Dice dice = new Dice(seed);
            kernel = new Kernel(dice);
            Trace trace = new Trace(false, kernel);
            Faults faults = new Faults(dice, rates, 1);
            store = new SimStore(kernel, dice, faults, new Weather(() -> false), trace);
            store.meets(new Perils(kernel, faults, dice, new Weather(() -> false), store, trace, NOBODY));
        }

        void asks(String what, java.util.function.Supplier<Object> call) {
            kernel.start(boot, what, 1, () -> {
                try {
                    heard.add(String.valueOf(call.get()));
                } catch (StoreUnavailable e) {
                    heard.add("away");
                }
            });
        }

        void runs() {
            kernel.runUntil(30 * SECOND);
        }
    }
}
