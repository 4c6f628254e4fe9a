package dev.patchbay.app;

import dev.patchbay.adapter.persistence.DatabaseClock;
import dev.patchbay.adapter.persistence.Migrations;
import dev.patchbay.adapter.vault.VaultCanary;
import dev.patchbay.adapter.vault.VaultUnusable;
import dev.patchbay.app.settings.EnvironmentSettings;
import dev.patchbay.app.settings.SettingProblem;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.settings.ModuleSettings;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What must hold before the first request: every setting is good, the database answers, the master key fits it (asked before
 * anything is written), tables are at this version, and the clock is the database's.
 */
final class StartUp {
    private final ApplicationContext context;
    private final EnvironmentSettings settings;
    private final Set<String> namesInFile;

    StartUp(ApplicationContext context, EnvironmentSettings settings, Set<String> namesInFile) {
        this.context = context;
        this.settings = settings;
        this.namesInFile = namesInFile;
    }

    /** @throws StartRefused with everything that is wrong */
    void run() {
        checkSettings();
        try {
            var migrations = context.getBean(Migrations.class);
            var canary = context.getBean(VaultCanary.class);
            canary.check(!migrations.isEmpty());
            migrations.migrate();
            canary.makeFirstKey();
            context.getBean(DatabaseClock.class).synchronise();
        } catch (VaultUnusable e) {
            throw new StartRefused(List.of(String.valueOf(e.getMessage())));
        } catch (StoreUnavailable e) {
            throw new StartRefused(List.of("DATABASE_URL names a database that does not answer (" + e.getMessage()
                    + "); check that it runs, and DATABASE_USER and DATABASE_PASSWORD"));
        }
    }

    private void checkSettings() {
        context.getBeansOfType(ModuleSettings.class);
        List<SettingProblem> problems = new ArrayList<>(settings.problems());
        problems.addAll(settings.misspelled(namesInFile));
        if (!problems.isEmpty()) {
            throw new StartRefused(
                    problems.stream().map(SettingProblem::toString).toList());
        }
    }
}
