package dev.patchbay.adapter.metrics;

import static dev.patchbay.port.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.WrappedKey;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyGaugesTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final KeyGauges gauges = new KeyGauges(registry);

    @Test
    void keys_are_counted_by_state_and_what_older_ones_wrap_is_left() {
        gauges.show(List.of(key(1, KeyState.DECRYPT_ONLY), key(2, KeyState.ACTIVE)), 2);

        assertThat(registry.get("patchbay.vault.rewrap.left").gauge().value()).isEqualTo(2);
        assertThat(count("active")).isEqualTo(1);
        assertThat(count("decrypt_only")).isEqualTo(1);
        assertThat(count("pending")).isZero();
    }

    private double count(String state) {
        return registry.get("patchbay.vault.keys").tag("state", state).gauge().value();
    }

    private static VaultKey key(int number, KeyState state) {
        return new VaultKey(number, state, "master", new WrappedKey(new byte[] {1}), NOW);
    }
}
