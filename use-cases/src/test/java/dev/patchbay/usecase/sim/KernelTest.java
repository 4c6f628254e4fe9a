package dev.patchbay.usecase.sim;

import static dev.patchbay.usecase.sim.Kernel.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelTest {
    private final Kernel kernel = new Kernel(new Dice(1));
    private final Host host = new Host(1);
    private final Boot boot = host.boot(0);
    private final List<String> said = new ArrayList<>();

    @Test
    void tasks_take_turns_as_their_waits_end() {
        start(boot, "a", () -> says("a1", 2), () -> says("a2", 5));
        start(boot, "b", () -> says("b1", 3), () -> says("b2", 1));

        kernel.runUntil(60 * SECOND);

        assertThat(said).containsExactly("a1", "b1", "b2", "a2");
        assertThat(kernel.isIdle()).isTrue();
    }

    @Test
    void what_happens_at_one_moment_happens_in_a_drawn_order() {
        assertThat(List.of(order(1), order(2), order(3), order(4), order(5), order(6)))
                .contains("ab", "ba");
        assertThat(order(7)).isEqualTo(order(7));
    }

    private static String order(long seed) {
        Kernel universe = new Kernel(new Dice(seed));
        StringBuilder order = new StringBuilder();
        universe.at(5, () -> order.append('a'));
        universe.at(5, () -> order.append('b'));
        universe.runUntil(5);
        return order.toString();
    }

    @Test
    void a_killed_process_never_goes_on_and_forgets_even_what_it_wanted_to_tidy_up() {
        start(boot, "victim", () -> {
            try {
                says("alive", 1);
                kernel.sleep(SECOND);
                says("undead", 0);
            } finally {
                said.add("tidied up");
            }
        });
        start(boot, "bystander", () -> says("bystander", 5));
        kernel.at(3 * SECOND / 2, () -> boot.die(kernel.now()));

        kernel.runUntil(60 * SECOND);

        assertThat(said).containsExactly("alive");
        assertThat(host.alive()).isNull();
        assertThat(host.boot(kernel.now()).id).isNotEqualTo(boot.id);
    }

    @Test
    void a_process_can_be_killed_by_what_its_own_task_walks_into() {
        start(boot, "victim", () -> says("alive", 0), kernel::killRunning, () -> says("undead", 0));

        kernel.runUntil(SECOND);

        assertThat(said).containsExactly("alive");
        assertThat(boot.isDead()).isTrue();
    }

    @Test
    void a_paused_process_stands_still_while_the_world_goes_on() {
        start(boot, "sleeper", () -> says("woke at", 2), () -> said.add("" + kernel.now() / SECOND));
        start(new Host(2).boot(0), "other", () -> says("other", 3));
        kernel.at(SECOND, () -> boot.pause(kernel.now(), 100 * SECOND));

        kernel.runUntil(200 * SECOND);

        assertThat(said).containsExactly("other", "woke at", "100");
        assertThat(boot.awake(0, 200 * SECOND)).isEqualTo(101 * SECOND);
    }

    @Test
    void whoever_is_woken_goes_on_early_and_once() {
        start(boot, "waiting", () -> {
            Task me = kernel.running();
            int step = me.step;
            kernel.at(SECOND, () -> kernel.wake(me, step));
            kernel.at(2 * SECOND, () -> kernel.wake(me, step));
            kernel.park(10 * SECOND);
            said.add("woken at " + kernel.now() / SECOND);
            kernel.park(20 * SECOND);
            said.add("slept until " + kernel.now() / SECOND);
        });

        kernel.runUntil(60 * SECOND);

        assertThat(said).containsExactly("woken at 1", "slept until 21");
    }

    @Test
    void the_outside_world_must_not_wait() {
        kernel.at(1, () -> kernel.sleep(1));

        assertThatThrownBy(() -> kernel.runUntil(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_a_task_throws_ends_the_universe() {
        start(boot, "faulty", () -> {
            throw new IllegalArgumentException("a defect");
        });

        assertThatThrownBy(() -> kernel.runUntil(SECOND)).hasMessage("a defect");
    }

    private void start(Boot where, String name, Runnable... steps) {
        kernel.start(where, name, 1, () -> {
            for (Runnable step : steps) {
                step.run();
            }
        });
    }

    private void says(String what, long afterSeconds) {
        kernel.sleep(afterSeconds * SECOND);
        said.add(what);
    }
}
