package dev.patchbay.adapter.metrics;

import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.Rewraps;
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

/** How vault keys stand, as the store said when last asked. */
@Singleton
public final class KeyGauges {
    private final KeyShelf shelf;
    private final Rewraps rewraps;
    private final MultiGauge keys;
    private final AtomicLong left = new AtomicLong();

    KeyGauges(MeterRegistry registry, KeyShelf shelf, Rewraps rewraps) {
        this.shelf = shelf;
        this.rewraps = rewraps;
        this.keys = MultiGauge.builder("patchbay.vault.keys")
                .description("Vault keys by their state")
                .register(registry);
        Gauge.builder("patchbay.vault.rewrap.left", left, AtomicLong::get)
                .description("Data keys that an older vault key wraps")
                .register(registry);
    }

    /**
     * Asks the store and shows what it says, until the next time.
     *
     * @throws dev.patchbay.port.StoreUnavailable when the store does not answer; what was shown stays
     */
    public void look() {
        List<VaultKey> all = shelf.vaultKeys();
        left.set(all.stream()
                .filter(key -> key.state() == KeyState.DECRYPT_ONLY)
                .mapToLong(key -> rewraps.countUnder(key.number()))
                .sum());
        keys.register(
                Arrays.stream(KeyState.values())
                        .<Row<?>>map(state -> Row.of(
                                Tags.of("state", state.name().toLowerCase(Locale.ROOT)),
                                all.stream().filter(key -> key.state() == state).count()))
                        .toList(),
                true);
    }
}
