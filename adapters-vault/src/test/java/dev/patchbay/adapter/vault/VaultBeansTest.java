package dev.patchbay.adapter.vault;

import static dev.patchbay.adapter.vault.Vaults.ANNS;
import static dev.patchbay.adapter.vault.Vaults.PLACE;
import static dev.patchbay.adapter.vault.Vaults.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.settings.GivenSettings;
import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;
import dev.patchbay.port.vault.KeptSecrets;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.SealedShelf;
import dev.patchbay.port.vault.TokenVault;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VaultBeansTest {
    private final InMemoryStore store = new InMemoryStore();

    @Test
    void the_beans_work_together_once_the_canary_has_looked() {
        try (ApplicationContext beans = beans(Map.of("ENCRYPTION_KEY", Vaults.HEX))) {
            TokenVault vault = beans.getBean(TokenVault.class);
            assertThatThrownBy(() -> vault.seal(ANNS, PLACE, SECRET)).isInstanceOf(IllegalStateException.class);

            VaultCanary canary = beans.getBean(VaultCanary.class);
            canary.check(false);
            canary.makeFirstKey();

            assertThat(vault.open(ANNS, PLACE, vault.seal(ANNS, PLACE, SECRET))).isEqualTo(new Opening.Opened(SECRET));
            Secret kept = beans.getBean(SecretSource.class).next();
            assertThat(beans.getBean(KeptSecrets.class).get("jwt", () -> kept)).isEqualTo(kept);
        }
    }

    @Test
    void settings_are_read_before_anything_else_and_their_problems_noted() {
        GivenSettings settings = GivenSettings.of(Map.of());
        try (ApplicationContext beans = beans(settings)) {
            assertThat(beans.getBeansOfType(ModuleSettings.class))
                    .singleElement()
                    .isInstanceOf(VaultSettings.class);
            assertThat(settings.problems()).singleElement().asString().startsWith("ENCRYPTION_KEY is missing");
            assertThat(store.calls()).isZero();
        }
    }

    private ApplicationContext beans(Map<String, String> values) {
        return beans(GivenSettings.strict(values));
    }

    private ApplicationContext beans(GivenSettings settings) {
        ApplicationContext beans = ApplicationContext.builder().build();
        beans.registerSingleton(Settings.class, settings);
        beans.registerSingleton(KeyShelf.class, store.keyShelf());
        beans.registerSingleton(SealedShelf.class, store.sealedShelf());
        beans.registerSingleton(Clock.class, SteppingClock.atNow());
        return beans.start();
    }
}
