package dev.patchbay.adapter.metrics;

import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.VaultKey;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** How vault keys stand, as it was last asked for. */
@Singleton
public final class KeyGauges {
    private final MultiGauge keys;
    private final AtomicLong left = new AtomicLong();

    KeyGauges(MeterRegistry registry) {
        this.keys = MultiGauge.builder("patchbay.vault.keys")
                .description("Vault keys by their state")
                .register(registry);
        Gauge.builder("patchbay.vault.rewrap.left", left, AtomicLong::get)
                .description("Data keys that an older vault key wraps")
                .register(registry);
    }

    /** Shows that, until the next time. @param rewrapsLeft how many data keys an older vault key wraps */
    public void show(List<VaultKey> all, long rewrapsLeft) {
        left.set(rewrapsLeft);
        keys.register(
                Arrays.stream(KeyState.values())
                        .<Row<?>>map(state -> Row.of(
                                Tags.of("state", state.name().toLowerCase(Locale.ROOT)),
                                all.stream().filter(key -> key.state() == state).count()))
                        .toList(),
                true);
    }
}
