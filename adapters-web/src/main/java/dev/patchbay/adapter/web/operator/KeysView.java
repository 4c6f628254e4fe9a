package dev.patchbay.adapter.web.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.usecase.operator.Overview;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * How the keys stand.
 *
 * @param vaultKey the one that wraps; null before the first start
 * @param pending whether a new one waits until every process has read it
 * @param rewrapped how many of the data keys that one wraps
 * @param toRenew how many people's data keys are due to be replaced
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record KeysView(@Nullable VaultKeyView vaultKey, boolean pending, long dataKeys, long rewrapped, long toRenew) {
    static KeysView of(Overview.Keys keys) {
        return new KeysView(
                keys.active().map(VaultKeyView::of).orElse(null),
                keys.pending(),
                keys.dataKeys(),
                keys.rewrapped(),
                keys.toRenew());
    }

    @Serdeable.Serializable
    record VaultKeyView(int number, String since, String turnsAt) {
        static VaultKeyView of(Overview.Active active) {
            return new VaultKeyView(active.number(), Times.text(active.since()), Times.text(active.turnsAt()));
        }
    }
}
